import ical, { ICalCalendarMethod } from "ical-generator";
import type { Practice } from "../core/practice/practice.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import type { BookingFacts } from "./booking-mail.ts";

/**
 * The appointment for the person's calendar. Times are written in UTC, which every calendar shows in the reader's own zone;
 * the entry's id is the booking's, so that importing it twice makes one entry.
 */
export function bookingCalendarFile(practice: Practice, booking: BookingRecord, facts: BookingFacts): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Frontdesk", product: "Frontdesk", language: "EN" },
  });
  calendar.createEvent({
    id: `${booking.id}@${practice.email.from.split("@").at(-1) ?? "localhost"}`,
    start: new Date(booking.start),
    end: new Date(booking.end),
    // The time of booking, so that the same booking always gives the same file.
    stamp: new Date(booking.bookedAt),
    summary: `${facts.visit}, ${facts.withWhom}`,
    description: [`Confirmation number ${facts.confirmation}`, facts.preparation ?? ""].join("\n").trim(),
    ...(facts.where === null ? {} : { location: facts.where }),
  });
  return calendar.toString();
}
