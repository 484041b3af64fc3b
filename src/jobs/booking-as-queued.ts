import type { BookingJob } from "../ledger/mail-jobs.ts";
import type { BookingRecord, Ledger } from "../ports/ledger.ts";

/**
 * The booking as it was when the job was queued. Null for one that has changed since: the message about that change says how it
 * stands.
 */
export async function bookingAsQueued(ledger: Ledger, job: BookingJob): Promise<BookingRecord | null> {
  const booking = await ledger.bookingByConfirmation(job.practice, job.confirmation);
  const sequence = job.kind === "changed" ? job.sequence : "0";
  return booking !== null && String(booking.sequence) === sequence ? booking : null;
}
