import type { Clock } from "../ports/clock.ts";
import type { Line } from "../ports/line.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";

/** The goodbye may take so long; a line is never kept open by a voice that does not come to its end. */
const LONGEST_GOODBYE_MS = 30_000;

export type Parting =
  | { readonly kind: "transfer"; readonly to: string }
  | { readonly kind: "hangUp"; readonly reason: string };

export interface ClosingParts {
  readonly line: Line;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** The line is about to be given up, for this reason. Told once. */
  readonly leaving: (reason: string) => void;
  readonly transferFailed: () => void;
}

/**
 * How a call leaves its line: what is being said is heard out first, then the partings are carried out in order. A
 * transfer that is taken is the last of them; one that fails leaves the rest undone, because somebody still listens.
 */
export class CallClosing {
  readonly #parts: ClosingParts;
  #partings: Parting[] = [];
  #cancelLimit: (() => void) | null = null;
  #transferring = false;
  #left = false;
  /** The line has ended while it was being given to somebody else. */
  #lineEnded = false;

  constructor(parts: ClosingParts) {
    this.#parts = parts;
  }

  get wanted(): boolean {
    return this.#partings.length > 0;
  }

  add(parting: Parting): void {
    this.#partings.push(parting);
    this.#cancelLimit ??= this.#parts.clock.after(LONGEST_GOODBYE_MS, () => void this.leave());
  }

  /** These instead of whatever was wanted before. */
  replace(partings: readonly Parting[]): void {
    this.#partings = [];
    for (const parting of partings) this.add(parting);
  }

  /** Nothing is being said any more: carries out what is wanted, if anything is. */
  async leave(): Promise<void> {
    const parting = this.#partings[0];
    if (parting === undefined || this.#transferring || this.#left) return;
    this.#forgetLimit();
    if (parting.kind === "hangUp") return this.#hangUp(parting.reason);
    this.#transferring = true;
    const taken = await this.#transfer(parting.to);
    this.#transferring = false;
    if (this.#left) return;
    this.#partings = [];
    if (taken) this.#depart("transferred");
    else if (this.#lineEnded) this.#depart("callerHungUp");
    else this.#parts.transferFailed();
  }

  /**
   * The far end has ended the line. The telephone company does so when it takes a transfer, mostly before its answer is here:
   * then the answer tells why, and this returns true.
   */
  lineEnded(): boolean {
    this.#lineEnded = true;
    return this.#transferring;
  }

  /** The line is gone: nothing is left to be done. */
  cancel(): void {
    this.#left = true;
    this.#partings = [];
    this.#forgetLimit();
  }

  #hangUp(reason: string): void {
    this.#depart(reason);
    this.#parts.line.hangUp();
  }

  #depart(reason: string): void {
    this.#left = true;
    this.#parts.leaving(reason);
  }

  async #transfer(to: string): Promise<boolean> {
    const { line, telemetry } = this.#parts;
    try {
      await line.transfer(to);
      telemetry.meter.count("transfers_total", { result: "taken" });
      return true;
    } catch (error) {
      telemetry.meter.count("transfers_total", { result: "refused" });
      telemetry.log.warn("a transfer was not taken", { call: line.callId, ...errorField(error) });
      return false;
    }
  }

  #forgetLimit(): void {
    this.#cancelLimit?.();
    this.#cancelLimit = null;
  }
}
