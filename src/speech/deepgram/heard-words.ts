import type { ListenResults, TimedWord } from "./listen-message.ts";

/** Words of a part of the call. */
export interface HeardPart {
  readonly text: string;
  /** 0–1, the mean of its words; 0 without words. */
  readonly confidence: number;
}

/**
 * The words of a call by their place on its sound, whatever connection brought them. What is final is never taken back, and audio
 * that is sent twice is heard once.
 */
export class HeardWords {
  #final: TimedWord[] = [];
  #interim: readonly TimedWord[] = [];
  #finalUpToMs = 0;

  /** The place up to which words will not change any more. */
  get finalUpToMs(): number {
    return this.#finalUpToMs;
  }

  /** `baseMs` is the place in the call where the connection's audio begins. */
  take(results: ListenResults, baseMs: number): void {
    const fresh = results.words
      .map((word) => ({ ...word, startMs: word.startMs + baseMs }))
      .filter((word) => word.startMs >= this.#finalUpToMs);
    this.#interim = results.final ? [] : fresh;
    if (!results.final) return;
    this.#final.push(...fresh);
    this.#finalUpToMs = Math.max(this.#finalUpToMs, results.endMs + baseMs);
  }

  /** What is known of the sound from one place to another. */
  between(fromMs: number, toMs: number): HeardPart {
    const words = [...this.#final, ...this.#interim].filter(
      ({ startMs }) => startMs >= fromMs && startMs < toMs,
    );
    const sum = words.reduce((total, { confidence }) => total + confidence, 0);
    return {
      text: words.map(({ text }) => text).join(" "),
      confidence: words.length === 0 ? 0 : sum / words.length,
    };
  }

  /** Words before the place are not asked for any more. */
  forget(beforeMs: number): void {
    this.#final = this.#final.filter(({ startMs }) => startMs >= beforeMs);
  }
}
