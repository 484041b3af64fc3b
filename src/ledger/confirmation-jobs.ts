import type { Booking } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { OutboxJob } from "./ledger-context.ts";

export const mailQueue = "mail";

/** What a mail job carries: which booking, and for whom. */
export interface BookingMailJob {
  readonly practice: string;
  readonly confirmation: string;
  /** `person`, or the staff address that gets a copy. */
  readonly recipient: string;
}

/** One job for the person, when they gave an address, and one for each staff address. */
export function confirmationJobs(practice: Practice, booking: Booking): readonly OutboxJob[] {
  const toPerson = booking.messages.includes("email") ? ["person"] : [];
  return [...toPerson, ...practice.email.staff].map((recipient) => {
    const data = { practice: practice.id, confirmation: booking.confirmation, recipient };
    return { key: `booked/${booking.id}/${recipient}`, queue: mailQueue, data };
  });
}
