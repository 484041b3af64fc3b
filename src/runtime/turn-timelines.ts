import type { CallEvent } from "../core/call/events.ts";
import type { PromptId } from "../core/values/ids.ts";
import type { TurnTimeline } from "../ports/call-store.ts";

type Open = { -readonly [K in keyof TurnTimeline]: TurnTimeline[K] };

/** Collects when the stages of each of the caller's turns happened, from the sound's end to our answer in their ear. */
export class TurnTimelines {
  readonly #turns: Open[] = [];
  #speechEndedAt: number | null = null;
  #wordsAskedAt: number | null = null;
  #transcribedAt: number | null = null;
  #answer: PromptId | null = null;

  get all(): readonly TurnTimeline[] {
    return this.#turns;
  }

  /** Every event, before it is stepped. */
  happened(event: CallEvent): void {
    if (event.kind === "speechStopped") this.#speechEndedAt = event.silentSince;
    else if (event.kind === "transcribed" && event.final) this.#transcribedAt = event.at;
    else if (event.kind === "promptHeard" && event.prompt === this.#answer && event.upTo > 0) {
      const turn = this.#turns.at(-1);
      if (turn !== undefined) turn.heardAt ??= event.at;
    }
  }

  /** The recognizer is asked for the final words of what was said. */
  askedForWords(at: number): void {
    this.#wordsAskedAt = at;
  }

  /** The conversation counted a turn of the caller's at `steppedAt`. */
  turned(turn: number, spoken: boolean, steppedAt: number): void {
    this.#turns.push({
      turn,
      speechEndedAt: spoken ? this.#speechEndedAt : null,
      wordsAskedAt: spoken ? this.#wordsAskedAt : null,
      transcribedAt: spoken ? this.#transcribedAt : null,
      steppedAt,
      firstAudioSentAt: null,
      heardAt: null,
    });
    this.#speechEndedAt = null;
    this.#wordsAskedAt = null;
    this.#transcribedAt = null;
    this.#answer = null;
  }

  /** First sound of a prompt. Returns the gap that the caller waited when this is the answer to a spoken turn. */
  began(prompt: PromptId, at: number): number | null {
    const turn = this.#turns.at(-1);
    if (turn === undefined || turn.firstAudioSentAt !== null) return null;
    turn.firstAudioSentAt = at;
    this.#answer = prompt;
    return turn.speechEndedAt === null ? null : at - turn.speechEndedAt;
  }
}
