import { isOfferable, openings } from "../core/scheduling/openings.ts";
import type { PracticeId } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import type { Ledger, LedgerOfBookings, LedgerOfPeople } from "../ports/ledger.ts";
import { answerOnce } from "./answered-requests.ts";
import { cancel, confirm, move } from "./booking-changes.ts";
import { readBookings, readByConfirmation, readUpcoming } from "./booking-records.ts";
import { bookHold } from "./bookings.ts";
import { readConsent, writeConsent } from "./consents.ts";
import { dropHold, readBusy, takeHold } from "./holds.ts";
import { HolidayCalendar } from "./holidays.ts";
import { type LedgerContext, practiceOf } from "./ledger-context.ts";
import { peopleOfPhone } from "./people.ts";
import { readPreferences, writePreferences } from "./preferences.ts";
import { prove } from "./proofs.ts";
import { addTicket, readTicket } from "./tickets.ts";
import { readStatus, writeStatus } from "./vehicles.ts";
import { joinWaitlist, offerFreed, readWaiting } from "./waitlist.ts";

/** The ledger on PostgreSQL, embedded or a server. The database must be migrated. */
export function openLedger(context: LedgerContext): Ledger {
  const { database, clock } = context;
  const calendar = new HolidayCalendar();
  // Computing a year of holidays takes tens of milliseconds, in which no call would hear or say anything.
  for (const practice of context.practices.values()) calendar.around(practice, clock.now());
  const holidaysOf = (id: PracticeId) => calendar.around(practiceOf(context, id), clock.now());
  return {
    ...peopleMethods(context),
    ...bookingMethods(context),
    async findOpenings(id, wanted) {
      const now = clock.now();
      const busy = await readBusy(database, id, { from: now, now });
      return openings(practiceOf(context, id), wanted, busy, now, holidaysOf(id));
    },
    hold(id, opening, key) {
      const practice = practiceOf(context, id);
      // Openings are computed, never stored, so what comes back is proved again instead of looked up.
      const offered = opening.start > clock.now() && isOfferable(practice, opening, holidaysOf(id));
      return takeHold(context, practice, opening, key, offered);
    },
    async release(hold, key) {
      await answerOnce(context, "release", key, async (tx) => {
        await dropHold(tx, hold, key.call);
        return null;
      });
    },
    joinWaitlist(id, wanted, person, key) {
      const practice = practiceOf(context, id);
      return answerOnce(context, "joinWaitlist", key, (tx) =>
        joinWaitlist(context, tx, { practice, call: key.call, wanted, person }),
      );
    },
    waiting: (practice) => readWaiting(context, database, practice),
    offerFreed: (practice, time, change) =>
      offerFreed(context, { practice, time, change, holidays: holidaysOf(practice) }),
    takeTicket(id, ticket, key) {
      const practice = practiceOf(context, id);
      return answerOnce(context, "takeTicket", key, (tx) =>
        addTicket(context, tx, { practice, call: key.call, ticket }),
      );
    },
    ticket: (practice, number) => readTicket(context, practice, number),
  };
}

function bookingMethods(context: LedgerContext): LedgerOfBookings {
  return {
    book: (hold, person, visit, key) =>
      answerOnce(context, "book", key, (tx) =>
        bookHold(context, tx, { hold, person, visit, call: key.call }),
      ),
    listBookings: async (practice, person, { call }) =>
      (await readUpcoming(context, practice, person, call)) ?? "notAllowed",
    confirmBooking: (booking, key) =>
      answerOnce(context, "confirmBooking", key, (tx) => confirm(context, tx, booking, key.call)),
    cancelBooking: (booking, reason, { call, request }) =>
      answerOnce(context, "cancelBooking", { call, request }, (tx) =>
        cancel(context, tx, booking, { call, reason }),
      ),
    reschedule: (booking, hold, { call, request }) =>
      answerOnce(context, "reschedule", { call, request }, (tx) =>
        move(context, tx, booking, { call, hold }),
      ),
    bookingByConfirmation: (practice, confirmation) => readByConfirmation(context, practice, confirmation),
    bookings: (practice, range) => readBookings(context, practice, range),
  };
}

function peopleMethods(context: LedgerContext): LedgerOfPeople {
  const record: Ledger["recordConsent"] = async (practice, phone, consent, key) => {
    await answerOnce(context, "recordConsent", key, async (tx) => {
      await writeConsent(context, tx, { practice, call: key.call, phone, consent });
      return null;
    });
  };
  return {
    async whoCalls(practice, phone) {
      const found = await peopleOfPhone(context, context.database, practice, phone.reveal());
      return hide(found.map(({ person, details }) => ({ person, given: details.reveal().given })));
    },
    async identify(practice, proof, key) {
      const proved = await answerOnce(context, "identify", key, (tx) =>
        prove(context, tx, { practice, call: key.call }, proof.reveal()),
      );
      if (typeof proved === "string") return proved;
      const { person, details, vehicles } = proved;
      return { person, details: hide(details), vehicles: hide(vehicles) };
    },
    stopCalling: (practice, phone, key) => record(practice, phone, { to: "calls", given: false }, key),
    recordConsent: record,
    consent: (practice, phone, to) => readConsent(context, practice, phone, to),
    preferences: async (practice, person, { call }) =>
      (await readPreferences(context, context.database, { practice, person, call })) ?? "notAllowed",
    prefer: (practice, person, wanted, key) =>
      answerOnce(context, "prefer", key, (tx) =>
        writePreferences(context, tx, { practice, person, call: key.call }, wanted),
      ),
    askStatus: async (practice, person, { call }) =>
      (await readStatus(context, practice, person, call)) ?? "notAllowed",
    setStatus: (practice, work) => writeStatus(context, practice, work),
  };
}
