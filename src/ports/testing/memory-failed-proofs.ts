import type { Proof } from "../../core/dialogue/requests.ts";
import type { CallId, EpochMs } from "../../core/values/ids.ts";
import { nameText, phoneText } from "../identity.ts";

const MOST_FAILURES = 3;
const WRONG_FOR_MS = 60 * 60_000;

/** What a proof is given for: somebody of a name, or the owner of a number. */
export function subjectOf(proof: Proof): string {
  return proof.kind === "nameAndBirth"
    ? `${nameText(proof.given)}\0${nameText(proof.family)}`
    : phoneText(proof.phone);
}

/** Proofs that failed, by call, and for an hour by the name or number on file that they were given for. */
export class MemoryFailedProofs {
  readonly #now: () => EpochMs;
  readonly #calls = new Map<CallId, number>();
  readonly #subjects = new Map<string, readonly EpochMs[]>();

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  isLocked(call: CallId, proof: Proof): boolean {
    return Math.max(this.#calls.get(call) ?? 0, this.#wrong(proof).length) >= MOST_FAILURES;
  }

  count(call: CallId, proof: Proof, isOnFile: boolean): void {
    this.#calls.set(call, (this.#calls.get(call) ?? 0) + 1);
    if (isOnFile) this.#subjects.set(subjectOf(proof), [...this.#wrong(proof), this.#now()]);
  }

  forget(proof: Proof): void {
    this.#subjects.delete(subjectOf(proof));
  }

  #wrong(proof: Proof): readonly EpochMs[] {
    return (this.#subjects.get(subjectOf(proof)) ?? []).filter((at) => at > this.#now() - WRONG_FOR_MS);
  }
}
