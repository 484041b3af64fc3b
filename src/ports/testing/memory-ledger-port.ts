import type { Booking } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import {
  anybody,
  type Ineligible,
  ineligibleForOpening,
  neverEligible,
} from "../../core/scheduling/eligibility.ts";
import { freedOpening } from "../../core/scheduling/freed-opening.ts";
import type { Opening } from "../../core/scheduling/opening.ts";
import { allOpenings, isOfferable, openings } from "../../core/scheduling/openings.ts";
import type { BookingId, CallId, PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { withNews } from "../identity.ts";
import type {
  BookingRecord,
  Ledger,
  LedgerOfBookings,
  LedgerOfPeople,
  LedgerOfTimes,
  Refused,
  RequestKey,
} from "../ledger.ts";
import type { MemoryBooking } from "./memory-calendar.ts";
import { noPreferences } from "./memory-file.ts";
import { memoryStaffMethods } from "./memory-staff.ts";
import { bookingOf, type MemoryState, noHolidays, type Once, withMessages } from "./memory-state.ts";

/** The port over what lies in memory. Every method has done its work before it first gives way, so nothing is half done. */
export function memoryLedgerPort(state: MemoryState): Ledger {
  const answers = new Map<string, { readonly kind: string; readonly answer: unknown }>();
  const once: Once = <Answer>(kind: string, { call, request }: RequestKey, work: () => Answer): Answer => {
    const name = `${call}/${request}`;
    const known = answers.get(name);
    if (known !== undefined && known.kind !== kind)
      throw new Error(`The request key of a ${kind} belongs to another request`);
    if (known !== undefined) return known.answer as Answer;
    const answer = work();
    answers.set(name, { kind, answer });
    return answer;
  };
  return {
    ...timeMethods(state, once),
    ...bookingMethods(state, once),
    ...peopleMethods(state, once),
    ...memoryStaffMethods(state),
  };
}

function timeMethods(state: MemoryState, once: Once): LedgerOfTimes {
  const { calendar, now, people, waitlist } = state;
  const offered = new Set<string>();
  const ownBooking = (call: CallId | undefined, wanted: BookingId | undefined) => {
    const found = calendar.bookings.find(({ id, state }) => id === wanted && state !== "cancelled");
    if (found === undefined || call === undefined) return null;
    return found.call === call || people.isOwn(call, found.person) ? found.id : null;
  };
  return {
    async findOpenings(_practice, wanted, { attendee, call, replacing } = {}) {
      const [practice, who] = [state.practice, attendee?.reveal() ?? anybody];
      const reason = neverEligible(practice, wanted, who, now());
      if (reason !== null) return { kind: "notEligible", offering: wanted.offering, reason };
      const busy = calendar.busyWithout(ownBooking(call, replacing));
      const found = openings(practice, wanted, busy, now(), noHolidays, who);
      return { kind: "openings", openings: found };
    },
    async hold(_practice, opening, key, { attendee, replacing } = {}) {
      const hold = once("hold", key, () => {
        if (opening.start <= now() || !isOfferable(state.practice, opening, noHolidays)) return null;
        const who = attendee?.reveal() ?? anybody;
        const reason = ineligibleForOpening(state.practice, opening, who, "hold");
        if (reason !== null) return refused(opening, reason);
        return calendar.hold(key.call, opening, ownBooking(key.call, replacing));
      });
      if (hold === null) return "taken";
      if ("kind" in hold) return hold;
      return { hold: hold.id, opening: hold.opening, expires: calendar.renew(hold.id) ?? hold.expires };
    },
    async release(hold, key) {
      once("release", key, () => calendar.drop(hold, key.call));
    },
    joinWaitlist: async (id, wanted, person, key) =>
      once("joinWaitlist", key, () => {
        const { details } = people.save(key.call, person.reveal());
        const ticket = `W${waitlist.length + 1}`;
        waitlist.push({ ticket, practice: id, wanted, details: hide(details), since: now(), offered: null });
        return ticket;
      }),
    waiting: async (id) =>
      id !== state.practice.id
        ? []
        : waitlist.toSorted((one, other) => Number(one.offered !== null) - Number(other.offered !== null)),
    async offerFreed(_practice, freed, change) {
      if (offered.has(change)) return null;
      offered.add(change);
      for (const one of await this.waiting(state.practice.id)) {
        const open = allOpenings(state.practice, one.wanted, calendar.busyWithout(null), now(), noHolidays);
        const opening = freedOpening(open, freed);
        if (opening === null) continue;
        waitlist[waitlist.indexOf(one)] = { ...one, offered: opening };
        return one.ticket;
      }
      return null;
    },
  };
}

function refused({ offering }: Opening, reason: Ineligible): Refused {
  return { kind: "notEligible", offering, reason };
}

function bookingMethods(state: MemoryState, once: Once): LedgerOfBookings {
  const { practice, now, calendar, people } = state;
  const own = (told: Booking, call: CallId): MemoryBooking | "gone" | "notAllowed" => {
    const booking = calendar.bookings.find(({ id }) => id === told.id);
    if (booking === undefined) return "notAllowed";
    if (booking.call !== call && !people.isOwn(call, booking.person)) return "notAllowed";
    const there = booking.start === told.start && resourcesOf(booking) === resourcesOf(told);
    return booking.state !== "cancelled" && booking.start > now() && there ? booking : "gone";
  };
  const records = () => calendar.bookings.map((booking) => recordOf(practice, booking));
  return {
    book: async (id, person, visit, key) =>
      once("book", key, () => {
        const hold = calendar.ownLiveHold(id, key.call);
        if (hold === null || hold.replaces !== null) return "expired";
        if (!isOfferable(state.practice, hold.opening, noHolidays)) return "taken";
        const { dateOfBirth, payer } = person.reveal();
        const { referral } = visit.reveal();
        const attendee = { dateOfBirth, payer, referral, known: people.isKnownTo(key.call, person.reveal()) };
        const reason = ineligibleForOpening(state.practice, hold.opening, attendee, "book");
        if (reason !== null) return refused(hold.opening, reason);
        const { person: who, details } = people.save(key.call, person.reveal());
        return withMessages(
          state,
          calendar.book(hold, who, { details, visit: visit.reveal(), call: key.call }),
        );
      }),
    listBookings: async (_practice, person, { call }) =>
      people.isOwn(call, person)
        ? calendar.bookings
            .filter((one) => one.person === person && one.state !== "cancelled" && one.start > now())
            .map(bookingOf)
            .toSorted((one, other) => one.start - other.start)
        : "notAllowed",
    confirmBooking: async (told, key) =>
      once("confirmBooking", key, () => {
        const found = own(told, key.call);
        return typeof found === "string" ? found : bookingOf(calendar.change(found, { state: "confirmed" }));
      }),
    cancelBooking: async (told, reason, key) =>
      once("cancelBooking", key, () => {
        const found = own(told, key.call);
        return typeof found === "string"
          ? found
          : { ...withMessages(state, calendar.cancel(found, reason?.reveal() ?? null)), mayAskToText: false };
      }),
    reschedule: async (told, id, key) =>
      once("reschedule", key, () => {
        const found = own(told, key.call);
        if (typeof found === "string") return found;
        const hold = calendar.ownLiveHold(id, key.call);
        if (hold === null || (hold.replaces !== null && hold.replaces !== found.id)) return "expired";
        if (!isOfferable(state.practice, hold.opening, noHolidays)) return "taken";
        return withMessages(state, calendar.move(found, hold));
      }),
    bookingByConfirmation: async (id, confirmation) =>
      records().find((one) => id === practice.id && one.confirmation === confirmation.toUpperCase()) ?? null,
    bookings: async (id, { from, to }) =>
      records()
        .filter(({ start }) => id === practice.id && from <= start && start < to)
        .toSorted((one, other) => one.start - other.start),
  };
}

function peopleMethods(state: MemoryState, once: Once): LedgerOfPeople {
  const { practice, now, people, tickets, consents, calendar } = state;
  const told = (id: PracticeId, { call }: RequestKey) => ({ practice: id, call, at: now(), words: null });
  const textable = (wanted: BookingId | null, call: CallId) =>
    calendar.bookings.find(
      ({ id, call: by, person, state: stands, messages, start }) =>
        id === wanted &&
        (by === call || people.isOwn(call, person)) &&
        stands !== "cancelled" &&
        start > now() &&
        !messages.includes("text"),
    );
  return {
    whoCalls: async (id, phone) => {
      const found = id === practice.id ? people.ofPhone(phone.reveal()) : [];
      return hide(found.map((person) => ({ person, given: people.get(person).details.given })));
    },
    identify: async (id, proof, key) =>
      once("identify", key, () =>
        people.prove(key.call, id === practice.id ? proof.reveal() : { ...nobodyBorn }),
      ),
    stopCalling: async (id, phone, key) => {
      once("recordConsent", key, () => {
        for (const to of ["calls", "texts"] as const)
          consents.keep({ ...told(id, key), to, given: false, phone: phone.reveal() });
      });
    },
    recordConsent: async (id, phone, consent, key) => {
      once("recordConsent", key, () =>
        consents.keep({ ...told(id, key), ...consent, phone: phone.reveal() }),
      );
    },
    answerTexts: async (id, { phone, given, words, booking }, key) => {
      once("answerTexts", key, () => {
        consents.keep({ ...told(id, key), to: "texts", given, phone: phone.reveal(), words: words.reveal() });
        const one = given && practice.texts ? textable(booking, key.call) : undefined;
        if (one !== undefined)
          calendar.change(one, { messages: [...one.messages, "text"], changedAt: one.changedAt });
      });
    },
    consent: async (id, phone, to) => consents.newest(id, phone.reveal(), to),
    preferences: async (_practice, person, { call }) =>
      people.isOwn(call, person) ? hide(people.get(person).preferences ?? noPreferences) : "notAllowed",
    prefer: async (_practice, person, wanted, key) =>
      once("prefer", key, () => {
        if (!people.isOwn(key.call, person)) return "notAllowed";
        const before = people.get(person).preferences ?? noPreferences;
        people.change(person, { preferences: withNews(before, wanted.reveal()) });
        return "preferred";
      }),
    askStatus: async (_practice, person, { call }) =>
      people.isOwn(call, person) ? people.workOf(person) : "notAllowed",
    setStatus: async (_practice, { vehicle, state }) => people.setWork(vehicle, state, now()),
    takeTicket: async (id, { about, purpose, to, phone, message }, key) =>
      once("takeTicket", key, () => {
        const signs = "3467ACDEFGHJKMNPQRTWXY";
        const number = `TAAAA${signs[tickets.length % signs.length]}`;
        const taken = { number, practice: id, state: "open", takenAt: now(), about, purpose, to } as const;
        tickets.push({ ...taken, phone: phone?.reveal() ?? null, message: message.reveal() });
        return number;
      }),
  };
}

/** Whom another practice's proof is about: nobody of this one. */
const nobodyBorn = { kind: "nameAndBirth", given: "", family: "", dateOfBirth: "" } as const;

function recordOf({ id }: Practice, one: MemoryBooking): BookingRecord {
  const { call, bookedAt, changedAt, sequence } = one;
  const shown = { ...bookingOf(one), practice: id, call, bookedAt, changedAt, sequence };
  const { details, visit, reason } = one;
  return {
    ...shown,
    details: hide(details),
    visit: hide(visit),
    reason: reason === null ? null : hide(reason),
  };
}

function resourcesOf({ resource, also }: Pick<Booking, "resource" | "also">): string {
  return [resource, ...also].join("+");
}
