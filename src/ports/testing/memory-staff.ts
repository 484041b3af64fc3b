import type { Booking } from "../../core/dialogue/requests.ts";
import { isOfferable } from "../../core/scheduling/openings.ts";
import type { PersonId, PracticeId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { phoneText } from "../identity.ts";
import type { Deed, LedgerOfStaff, MergeRecord, TicketRecord } from "../ledger-of-staff.ts";
import type { MemoryBooking } from "./memory-calendar.ts";
import { bookingOf, type MemoryState, type MemoryTicket, noHolidays, withMessages } from "./memory-state.ts";

/** The part of the port that staff work with, over what lies in memory. */
export function memoryStaffMethods(state: MemoryState): LedgerOfStaff {
  const { calendar, people, tickets, now } = state;
  const deeds: { readonly practice: PracticeId; readonly deed: Deed }[] = [];
  const keep = (practice: PracticeId, deed: Omit<Deed, "at">) =>
    deeds.unshift({ practice, deed: { ...deed, at: now() } });
  const merges: { readonly record: Omit<MergeRecord, "names">; readonly undo: () => void }[] = [];
  const merged = (practice: PracticeId, record: Omit<MergeRecord, "at" | "names">, undo: () => void) => {
    merges.unshift({ record: { ...record, at: now() }, undo });
    const deed = record.kind === "person" ? "mergePeople" : "mergeVehicles";
    keep(practice, { deed, staff: record.staff, subjects: [record.kept, record.merged] });
  };
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
      const { answer, undo } = people.mergePeople(pair);
      if (undo === undefined) return answer;
      const moved = calendar.bookings.filter(({ person }) => person === pair.merged).map(({ id }) => id);
      const give = (person: PersonId) => {
        for (const one of calendar.bookings)
          if (moved.includes(one.id)) calendar.change(one, { person, changedAt: one.changedAt });
      };
      give(pair.kept);
      const undoAll = () => {
        undo();
        give(pair.merged);
      };
      merged(practice, { kind: "person", ...pair, staff }, undoAll);
      return answer;
    },
    async mergeVehicles(practice, pair, staff) {
      const { answer, undo } = people.mergeVehicles(pair);
      if (undo !== undefined) merged(practice, { kind: "vehicle", ...pair, staff }, undo);
      return answer;
    },
    async undoMerge(practice, pair, staff) {
      const index = merges.findIndex(
        ({ record }) =>
          record.kind === pair.kind && record.kept === pair.kept && record.merged === pair.merged,
      );
      const stands =
        people.mergedInto(pair.kept) === undefined && people.mergedInto(pair.merged) === pair.kept;
      const [found] = index < 0 || !stands ? [] : merges.splice(index, 1);
      if (found === undefined) return "notThere";
      found.undo();
      keep(practice, { deed: "undoMerge", staff, subjects: [pair.kept, pair.merged] });
      return "parted";
    },
    async keepApart(practice, { one, other }, staff) {
      if (people.keepApart({ one, other }))
        keep(practice, { deed: "keepApart", staff, subjects: [one, other] });
    },
    merges: async (practice) =>
      practice === state.practice.id
        ? merges.map(({ record }) => ({ ...record, names: hide(people.namesOf(record)) }))
        : [],
    doNotCall: async (practice) => {
      const calls = state.consents.all.filter((one) => one.practice === practice && one.to === "calls");
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
      state.consents.all
        .filter((one) => one.practice === practice && phoneText(one.phone) === phoneText(phone.reveal()))
        .map(({ to, given, at, call, words }) => ({
          ...{ to, given, at, call },
          words: words === null ? null : hide(words),
        }))
        .toReversed(),
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
