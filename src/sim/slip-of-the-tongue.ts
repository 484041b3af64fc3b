import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { Caller, CallerTruth } from "./caller.ts";

type Stage = "ahead" | "made" | "mended";

/** Something that the caller says wrongly once and puts right, and how far they have come with it. */
export class SlipOfTheTongue {
  readonly #caller: Caller;
  #stage: Stage;
  /** As it was before the caller's last words. */
  #stageBefore: Stage;

  constructor(caller: Caller) {
    this.#caller = caller;
    this.#stage = caller.habits.slip === null ? "mended" : "ahead";
    this.#stageBefore = this.#stage;
  }

  /** What has been said wrongly and not been put right; null if nothing. */
  get standing(): FieldId | null {
    return this.#stage === "made" ? (this.#caller.habits.slip?.field ?? null) : null;
  }

  /** The caller says a field. */
  says(field: FieldId): void {
    if (this.#stage === "ahead" && this.#caller.habits.slip?.field === field) this.#stage = "made";
  }

  mend(): void {
    this.#stage = "mended";
  }

  /** The caller is about to speak, and may be cut off. */
  begin(): void {
    this.#stageBefore = this.#stage;
  }

  cutOff(): void {
    this.#stage = this.#stageBefore;
  }

  /** What the caller believes, or says by mistake, about a field just now. */
  truthFor(field: FieldId): CallerTruth {
    const { truth, habits } = this.#caller;
    const { slip } = habits;
    return slip?.field === field && this.#stage !== "mended" ? { ...truth, ...slip.wrong } : truth;
  }
}
