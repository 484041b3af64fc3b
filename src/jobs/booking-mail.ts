import type { Offering, Practice, Resource } from "../core/practice/practice.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import type { Mail } from "../ports/mailer.ts";
import { bookingCalendarFile } from "./booking-calendar-file.ts";
import { composeMail, whenText } from "./compose-mail.ts";

/** What a booking mail says, and nothing else: no complaint, no insurance, no date of birth. */
export interface BookingFacts {
  readonly practice: string;
  readonly confirmation: string;
  /** "Monday, March 2, 2026 at 9:30 AM PST". */
  readonly when: string;
  readonly visit: string;
  readonly withWhom: string;
  readonly where: string | null;
  readonly preparation: string | null;
}

/** The confirmation for the person. `to` is the address that they gave. */
export function personMail(practice: Practice, booking: BookingRecord, id: string, to: string): Mail {
  const facts = bookingFacts(practice, booking);
  const lines = [
    `Your appointment at ${facts.practice} is booked.`,
    ...factLines(facts),
    "If you cannot come, please call us.",
  ];
  const subject = `Your appointment at ${facts.practice}: ${facts.when}`;
  return {
    ...composeMail(practice, lines),
    id,
    to,
    subject,
    attachments: [attachment(practice, booking, facts)],
  };
}

/** The copy for the practice's staff. Who it is for stands in the console, behind its lock, not in a mail. */
export function staffMail(practice: Practice, booking: BookingRecord, id: string, to: string): Mail {
  const facts = bookingFacts(practice, booking);
  const lines = ["A new appointment was booked by telephone.", ...factLines(facts)];
  const subject = `New booking ${facts.confirmation}: ${facts.when}`;
  return { ...composeMail(practice, lines), id, to, subject, attachments: [] };
}

function bookingFacts(practice: Practice, booking: BookingRecord): BookingFacts {
  const resource = practice.resources.find(({ id }) => id === booking.resource);
  const offering = practice.offerings.find(({ id }) => id === booking.offering);
  return {
    practice: practice.name,
    confirmation: booking.confirmation,
    when: whenText(booking.start, practice.timeZone),
    visit: visitName(offering),
    withWhom: resource?.name ?? practice.name,
    where: addressOf(practice, resource),
    preparation: offering?.preparation ?? null,
  };
}

function visitName(offering: Offering | undefined): string {
  const name = offering?.name ?? "appointment";
  const bare = name.replace(/^an? /, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function addressOf(practice: Practice, resource: Resource | undefined): string | null {
  const own = practice.locations.find(({ id }) => id === resource?.location);
  return (own ?? practice.locations[0])?.address ?? null;
}

function factLines(facts: BookingFacts): readonly string[] {
  return [
    `When: ${facts.when}`,
    `What: ${facts.visit}`,
    `With: ${facts.withWhom}`,
    ...(facts.where === null ? [] : [`Where: ${facts.where}`]),
    `Confirmation number: ${facts.confirmation}`,
    ...(facts.preparation === null ? [] : [`Please note: ${facts.preparation}`]),
  ];
}

function attachment(
  practice: Practice,
  booking: BookingRecord,
  facts: BookingFacts,
): Mail["attachments"][number] {
  const content = bookingCalendarFile(practice, booking, facts);
  return { name: "appointment.ics", type: "text/calendar; charset=utf-8; method=PUBLISH", content };
}
