import type { Booking } from "../../core/dialogue/requests.ts";
import { isOfferable } from "../../core/scheduling/openings.ts";
import type { PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { phoneText } from "../identity.ts";
import type { Deed, LedgerOfStaff, TicketRecord } from "../ledger-of-staff.ts";
import type { MemoryBooking } from "./memory-calendar.ts";
import { type KeepDeed, memoryMergeMethods } from "./memory-merge-methods.ts";
import { bookingOf, type MemoryState, type MemoryTicket, noHolidays, withMessages } from "./memory-state.ts";

/** The part of the port that staff work with, over what lies in memory. */
export function memoryStaffMethods(state: MemoryState): LedgerOfStaff {
  const { now } = state;
  const deeds: { readonly practice: PracticeId; readonly deed: Deed }[] = [];
  const keep: KeepDeed = (practice, deed) => void deeds.unshift({ practice, deed: { ...deed, at: now() } });
  return {
    ...ticketMethods(state, keep),
    ...bookingMethods(state, keep),
    ...memoryMergeMethods(state, keep),
    ...answerMethods(state),
    deeds: async (id) => deeds.filter(({ practice }) => practice === id).map(({ deed }) => deed),
  };
}

function ticketMethods(
  { tickets }: MemoryState,
  keep: KeepDeed,
): Pick<LedgerOfStaff, "ticket" | "tickets" | "settleTicket"> {
  return {
    async ticket(id, number) {
      const found = tickets.find((one) => one.practice === id && one.number === number);
      return found === undefined ? null : ticketRecord(found);
    },
    tickets: async (id) =>
      tickets
        .filter(({ practice }) => practice === id)
        .map(ticketRecord)
        .toReversed(),
    async settleTicket(id, number, { staff, state: wanted }) {
      const index = tickets.findIndex((one) => one.practice === id && one.number === number.toUpperCase());
      const found = tickets[index];
      if (found === undefined) return null;
      const settled = { ...found, state: wanted };
      tickets[index] = settled;
      const deed = wanted === "done" ? "settleTicket" : "reopenTicket";
      if (found.state !== wanted) keep(id, { deed, staff, subjects: [found.number] });
      return ticketRecord(settled);
    },
  };
}

function bookingMethods(
  state: MemoryState,
  keep: KeepDeed,
): Pick<LedgerOfStaff, "cancelForStaff" | "moveForStaff"> {
  const { calendar, now } = state;
  const upcoming = (confirmation: string): MemoryBooking | null =>
    calendar.bookings.find(
      (one) =>
        one.confirmation === confirmation.toUpperCase() && one.state !== "cancelled" && one.start > now(),
    ) ?? null;
  return {
    async cancelForStaff(practice, confirmation, { staff, reason }) {
      const booking = upcoming(confirmation);
      if (booking === null) return "gone";
      keep(practice, { deed: "cancelBooking", staff, subjects: [booking.id] });
      return {
        ...withMessages(state, calendar.cancel(booking, reason?.reveal() ?? null)),
        mayAskToText: false,
      };
    },
    async moveForStaff(practice, confirmation, { staff, opening }) {
      const booking = upcoming(confirmation);
      if (booking === null) return "gone";
      const { id: _, ...place } = opening;
      if (isAt(booking, place)) return bookingOf(booking);
      const hold = isOfferable(state.practice, opening, noHolidays)
        ? calendar.hold("staff", opening, booking.id)
        : null;
      if (hold === null) return "taken";
      keep(practice, { deed: "moveBooking", staff, subjects: [booking.id] });
      return { ...withMessages(state, calendar.move(booking, hold)), mayAskToText: false };
    },
  };
}

function answerMethods({ consents }: MemoryState): Pick<LedgerOfStaff, "doNotCall" | "consents"> {
  return {
    doNotCall: async (practice) => {
      const calls = consents.all.filter((one) => one.practice === practice && one.to === "calls");
      return calls
        .filter(
          (one, index) =>
            !one.given &&
            calls.findLastIndex(({ phone }) => phoneText(phone) === phoneText(one.phone)) === index,
        )
        .map(({ phone, at }) => ({ phone: hide(phone), since: at }))
        .toReversed();
    },
    consents: async (practice, phone) =>
      consents.all
        .filter((one) => one.practice === practice && phoneText(one.phone) === phoneText(phone.reveal()))
        .map(({ to, given, at, call, words }) => ({
          ...{ to, given, at, call },
          words: words === null ? null : hide(words),
        }))
        .toReversed(),
  };
}

function isAt(booking: Booking, place: Pick<Booking, "resource" | "also" | "offering" | "start">): boolean {
  return (
    booking.start === place.start &&
    booking.offering === place.offering &&
    [booking.resource, ...booking.also].join() === [place.resource, ...place.also].join()
  );
}

function ticketRecord(one: MemoryTicket): TicketRecord {
  return { ...one, phone: one.phone === null ? null : hide(one.phone), message: hide(one.message) };
}
