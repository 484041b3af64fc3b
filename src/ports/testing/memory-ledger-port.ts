import type { Booking } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import { freedOpening } from "../../core/scheduling/freed-opening.ts";
import { allOpenings, isOfferable, openings } from "../../core/scheduling/openings.ts";
import type { CallId, EpochMs } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { phoneText, withNews } from "../identity.ts";
import type {
  BookingRecord,
  Ledger,
  LedgerOfBookings,
  LedgerOfPeople,
  Preferences,
  RequestKey,
  TicketRecord,
  WaitingRecord,
} from "../ledger.ts";
import type { MemoryBooking, MemoryCalendar } from "./memory-calendar.ts";
import type { MemoryPeople } from "./memory-people.ts";

/** As it was taken, open to read: tests are no place for private data. */
export interface MemoryTicket extends Omit<TicketRecord, "phone" | "message"> {
  readonly phone: string | null;
  readonly message: string;
}

export interface MemoryState {
  readonly practice: Practice;
  readonly now: () => EpochMs;
  readonly calendar: MemoryCalendar;
  readonly people: MemoryPeople;
  readonly tickets: MemoryTicket[];
  readonly waitlist: WaitingRecord[];
}

type Once = <Answer>(kind: string, key: RequestKey, work: () => Answer) => Answer;

const noHolidays: ReadonlySet<string> = new Set();
const noPreferences: Preferences = { language: null, channel: null, reminders: null, favorite: null };

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
    ...ticketMethods(state, once),
  };
}

type TimeMethods = Pick<
  Ledger,
  "findOpenings" | "hold" | "release" | "joinWaitlist" | "waiting" | "offerFreed"
>;

function timeMethods({ practice, now, calendar, people, waitlist }: MemoryState, once: Once): TimeMethods {
  const offered = new Set<string>();
  return {
    findOpenings: async (_practice, wanted) => openings(practice, wanted, calendar.busy, now(), noHolidays),
    async hold(_practice, opening, key) {
      const hold = once("hold", key, () => {
        const real = opening.start > now() && isOfferable(practice, opening, noHolidays);
        return real ? calendar.hold(key.call, opening) : null;
      });
      if (hold === null) return "taken";
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
      id !== practice.id
        ? []
        : waitlist.toSorted((one, other) => Number(one.offered !== null) - Number(other.offered !== null)),
    async offerFreed(_practice, freed, change) {
      if (offered.has(change)) return null;
      offered.add(change);
      for (const one of await this.waiting(practice.id)) {
        const open = allOpenings(practice, one.wanted, calendar.busy, now(), noHolidays);
        const opening = freedOpening(open, freed);
        if (opening === null) continue;
        waitlist[waitlist.indexOf(one)] = { ...one, offered: opening };
        return one.ticket;
      }
      return null;
    },
  };
}

function bookingMethods({ practice, now, calendar, people }: MemoryState, once: Once): LedgerOfBookings {
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
        if (hold === null) return "expired";
        const { person: who, details } = people.save(key.call, person.reveal());
        return bookingOf(calendar.book(hold, who, { details, visit: visit.reveal(), call: key.call }));
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
          : bookingOf(calendar.cancel(found, reason?.reveal() ?? null));
      }),
    reschedule: async (told, id, key) =>
      once("reschedule", key, () => {
        const found = own(told, key.call);
        if (typeof found === "string") return found;
        const hold = calendar.ownLiveHold(id, key.call);
        return hold === null ? "expired" : bookingOf(calendar.move(found, hold));
      }),
    bookingByConfirmation: async (id, confirmation) =>
      records().find((one) => id === practice.id && one.confirmation === confirmation.toUpperCase()) ?? null,
    bookings: async (id, { from, to }) =>
      records()
        .filter(({ start }) => id === practice.id && from <= start && start < to)
        .toSorted((one, other) => one.start - other.start),
  };
}

function peopleMethods({ practice, now, people }: MemoryState, once: Once): LedgerOfPeople {
  const consents = new Map<string, boolean>();
  const record: Ledger["recordConsent"] = async (id, phone, { to, given }, key) => {
    once("recordConsent", key, () => consents.set(`${id}/${to}/${phoneText(phone.reveal())}`, given));
  };
  return {
    whoCalls: async (id, phone) => {
      const found = id === practice.id ? people.ofPhone(phone.reveal()) : [];
      return hide(found.map((person) => ({ person, given: people.get(person).details.given })));
    },
    identify: async (id, proof, key) =>
      once("identify", key, () =>
        people.prove(key.call, id === practice.id ? proof.reveal() : { ...nobodyBorn }),
      ),
    stopCalling: (id, phone, key) => record(id, phone, { to: "calls", given: false }, key),
    recordConsent: record,
    consent: async (id, phone, to) => consents.get(`${id}/${to}/${phoneText(phone.reveal())}`) ?? null,
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
  };
}

/** Whom another practice's proof is about: nobody of this one. */
const nobodyBorn = { kind: "nameAndBirth", given: "", family: "", dateOfBirth: "" } as const;

function ticketMethods(
  { practice, now, tickets }: MemoryState,
  once: Once,
): Pick<Ledger, "takeTicket" | "ticket"> {
  return {
    takeTicket: async (id, { about, purpose, to, phone, message }, key) =>
      once("takeTicket", key, () => {
        const signs = "3467ACDEFGHJKMNPQRTWXY";
        const number = `TAAAA${signs[tickets.length % signs.length]}`;
        const taken = { number, practice: id, state: "open", takenAt: now() } as const;
        tickets.push({
          ...taken,
          about,
          purpose,
          to,
          phone: phone?.reveal() ?? null,
          message: message.reveal(),
        });
        return number;
      }),
    ticket: async (id, number) => {
      const found = tickets.find((one) => id === practice.id && one.number === number);
      if (found === undefined) return null;
      return {
        ...found,
        phone: found.phone === null ? null : hide(found.phone),
        message: hide(found.message),
      };
    },
  };
}

function bookingOf(one: MemoryBooking): Booking {
  const { id, confirmation, person, resource, also, offering, start, end, messages, state } = one;
  return { id, confirmation, person, resource, also, offering, start, end, messages, state };
}

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
