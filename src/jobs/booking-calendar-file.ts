import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Practice } from "../core/practice/practice.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import type { BookingFacts } from "./booking-mail.ts";

/**
 * The appointment for the person's calendar. Times are written in UTC, which every calendar shows in the reader's own zone;
 * the entry's id is the booking's, and its sequence number grows with each change, so that a calendar replaces what it has
 * and does not go back when mails arrive out of order. Only a request with organizer and attendee is replaced or cancelled
 * later; a published entry would stay for ever.
 */
export function bookingCalendarFile(
  practice: Practice,
  booking: BookingRecord,
  facts: BookingFacts,
  attendee: string,
): { readonly method: "REQUEST" | "CANCEL"; readonly content: string } {
  const cancelled = booking.state === "cancelled";
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({
    method,
    prodId: { company: "Frontdesk", product: "Frontdesk", language: "EN" },
  });
  calendar.createEvent({
    id: `${booking.id}@${practice.email.from.split("@").at(-1) ?? "localhost"}`,
    start: new Date(booking.start),
    end: new Date(booking.end),
    sequence: booking.sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: practice.name, email: practice.email.from },
    // They have agreed on the telephone, so no answer is asked for.
    attendees: [{ email: attendee, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
    // The time of the last change, so that the same state of a booking always gives the same file.
    stamp: new Date(booking.changedAt),
    summary: `${facts.visit}, ${facts.withWhom}`,
    description: [`Confirmation number ${facts.confirmation}`, facts.preparation ?? ""].join("\n").trim(),
    ...(facts.where === null ? {} : { location: facts.where }),
  });
  return { method, content: calendar.toString() };
}
