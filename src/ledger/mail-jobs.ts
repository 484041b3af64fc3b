import type { Booking } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { OutboxJob } from "./ledger-context.ts";

export const mailQueue = "mail";

/**
 * What a message's job carries: what it is about, and for whom. `recipient` is `person` for a mail to the address that they gave,
 * `phone` for a text to their number, or a staff address of the practice.
 */
export type MailJob =
  | {
      readonly kind: "booked";
      readonly practice: string;
      readonly confirmation: string;
      readonly recipient: string;
    }
  /** `sequence` is the booking's own after the change. */
  | {
      readonly kind: "changed";
      readonly practice: string;
      readonly confirmation: string;
      readonly sequence: string;
      readonly recipient: string;
    }
  | {
      readonly kind: "offer";
      readonly practice: string;
      readonly ticket: string;
      readonly opening: string;
      readonly recipient: string;
    }
  | {
      readonly kind: "ticket";
      readonly practice: string;
      readonly ticket: string;
      readonly recipient: string;
    };

/** About a booking, to whoever is told of it by mail or by text. */
export type BookingJob = Extract<MailJob, { readonly kind: "booked" | "changed" }>;

/** Whether the message is a text; nothing but bookings is texted about. */
export function isText(job: MailJob): job is BookingJob {
  return job.recipient === "phone";
}

/**
 * About a booking that was made, or moved or cancelled as often as `sequence` says: one job for the person, when they gave an
 * address, one for their number, when its owner has agreed to texts, and one for each staff address.
 */
export function bookingJobs(practice: Practice, booking: Booking, sequence: number): readonly OutboxJob[] {
  const person = booking.messages.map((channel) => (channel === "email" ? "person" : "phone"));
  return [...person, ...practice.email.staff].map((recipient) =>
    bookingJob(practice, booking, sequence, recipient),
  );
}

/** For who agrees to texts when the booking stands already. */
export function textJob(practice: Practice, booking: Booking, sequence: number): OutboxJob {
  return bookingJob(practice, booking, sequence, "phone");
}

function bookingJob(practice: Practice, booking: Booking, sequence: number, recipient: string): OutboxJob {
  const { id, confirmation } = booking;
  const data = { practice: practice.id, confirmation, recipient };
  return sequence === 0
    ? mailJob(`booked/${id}/${recipient}`, { kind: "booked", ...data })
    : mailJob(`changed/${id}/${sequence}/${recipient}`, {
        kind: "changed",
        ...data,
        sequence: String(sequence),
      });
}

/** To the person who waits, or to staff, who then call them, when no address is known. */
export function offerJobs(
  practice: Practice,
  { ticket, opening, hasEmail }: { ticket: string; opening: string; hasEmail: boolean },
): readonly OutboxJob[] {
  return (hasEmail ? ["person"] : practice.email.staff).map((recipient) =>
    mailJob(`offer/${ticket}/${opening}/${recipient}`, {
      kind: "offer",
      practice: practice.id,
      ticket,
      opening,
      recipient,
    }),
  );
}

/** One job for each staff address: whoever was promised a call back must be called. */
export function ticketJobs(practice: Practice, ticket: string): readonly OutboxJob[] {
  return practice.email.staff.map((recipient) =>
    mailJob(`ticket/${ticket}/${recipient}`, { kind: "ticket", practice: practice.id, ticket, recipient }),
  );
}

function mailJob(key: string, data: MailJob): OutboxJob {
  return { key, queue: mailQueue, data };
}
