import type { BookingMailJob } from "../ledger/confirmation-jobs.ts";
import { noteDelivery, wasDelivered } from "../ledger/deliveries.ts";
import type { Mail } from "../ports/mailer.ts";
import { personMail, staffMail } from "./booking-mail.ts";
import type { WorkerParts } from "./worker.ts";

/**
 * Sends one mail of a booking, unless it is known to have been sent. What the mail says is read now and not carried in the
 * job, so that no private data lies in the queue and a mail that waited says what is true when it goes out. A booking that was
 * cancelled meanwhile sends nothing.
 */
export async function deliverBookingMail(parts: WorkerParts, id: string, job: BookingMailJob): Promise<void> {
  if (await wasDelivered(parts.database, id)) return;
  const mail = await composeMail(parts, id, job);
  if (mail === null) return;
  await parts.mailer.send(mail);
  await noteDelivery(parts.database, id, parts.clock.now());
}

async function composeMail(
  { ledger, practices }: WorkerParts,
  id: string,
  job: BookingMailJob,
): Promise<Mail | null> {
  const practice = practices.get(job.practice);
  if (practice === undefined) throw new Error(`There is no practice ${job.practice}`);
  const booking = await ledger.bookingByConfirmation(job.practice, job.confirmation);
  if (booking === null || booking.state === "cancelled") return null;
  if (job.recipient !== "person") return staffMail(practice, booking, id, job.recipient);
  // Revealed to be written on the envelope of the mail that they asked for.
  const address = booking.details.reveal().email;
  return address === null ? null : personMail(practice, booking, id, address);
}
