import type { TextsAnswer } from "../core/dialogue/requests.ts";
import { type BookingRow, bookingColumns, bookingOf } from "./booking-records.ts";
import { writeConsent } from "./consents.ts";
import { type Transaction, timestamp } from "./database.ts";
import { type LedgerContext, type OfCall, practiceOf } from "./ledger-context.ts";
import { textJob } from "./mail-jobs.ts";

/** Keeps the answer; whoever agrees has the booking that was made or moved before they were asked texted about. */
export async function answerTexts(
  ledger: LedgerContext,
  tx: Transaction,
  { practice, call }: OfCall,
  { phone, given, words, booking }: TextsAnswer,
): Promise<void> {
  writeConsent(ledger, tx, { practice, call, phone, consent: { to: "texts", given }, words });
  if (!given || booking === null || !practiceOf(ledger, practice).texts) return;
  const [row] = await tx.query<BookingRow>(
    `UPDATE bookings SET messages = messages || ARRAY['text']
     WHERE id = $1 AND practice = $2 AND is_own_booking($3, bookings) AND state <> 'cancelled' AND starts_at > $4
       AND NOT 'text' = ANY (messages)
     RETURNING ${bookingColumns}`,
    [booking, practice, call, timestamp(ledger.clock.now())],
  );
  if (row !== undefined)
    await ledger.outbox.add(tx, [textJob(practiceOf(ledger, practice), bookingOf(row), row.sequence)]);
}
