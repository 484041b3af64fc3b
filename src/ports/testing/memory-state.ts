import type { Booking } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import type { EpochMs } from "../../core/values/ids.ts";
import type { RequestKey, WaitingRecord } from "../ledger.ts";
import type { TicketRecord } from "../ledger-of-staff.ts";
import type { MemoryBooking, MemoryCalendar } from "./memory-calendar.ts";
import type { MemoryConsents } from "./memory-consents.ts";
import type { MemoryPeople } from "./memory-people.ts";

/** As it was taken, open to read: tests are no place for private data. */
export interface MemoryTicket extends Omit<TicketRecord, "phone" | "message"> {
  readonly phone: string | null;
  readonly message: string;
}

export interface MemoryState {
  /** As it is now: a test may change it. */
  readonly practice: Practice;
  readonly now: () => EpochMs;
  readonly calendar: MemoryCalendar;
  readonly people: MemoryPeople;
  readonly consents: MemoryConsents;
  readonly tickets: MemoryTicket[];
  readonly waitlist: WaitingRecord[];
}

/** Who is told that the booking was made or changed, as of now; `mayAskToText` is for whoever is on the line. */
export function withMessages({ practice, calendar, consents }: MemoryState, booking: MemoryBooking): Booking {
  const { messages, mayAskToText } = consents.messagesAbout(practice, booking.details);
  const told = calendar.change(booking, { messages, changedAt: booking.changedAt });
  return { ...bookingOf(told), mayAskToText };
}

/** Gives a key's first answer, and only then does the work. */
export type Once = <Answer>(kind: string, key: RequestKey, work: () => Answer) => Answer;

export const noHolidays: ReadonlySet<string> = new Set();

export function bookingOf(one: MemoryBooking): Booking {
  const { id, confirmation, person, resource, also, offering, start, end, messages, state } = one;
  return {
    ...{ id, confirmation, person, resource, also, offering, start, end, messages, state },
    mayAskToText: false,
  };
}
