import { noteDelivery, wasDelivered } from "../ledger/deliveries.ts";
import { practiceOf } from "../ledger/ledger-context.ts";
import type { BookingJob, MailJob } from "../ledger/mail-jobs.ts";
import type { Mail } from "../ports/mailer.ts";
import { bookingAsQueued } from "./booking-as-queued.ts";
import { personMail, staffMail } from "./booking-mail.ts";
import { personOfferMail, staffOfferMail } from "./offer-mail.ts";
import { ticketMail } from "./ticket-mail.ts";
import type { WorkerParts } from "./worker.ts";

/**
 * Sends one mail, unless it is known to have been sent. What the mail says is read now and not carried in the job, so that no
 * private data lies in the queue and a mail that waited says what is true when it goes out. What has been overtaken, such as
 * a booking that was changed again or a ticket that was done, sends nothing.
 */
export async function deliverMail(parts: WorkerParts, id: string, job: MailJob): Promise<void> {
  if (await wasDelivered(parts.database, id)) return;
  const mail = await mailOf(parts, id, job);
  if (mail === null) return;
  await parts.mailer.send(mail);
  await noteDelivery(parts.database, id, parts.clock.now());
}

function mailOf(parts: WorkerParts, id: string, job: MailJob): Promise<Mail | null> {
  switch (job.kind) {
    case "booked":
    case "changed":
      return bookingMail(parts, id, job);
    case "offer":
      return openOfferMail(parts, id, job);
    case "ticket":
      return openTicketMail(parts, id, job);
  }
}

async function bookingMail(parts: WorkerParts, id: string, job: BookingJob): Promise<Mail | null> {
  const booking = await bookingAsQueued(parts.ledger, job);
  if (booking === null) return null;
  const practice = practiceOf(parts, job.practice);
  if (job.recipient !== "person") return staffMail(practice, booking, id, job.recipient);
  // Revealed to be written on the envelope of the mail that they asked for.
  const address = booking.details.reveal().email;
  return address === null ? null : personMail(practice, booking, id, address);
}

/** Null when the person has been told of another time since, or waits no more. */
async function openOfferMail(
  parts: WorkerParts,
  id: string,
  job: Extract<MailJob, { kind: "offer" }>,
): Promise<Mail | null> {
  const waiting = await parts.ledger.waiting(job.practice);
  const one = waiting.find(({ ticket, offered }) => ticket === job.ticket && offered?.id === job.opening);
  if (one === undefined || one.offered === null) return null;
  const offer = { ...one, offered: one.offered };
  if (job.recipient !== "person")
    return staffOfferMail(practiceOf(parts, job.practice), offer, id, job.recipient);
  const address = one.details.reveal().email;
  return address === null ? null : personOfferMail(practiceOf(parts, job.practice), offer, id, address);
}

async function openTicketMail(
  parts: WorkerParts,
  id: string,
  job: Extract<MailJob, { kind: "ticket" }>,
): Promise<Mail | null> {
  const practice = practiceOf(parts, job.practice);
  const ticket = await parts.ledger.ticket(job.practice, job.ticket);
  if (ticket === null || ticket.state === "done") return null;
  return ticketMail(practice, ticket, id, job.recipient);
}
