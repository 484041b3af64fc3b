import { noteDelivery, wasDelivered } from "../ledger/deliveries.ts";
import type { MailJob } from "../ledger/mail-jobs.ts";
import type { Mail } from "../ports/mailer.ts";
import { personMail, staffMail } from "./booking-mail.ts";
import { ticketMail } from "./ticket-mail.ts";
import type { WorkerParts } from "./worker.ts";

/**
 * Sends one mail, unless it is known to have been sent. What the mail says is read now and not carried in the job, so that no
 * private data lies in the queue and a mail that waited says what is true when it goes out. A booking that was cancelled or a
 * ticket that was done meanwhile sends nothing.
 */
export async function deliverMail(parts: WorkerParts, id: string, job: MailJob): Promise<void> {
  if (await wasDelivered(parts.database, id)) return;
  const mail =
    job.kind === "booked" ? await bookedMail(parts, id, job) : await openTicketMail(parts, id, job);
  if (mail === null) return;
  await parts.mailer.send(mail);
  await noteDelivery(parts.database, id, parts.clock.now());
}

async function bookedMail(
  parts: WorkerParts,
  id: string,
  job: Extract<MailJob, { kind: "booked" }>,
): Promise<Mail | null> {
  const practice = practiceOf(parts, job);
  const booking = await parts.ledger.bookingByConfirmation(job.practice, job.confirmation);
  if (booking === null || booking.state === "cancelled") return null;
  if (job.recipient !== "person") return staffMail(practice, booking, id, job.recipient);
  // Revealed to be written on the envelope of the mail that they asked for.
  const address = booking.details.reveal().email;
  return address === null ? null : personMail(practice, booking, id, address);
}

async function openTicketMail(
  parts: WorkerParts,
  id: string,
  job: Extract<MailJob, { kind: "ticket" }>,
): Promise<Mail | null> {
  const practice = practiceOf(parts, job);
  const ticket = await parts.ledger.ticket(job.practice, job.ticket);
  if (ticket === null || ticket.state === "done") return null;
  return ticketMail(practice, ticket, id, job.recipient);
}

function practiceOf({ practices }: WorkerParts, job: MailJob) {
  const practice = practices.get(job.practice);
  if (practice === undefined) throw new Error(`There is no practice ${job.practice}`);
  return practice;
}
