import type { CallId } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { SpokenEnd } from "./twiml.ts";

/** What becomes of a call whose stream we ended or refused: the recovery verb after the stream asks for it. */
export type Verdict =
  | { readonly kind: "hangUp" }
  | { readonly kind: "dial"; readonly to: string }
  | { readonly kind: "say"; readonly sentence: SpokenEnd };

const MAX_CALLS = 1000;
/** More streams of one call than this within a minute, and none of them will hold. */
const MAX_RESUMES = 5;
const WINDOW_MS = 60_000;

/** What this process knows of calls between their streams. The oldest are forgotten: their calls ended without asking. */
export class CallVerdicts {
  readonly #clock: Clock;
  readonly #verdicts = new Map<CallId, Verdict>();
  readonly #resumes = new Map<CallId, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(call: CallId, verdict: Verdict): void {
    put(this.#verdicts, call, verdict);
  }

  /** The verdict, told once. */
  take(call: CallId): Verdict | null {
    const verdict = this.#verdicts.get(call) ?? null;
    this.#verdicts.delete(call);
    return verdict;
  }

  /** Counts one more stream for a call; false when it has had too many, and a caller would wait in silence for ever. */
  mayResume(call: CallId): boolean {
    const nowMs = this.#clock.monotonicMs();
    const recent = (this.#resumes.get(call) ?? []).filter((atMs) => nowMs - atMs < WINDOW_MS);
    put(this.#resumes, call, [...recent, nowMs].slice(-MAX_RESUMES));
    return recent.length < MAX_RESUMES;
  }
}

function put<T>(map: Map<CallId, T>, call: CallId, value: T): void {
  map.delete(call);
  map.set(call, value);
  if (map.size <= MAX_CALLS) return;
  const oldest = map.keys().next().value;
  if (oldest !== undefined) map.delete(oldest);
}
