import { hide } from "../core/values/private.ts";
import { noteDelivery, wasDelivered } from "../ledger/deliveries.ts";
import type { BookingJob } from "../ledger/mail-jobs.ts";
import { bookingAsQueued } from "./booking-as-queued.ts";
import { bookingText } from "./booking-text.ts";
import type { WorkerParts } from "./worker.ts";

/** `notWanted`: the number's owner has not agreed to texts; `overtaken`: the booking has changed since. */
export type TextOutcome = "sent" | "sentBefore" | "notWanted" | "overtaken" | "optedOut" | "notTextable";

/**
 * Sends one text about a booking, unless it is known to have been sent, to a number whose owner has agreed to texts. Who has told
 * the telephone company STOP has taken that back, also for what is sent later.
 */
export async function deliverText(parts: WorkerParts, id: string, job: BookingJob): Promise<TextOutcome> {
  const { database, ledger, messenger, clock } = parts;
  if (await wasDelivered(database, id)) return "sentBefore";
  const booking = await bookingAsQueued(ledger, job);
  if (booking === null) return "overtaken";
  const practice = parts.practices.get(booking.practice);
  const [from] = practice?.numbers ?? [];
  // Revealed to be asked for its consent, and for the envelope of the text.
  const phone = booking.details.reveal().phone;
  if (practice?.texts !== true || from === undefined || phone === null) return "notWanted";
  const to = hide(phone);
  if ((await ledger.consent(practice.id, to, "texts")) !== true) return "notWanted";
  const outcome = await messenger.send({ id, from, to, text: bookingText(practice, booking) });
  const takenBack = { to: "texts", given: false } as const;
  if (outcome === "optedOut")
    await ledger.recordConsent(practice.id, to, takenBack, { call: `text-${id}`, request: 1 });
  await noteDelivery(database, id, clock.now());
  return outcome;
}
