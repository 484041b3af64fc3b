import type { Booking } from "../../core/dialogue/requests.ts";
import { isOfferable } from "../../core/scheduling/openings.ts";
import type { PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { Deed, LedgerOfStaff, TicketRecord } from "../ledger-of-staff.ts";
import type { MemoryBooking } from "./memory-calendar.ts";
import { bookingOf, type MemoryState, type MemoryTicket, noHolidays, type Once } from "./memory-state.ts";

/** The part of the port that staff work with, over what lies in memory. */
export function memoryStaffMethods(state: MemoryState, once: Once): LedgerOfStaff {
  const { calendar, people, now } = state;
  const deeds: { readonly practice: PracticeId; readonly deed: Deed }[] = [];
  const keep = (practice: PracticeId, deed: Omit<Deed, "at">) =>
    deeds.unshift({ practice, deed: { ...deed, at: now() } });
  const upcoming = (confirmation: string): MemoryBooking | null =>
    calendar.bookings.find(
      (one) =>
        one.confirmation === confirmation.toUpperCase() && one.state !== "cancelled" && one.start > now(),
    ) ?? null;
  return {
    ...ticketMethods(state, once),
    async cancelForStaff(practice, confirmation, { staff, reason }) {
      const booking = upcoming(confirmation);
      if (booking === null) return "gone";
      keep(practice, { deed: "cancelBooking", staff, subjects: [booking.id] });
      return bookingOf(calendar.cancel(booking, reason?.reveal() ?? null));
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
      return bookingOf(calendar.move(booking, hold));
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

function ticketMethods(
  { practice, now, tickets }: MemoryState,
  once: Once,
): Pick<LedgerOfStaff, "takeTicket" | "ticket" | "tickets"> {
  const recordOf = (one: MemoryTicket): TicketRecord => ({
    ...one,
    phone: one.phone === null ? null : hide(one.phone),
    message: hide(one.message),
  });
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
      return found === undefined ? null : recordOf(found);
    },
    tickets: async (id) => (id === practice.id ? tickets.map(recordOf).toReversed() : []),
  };
}
