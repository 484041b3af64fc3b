import { anybody, ineligibleForOpening, neverEligible } from "../core/scheduling/eligibility.ts";
import { isOfferable, openings } from "../core/scheduling/openings.ts";
import type { PracticeId } from "../core/values/ids.ts";
import { hide, type Private } from "../core/values/private.ts";
import type {
  Consent,
  Ledger,
  LedgerOfBookings,
  LedgerOfPeople,
  LedgerOfTimes,
  Refused,
  RequestKey,
} from "../ports/ledger.ts";
import type { LedgerOfStaff } from "../ports/ledger-of-staff.ts";
import { answerTexts } from "./answer-texts.ts";
import { answerOnce } from "./answered-requests.ts";
import { cancel, confirm, move } from "./booking-changes.ts";
import { readBookings, readByConfirmation, readUpcoming } from "./booking-records.ts";
import { bookOnce } from "./bookings.ts";
import { readConsent, readConsents, readDoNotCall, writeConsent } from "./consents.ts";
import { readDuplicates } from "./duplicates.ts";
import { dropHold, readBusy, takeHold } from "./holds.ts";
import { HolidayCalendar } from "./holidays.ts";
import { type LedgerContext, type OpenContext, practiceOf } from "./ledger-context.ts";
import { mergePeople } from "./merge-people.ts";
import { mergeVehicles } from "./merge-vehicles.ts";
import { keepApart, readMerges, undoMerge } from "./merges.ts";
import { peopleOfPhone } from "./people.ts";
import { readPreferences, writePreferences } from "./preferences.ts";
import { prove } from "./proofs.ts";
import { readDeeds } from "./staff-audit.ts";
import { cancelForStaff, moveForStaff } from "./staff-changes.ts";
import { addTicket, readTicket, readTickets, settleTicket } from "./tickets.ts";
import { readStatus, writeStatus } from "./vehicles.ts";
import { joinWaitlist, offerFreed, readWaiting } from "./waitlist.ts";

/** The ledger on PostgreSQL, embedded or a server. The database must be migrated. */
export function openLedger(given: LedgerContext): Ledger {
  const { clock } = given;
  const calendar = new HolidayCalendar();
  // Computing a year of holidays takes tens of milliseconds, in which no call would hear or say anything.
  for (const practice of given.practices.values()) calendar.around(practice, clock.now());
  const holidaysOf = (id: PracticeId) => calendar.around(practiceOf(given, id), clock.now());
  const context: OpenContext = { ...given, holidaysOf };
  return {
    ...timeMethods(context),
    ...bookingMethods(context),
    ...peopleMethods(context),
    ...staffMethods(context),
  };
}

function timeMethods(context: OpenContext): LedgerOfTimes {
  const { database, clock } = context;
  return {
    async findOpenings(id, wanted, { attendee, ...mine } = {}) {
      const [practice, now, who] = [practiceOf(context, id), clock.now(), attendee?.reveal() ?? anybody];
      const reason = who === anybody ? null : neverEligible(practice, wanted, who, now);
      if (reason !== null) return { kind: "notEligible", offering: wanted.offering, reason };
      const busy = await readBusy(database, id, { from: now, now, ...mine });
      const found = openings(practice, wanted, busy, now, context.holidaysOf(id), who);
      return { kind: "openings", openings: found };
    },
    hold(id, opening, key, { attendee, replacing = null } = {}) {
      const practice = practiceOf(context, id);
      // Openings are computed, never stored, so what comes back is proved again instead of looked up.
      const offered = opening.start > clock.now() && isOfferable(practice, opening, context.holidaysOf(id));
      const reason = ineligibleForOpening(practice, opening, attendee?.reveal() ?? anybody, "hold");
      const refused: Refused | null =
        reason === null ? null : { kind: "notEligible", offering: opening.offering, reason };
      return takeHold(context, practice, { opening, key, refusal: offered ? refused : "taken", replacing });
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
      offerFreed(context, { practice, time, change, holidays: context.holidaysOf(practice) }),
  };
}

function staffMethods(context: OpenContext): LedgerOfStaff {
  return {
    ticket: (practice, number) => readTicket(context, practice, number),
    tickets: (practice) => readTickets(context, practice),
    settleTicket: (practice, number, change) => settleTicket(context, practice, number, change),
    cancelForStaff: (practice, confirmation, change) =>
      cancelForStaff(context, practice, confirmation, change),
    moveForStaff: (practice, confirmation, change) => moveForStaff(context, practice, confirmation, change),
    duplicates: (practice) => readDuplicates(context, practice),
    mergePeople: (practice, pair, staff) => mergePeople(context, practice, pair, staff),
    mergeVehicles: (practice, pair, staff) => mergeVehicles(context, practice, pair, staff),
    undoMerge: (practice, pair, staff) => undoMerge(context, practice, pair, staff),
    keepApart: (practice, pair, staff) => keepApart(context, practice, pair, staff),
    merges: (practice) => readMerges(context, practice),
    doNotCall: (practice) => readDoNotCall(context, practice),
    consents: (practice, phone) => readConsents(context, practice, phone),
    deeds: (practice) => readDeeds(context, practice),
  };
}

function bookingMethods(context: OpenContext): LedgerOfBookings {
  return {
    book: (hold, person, visit, key) => bookOnce(context, { hold, person, visit }, key),
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
  const record = async (
    practice: PracticeId,
    phone: Private<string>,
    all: readonly Consent[],
    key: RequestKey,
  ) => {
    await answerOnce(context, "recordConsent", key, async (tx) => {
      for (const consent of all) writeConsent(context, tx, { practice, call: key.call, phone, consent });
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
    stopCalling: (practice, phone, key) =>
      record(
        practice,
        phone,
        [
          { to: "calls", given: false },
          { to: "texts", given: false },
        ],
        key,
      ),
    recordConsent: (practice, phone, consent, key) => record(practice, phone, [consent], key),
    async answerTexts(practice, answer, key) {
      await answerOnce(context, "answerTexts", key, async (tx) => {
        await answerTexts(context, tx, { practice, call: key.call }, answer);
        return null;
      });
    },
    consent: (practice, phone, about) =>
      readConsent(context, context.database, { practice, phone: phone.reveal(), about }),
    preferences: async (practice, person, { call }) =>
      (await readPreferences(context, context.database, { practice, person, call })) ?? "notAllowed",
    prefer: (practice, person, wanted, key) =>
      answerOnce(context, "prefer", key, (tx) =>
        writePreferences(context, tx, { practice, person, call: key.call }, wanted),
      ),
    askStatus: async (practice, person, { call }) =>
      (await readStatus(context, practice, person, call)) ?? "notAllowed",
    setStatus: (practice, work) => writeStatus(context, practice, work),
    takeTicket(id, ticket, key) {
      const practice = practiceOf(context, id);
      return answerOnce(context, "takeTicket", key, (tx) =>
        addTicket(context, tx, { practice, call: key.call, ticket }),
      );
    },
  };
}
