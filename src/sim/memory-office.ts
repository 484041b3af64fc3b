import type { PersonDetails, Request } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId, EpochMs } from "../core/values/ids.ts";
import type { Perform } from "../ports/ledger.ts";
import { MemoryLedger } from "../ports/testing/memory-ledger.ts";
import type { BookingSeen } from "./call-report.ts";
import type { Committed } from "./virtual/claims.ts";

/** The back office of calls in virtual time: a ledger in memory, with what graders want to see of it. */
export interface MemoryOffice {
  readonly perform: Perform;
  /** Holds run out as time goes on. */
  moveTo(now: EpochMs): void;
  /** Somebody else takes the time that a request is about. */
  snatch(request: Request): void;
  /** What was booked by a call, as the database would show it; null when nothing was. */
  bookingOf(call: CallId): BookingSeen | null;
  /** Everything that this call has done so far. */
  committedBy(call: CallId): Committed;
  know(person: PersonDetails): void;
}

export function memoryOffice(practice: Practice, instant: EpochMs): MemoryOffice {
  let now = instant;
  const ledger = new MemoryLedger(practice, () => now);
  const bookedBy = new Map<string, CallId>();
  const of = (call: CallId) => ledger.bookings.filter(({ id }) => bookedBy.get(id) === call);
  return {
    async perform(practiceId, request, key) {
      const outcome = await ledger.perform(practiceId, request, key);
      if (outcome.kind === "booked") bookedBy.set(outcome.booking.id, key.call);
      return outcome;
    },
    moveTo(instantNow) {
      now = instantNow;
    },
    snatch(request) {
      if (request.kind === "hold") ledger.takeAway(request.opening);
    },
    bookingOf(call) {
      const [booking] = of(call);
      return booking === undefined ? null : { ...booking, practice: practice.id, state: "booked", call };
    },
    committedBy: (call) => ({
      confirmations: of(call).map(({ confirmation }) => confirmation),
      tickets: ledger.tickets.length,
      liveHolds: ledger.liveHolds.length,
    }),
    know(details) {
      ledger.people.push({ details });
    },
  };
}
