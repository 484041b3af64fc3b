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

/**
 * One job for the person, when they gave an address, one for their number, and one for each staff address. Whether the number wants
 * texts is asked when one is to be sent, because its owner may change their mind until then.
 */
export function bookedJobs(practice: Practice, booking: Booking): readonly OutboxJob[] {
  const { id, confirmation } = booking;
  return recipients(practice, booking).map((recipient) =>
    mailJob(`booked/${id}/${recipient}`, { kind: "booked", practice: practice.id, confirmation, recipient }),
  );
}

/** To the same recipients, for a booking that was moved or cancelled. */
export function changedJobs(practice: Practice, booking: Booking, sequence: number): readonly OutboxJob[] {
  const { id, confirmation } = booking;
  const data = { kind: "changed", practice: practice.id, confirmation, sequence: String(sequence) } as const;
  return recipients(practice, booking).map((recipient) =>
    mailJob(`changed/${id}/${sequence}/${recipient}`, { ...data, recipient }),
  );
}

function recipients(practice: Practice, { messages }: Booking): readonly string[] {
  const phone = practice.numbers.length > 0 ? ["phone"] : [];
  return [...(messages.includes("email") ? ["person"] : []), ...phone, ...practice.email.staff];
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
