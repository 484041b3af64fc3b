import type { Heard, TimedWord } from "./heard.ts";

/** Words of a part of the call. */
export interface HeardPart {
  readonly text: string;
  /** 0–1, the mean of its words; 0 without words. */
  readonly confidence: number;
}

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Final stretches whose place is remembered, against messages that come twice or late. */
const REMEMBERED = 64;

/**
 * The words of a call by their place on its sound, whatever connection brought them. What is final is never taken back, and sound
 * that is sent twice is heard once.
 */
export class HeardWords {
  #final: TimedWord[] = [];
  #interim: readonly TimedWord[] = [];
  #interimUpToMs = 0;
  #finalStretches: Stretch[] = [];
  #finalUpToMs = 0;
  #heardUpToMs = 0;

  /** The place from which a new connection has to hear. */
  get finalUpToMs(): number {
    return this.#finalUpToMs;
  }

  /** The place up to which the service has listened. */
  get heardUpToMs(): number {
    return this.#heardUpToMs;
  }

  /** `baseMs` is the place in the call where the connection's sound begins. */
  take(heard: Heard, baseMs: number): void {
    const [fromMs, toMs] = [heard.fromMs + baseMs, heard.toMs + baseMs];
    const fresh = heard.words
      .map((word) => ({ ...word, startMs: word.startMs + baseMs }))
      .filter((word) => !this.#isFinal(word.startMs));
    if (heard.heardUpToMs !== null)
      this.#heardUpToMs = Math.max(this.#heardUpToMs, heard.heardUpToMs + baseMs);
    // A new connection that is still catching up knows less than what was known before.
    if (!heard.final && toMs < this.#interimUpToMs) return;
    this.#interim = heard.final ? [] : fresh;
    this.#interimUpToMs = heard.final ? 0 : toMs;
    if (!heard.final) return;
    this.#final = [...this.#final, ...fresh].sort((a, b) => a.startMs - b.startMs);
    this.#finalStretches = [...this.#finalStretches, { fromMs, toMs }].slice(-REMEMBERED);
    this.#finalUpToMs = Math.max(this.#finalUpToMs, toMs);
  }

  /** Everything before the place has been listened to, and none of its words can change. */
  settled(beforeMs: number): boolean {
    return this.#heardUpToMs >= beforeMs && !this.#interim.some(({ startMs }) => startMs < beforeMs);
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

  #isFinal(placeMs: number): boolean {
    return this.#finalStretches.some(({ fromMs, toMs }) => placeMs >= fromMs && placeMs < toMs);
  }
}
