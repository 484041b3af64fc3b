import type { Booking } from "../../core/dialogue/requests.ts";
import { isOfferable } from "../../core/scheduling/openings.ts";
import type { PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { Deed, LedgerOfStaff, TicketRecord } from "../ledger-of-staff.ts";
import type { MemoryBooking } from "./memory-calendar.ts";
import { bookingOf, type MemoryState, type MemoryTicket, noHolidays, withMessages } from "./memory-state.ts";

/** The part of the port that staff work with, over what lies in memory. */
export function memoryStaffMethods(state: MemoryState): LedgerOfStaff {
  const { calendar, people, tickets, now } = state;
  const deeds: { readonly practice: PracticeId; readonly deed: Deed }[] = [];
  const keep = (practice: PracticeId, deed: Omit<Deed, "at">) =>
    deeds.unshift({ practice, deed: { ...deed, at: now() } });
  const upcoming = (confirmation: string): MemoryBooking | null =>
    calendar.bookings.find(
      (one) =>
        one.confirmation === confirmation.toUpperCase() && one.state !== "cancelled" && one.start > now(),
    ) ?? null;
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
    duplicates: async (practice) => (practice === state.practice.id ? people.duplicates : []),
    async mergePeople(practice, pair, staff) {
      const before = people.ways;
      const answer = people.mergePeople(pair);
      if (people.ways === before) return answer;
      for (const one of calendar.bookings)
        if (one.person === pair.merged) calendar.change(one, { person: pair.kept, changedAt: one.changedAt });
      keep(practice, { deed: "mergePeople", staff, subjects: [pair.kept, pair.merged] });
      return answer;
    },
    async mergeVehicles(practice, pair, staff) {
      const before = people.ways;
      const answer = people.mergeVehicles(pair);
      if (people.ways !== before)
        keep(practice, { deed: "mergeVehicles", staff, subjects: [pair.kept, pair.merged] });
      return answer;
    },
    deeds: async (id) => deeds.filter(({ practice }) => practice === id).map(({ deed }) => deed),
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
