import type { CallId } from "../core/values/ids.ts";

/** What becomes of a call whose stream we ended: the recovery verb after the stream asks for it. */
export type Verdict = { readonly kind: "hangUp" } | { readonly kind: "dial"; readonly to: string };

const MAX_VERDICTS = 1000;

/** Verdicts of this process, each told once. The oldest are forgotten: their calls ended without asking. */
export class CallVerdicts {
  readonly #verdicts = new Map<CallId, Verdict>();

  set(call: CallId, verdict: Verdict): void {
    this.#verdicts.delete(call);
    this.#verdicts.set(call, verdict);
    if (this.#verdicts.size <= MAX_VERDICTS) return;
    const oldest = this.#verdicts.keys().next().value;
    if (oldest !== undefined) this.#verdicts.delete(oldest);
  }

  take(call: CallId): Verdict | null {
    const verdict = this.#verdicts.get(call) ?? null;
    this.#verdicts.delete(call);
    return verdict;
  }
}
