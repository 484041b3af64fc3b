import type { Booking, PersonDetails } from "../../core/dialogue/requests.ts";
import type { Opening } from "../../core/scheduling/opening.ts";
import { openingId } from "../../core/scheduling/opening-id.ts";
import type { PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { Ledger, RequestKey } from "../../ports/ledger.ts";
import { plainPerson } from "../../ports/testing/plain-person.ts";
import { plainVisit } from "../../ports/testing/plain-visit.ts";

/** What one caller does next. `again` repeats the request before with its key, as networks and crashes do. */
export type Move =
  | { readonly kind: "hold"; readonly opening: number }
  /** Holds a time in place of the booking that was made last, some quarters of an hour from it, and so often over it. */
  | { readonly kind: "shift"; readonly quarters: number }
  | { readonly kind: "book" | "release" | "cancel" | "reschedule" | "confirm" | "again" };

interface Scene {
  readonly ledger: Ledger;
  readonly practice: PracticeId;
  /** What callers want; many of them the same. */
  readonly contested: readonly Opening[];
}

/** Plays moves as one call, as blindly as a caller: with what it was told last, whether that still holds or not. */
export class RandomCaller {
  readonly #scene: Scene;
  readonly #number: number;
  #request = 0;
  #held = "none";
  #booking: Booking | null = null;
  #last: { readonly ask: () => Promise<unknown>; readonly answer: unknown } | null = null;

  constructor(scene: Scene, number: number) {
    this.#scene = scene;
    this.#number = number;
  }

  /** Null, or the two answers of a repeated request when they differ. */
  async play(move: Move): Promise<{ readonly first: unknown; readonly second: unknown } | null> {
    if (move.kind === "again") {
      if (this.#last === null) return null;
      const second = await this.#last.ask();
      return sameAnswer(this.#last.answer, second) ? null : { first: this.#last.answer, second };
    }
    const ask = this.#requestOf(move);
    if (ask === null) return null;
    const answer = await ask();
    this.#last = { ask, answer };
    if (typeof answer !== "object" || answer === null) return null;
    if ("hold" in answer) this.#held = String(answer.hold);
    // What a rule of the practice refuses is neither.
    else if (!("kind" in answer)) this.#booking = answer as Booking;
    return null;
  }

  #requestOf(move: Exclude<Move, { kind: "again" }>): (() => Promise<unknown>) | null {
    const { ledger, practice, contested } = this.#scene;
    const [key, held, booking] = [this.#nextKey(), this.#held, this.#booking];
    if (move.kind === "hold") {
      const opening = contested[move.opening % contested.length];
      return opening === undefined ? null : () => ledger.hold(practice, opening, key);
    }
    if (move.kind === "release") return () => ledger.release(held, key);
    if (move.kind === "book")
      return () => ledger.book(held, hide(personOf(this.#number)), hide(plainVisit), key);
    if (booking === null) return null;
    if (move.kind === "shift") {
      const opening = shifted(booking, move.quarters);
      return () => ledger.hold(practice, opening, key, { replacing: booking.id });
    }
    if (move.kind === "confirm") return () => ledger.confirmBooking(booking, key);
    if (move.kind === "cancel") return () => ledger.cancelBooking(booking, null, key);
    return () => ledger.reschedule(booking, held, key);
  }

  #nextKey(): RequestKey {
    this.#request += 1;
    return { call: `call-${this.#number}`, request: this.#request };
  }
}

function shifted({ resource, also, offering, start, end }: Booking, quarters: number): Opening {
  const byMs = quarters * 15 * 60_000;
  const name = { resource, also, offering, start: start + byMs };
  return { id: openingId(name), ...name, end: end + byMs };
}

/** A hold that is asked for again lives longer; everything else is answered alike. */
function sameAnswer(first: unknown, second: unknown): boolean {
  const plain = (answer: unknown) =>
    typeof answer === "object" && answer !== null ? { ...answer, expires: null } : answer;
  return JSON.stringify(plain(first)) === JSON.stringify(plain(second));
}

export function personOf(caller: number): PersonDetails {
  return {
    ...plainPerson,
    given: `Caller${caller}`,
    email: caller % 2 === 0 ? `caller${caller}@example.com` : null,
  };
}
