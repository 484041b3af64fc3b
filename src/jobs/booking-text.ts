import type { Practice } from "../core/practice/practice.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import { type News, newsOf } from "./booking-mail.ts";
import { whenText } from "./compose-mail.ts";

const words: Readonly<Record<News, (when: string) => string>> = {
  booked: (when) => `your appointment is on ${when}.`,
  moved: (when) => `your appointment has a new time: ${when}.`,
  cancelled: (when) => `your appointment on ${when} is cancelled.`,
};

/**
 * How the booking stands, for a screen that others see too: neither whom it is for nor with whom or what for, because a doctor's
 * name or a visit's tells of health.
 */
export function bookingText(practice: Practice, booking: BookingRecord): string {
  const news = words[newsOf(booking)](whenText(booking.start, practice.timeZone));
  const number = `Confirmation number ${booking.confirmation}.`;
  return `${practice.name}: ${news} ${number} Reply STOP for no more texts.`;
}
