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

export type News = "booked" | "moved" | "cancelled";

const personNews: Readonly<Record<News, { readonly begins: string; readonly ends: string }>> = {
  booked: { begins: "is booked", ends: "If you cannot come, please call us." },
  moved: { begins: "has a new time", ends: "If you cannot come, please call us." },
  cancelled: { begins: "is cancelled", ends: "If you would like another time, please call us." },
};

const staffNews: Readonly<Record<News, { readonly subject: string; readonly begins: string }>> = {
  booked: { subject: "New booking", begins: "A new appointment was booked by telephone." },
  moved: { subject: "Moved booking", begins: "An appointment was moved by telephone." },
  cancelled: { subject: "Cancelled booking", begins: "An appointment was cancelled by telephone." },
};

/** What has happened to the booking last. */
export function newsOf({ state, sequence }: BookingRecord): News {
  if (state === "cancelled") return "cancelled";
  return sequence === 0 ? "booked" : "moved";
}

/** Tells the person how their booking stands now. `to` is the address that they gave. */
export function personMail(practice: Practice, booking: BookingRecord, id: string, to: string): Mail {
  const facts = { ...appointmentFacts(practice, booking), confirmation: booking.confirmation };
  const { begins, ends } = personNews[newsOf(booking)];
  const lines = [`Your appointment at ${facts.practice} ${begins}.`, ...factLines(facts), ends];
  const subject = `Your appointment at ${facts.practice} ${begins}: ${facts.when}`;
  return {
    ...composeMail(practice, lines),
    id,
    to,
    subject,
    attachments: [attachment(practice, booking, facts, to)],
  };
}

/** The copy for the practice's staff. Who it is for stands in the console, behind its lock, not in a mail. */
export function staffMail(practice: Practice, booking: BookingRecord, id: string, to: string): Mail {
  const facts = { ...appointmentFacts(practice, booking), confirmation: booking.confirmation };
  const news = staffNews[newsOf(booking)];
  const lines = [news.begins, ...factLines(facts)];
  const subject = `${news.subject} ${facts.confirmation}: ${facts.when}`;
  return { ...composeMail(practice, lines), id, to, subject, attachments: [] };
}

/** What can be told of a booking, or of an opening that could become one. */
export function appointmentFacts(
  practice: Practice,
  booking: Pick<BookingRecord, "resource" | "offering" | "start">,
): Omit<BookingFacts, "confirmation"> {
  const resource = practice.resources.find(({ id }) => id === booking.resource);
  const offering = practice.offerings.find(({ id }) => id === booking.offering);
  return {
    practice: practice.name,
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
  to: string,
): Mail["attachments"][number] {
  const { method, content } = bookingCalendarFile(practice, booking, facts, to);
  return { name: "appointment.ics", type: `text/calendar; charset=utf-8; method=${method}`, content };
}
