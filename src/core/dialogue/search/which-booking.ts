import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState, Negotiation } from "../dialogue-state.ts";
import type { Booking } from "../requests.ts";

type Wish = Pick<Negotiation, "days" | "times">;

/**
 * The booking that the caller means: the only one, or the only one on the day that they named. "Move my Tuesday appointment"
 * names a booking, "move it to Tuesday" wishes for a time: a day on which there is a booking names the booking.
 */
export function meantBooking(
  { bookings, negotiation }: DialogueState,
  { practice }: DialogueContext,
): { readonly booking: Booking; readonly wish: Wish } | null {
  const all = bookings ?? [];
  const { days, times } = negotiation;
  const named = days.length === 0 ? [] : all.filter((one) => isOnOneOf(one, days, practice.timeZone));
  const [only] = named.length > 0 ? named : all;
  if (only === undefined || (named.length > 0 ? named : all).length > 1) return null;
  return { booking: only, wish: named.length > 0 ? { days: [], times: [] } : { days, times } };
}

function isOnOneOf({ start }: Booking, days: Wish["days"], timeZone: string): boolean {
  const day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).toPlainDate();
  return days.some(
    ({ from, to, weekdays, except }) =>
      (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
      (to === null || Temporal.PlainDate.compare(day, to) <= 0) &&
      (weekdays === null || weekdays.includes(day.dayOfWeek)) &&
      !except.includes(day.dayOfWeek),
  );
}
