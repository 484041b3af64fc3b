import type { Booking } from "../core/dialogue/requests.ts";
import { isOfferable, openings } from "../core/scheduling/openings.ts";
import { hide } from "../core/values/private.ts";
import type { Ledger } from "../ports/ledger.ts";
import { answerOnce } from "./answered-requests.ts";
import { bookHold, readBookings, readByConfirmation } from "./bookings.ts";
import { dropHold, type Hold, readBusy, renewHold, takeHold } from "./holds.ts";
import { HolidayCalendar } from "./holidays.ts";
import { type LedgerContext, practiceOf } from "./ledger-context.ts";
import { findPerson } from "./people.ts";
import { addTicket, readTicket } from "./tickets.ts";

/** The ledger on PostgreSQL, embedded or a server. The database must be migrated. */
export function openLedger(context: LedgerContext): Ledger {
  const holidays = new HolidayCalendar();
  // Computing a year of holidays takes tens of milliseconds, in which no call would hear or say anything.
  for (const practice of context.practices.values()) holidays.around(practice, context.clock.now());
  return {
    async identify(practice, proof) {
      const asked = proof.reveal();
      if (asked.kind !== "nameAndBirth") return notYet("identify");
      const found = await findPerson(context, practice, hide(asked));
      return found === null ? "new" : { ...found, vehicles: hide([]) };
    },
    whoCalls: () => notYet("whoCalls"),
    listBookings: () => notYet("listBookings"),
    confirmBooking: () => notYet("confirmBooking"),
    cancelBooking: () => notYet("cancelBooking"),
    reschedule: () => notYet("reschedule"),
    joinWaitlist: () => notYet("joinWaitlist"),
    stopCalling: () => notYet("stopCalling"),
    recordConsent: () => notYet("recordConsent"),
    consent: () => notYet("consent"),
    preferences: () => notYet("preferences"),
    prefer: () => notYet("prefer"),
    askStatus: () => notYet("askStatus"),
    setStatus: () => notYet("setStatus"),
    waiting: () => notYet("waiting"),
    async findOpenings(id, wanted) {
      const practice = practiceOf(context, id);
      const now = context.clock.now();
      const busy = await readBusy(context, id, now);
      return openings(practice, wanted, busy, now, holidays.around(practice, now));
    },
    hold(id, opening, key) {
      const practice = practiceOf(context, id);
      const now = context.clock.now();
      // Openings are computed, never stored, so what comes back is proved again instead of looked up.
      const real = opening.start > now && isOfferable(practice, opening, holidays.around(practice, now));
      return answerOnce<Hold | "taken">(
        context,
        "hold",
        key,
        async (tx) => (real ? takeHold(context, tx, practice, opening, key.call) : "taken"),
        async (tx, answer) => (answer === "taken" ? answer : renewHold(context, tx, answer)),
      );
    },
    async release(hold, key) {
      await answerOnce(context, "release", key, async (tx) => {
        await dropHold(tx, hold, key.call);
        return null;
      });
    },
    book(hold, person, visit, key) {
      return answerOnce<Booking | "expired" | "taken">(context, "book", key, (tx) =>
        bookHold(context, tx, { hold, person, visit, call: key.call }),
      );
    },
    takeTicket(id, ticket, key) {
      const practice = practiceOf(context, id);
      return answerOnce(context, "takeTicket", key, (tx) =>
        addTicket(context, tx, { practice, call: key.call, ticket }),
      );
    },
    ticket: (practice, number) => readTicket(context, practice, number),
    bookingByConfirmation: (practice, confirmation) => readByConfirmation(context, practice, confirmation),
    bookings: (practice, range) => readBookings(context, practice, range),
  };
}

async function notYet(method: string): Promise<never> {
  throw new Error(`The ledger does not do ${method} yet`);
}
