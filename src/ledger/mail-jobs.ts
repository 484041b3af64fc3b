import type { Booking } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { OutboxJob } from "./ledger-context.ts";

export const mailQueue = "mail";

/** What a mail job carries: what it is about, and for whom. `recipient` is `person`, or a staff address of the practice. */
export type MailJob =
  | {
      readonly kind: "booked";
      readonly practice: string;
      readonly confirmation: string;
      readonly recipient: string;
    }
  | {
      readonly kind: "ticket";
      readonly practice: string;
      readonly ticket: string;
      readonly recipient: string;
    };

/** One job for the person, when they gave an address, and one for each staff address. */
export function bookedJobs(
  practice: Practice,
  { id, confirmation, messages }: Booking,
): readonly OutboxJob[] {
  const toPerson = messages.includes("email") ? ["person"] : [];
  return [...toPerson, ...practice.email.staff].map((recipient) =>
    mailJob(`booked/${id}/${recipient}`, { kind: "booked", practice: practice.id, confirmation, recipient }),
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
