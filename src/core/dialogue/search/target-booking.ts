import { type DialogueState, valueIn } from "../dialogue-state.ts";
import type { Booking } from "../requests.ts";

/** The booking that the task is about; null until it is known which. */
export function targetBooking(state: DialogueState): Booking | null {
  const id = valueIn(state, "booking");
  return state.bookings?.find((booking) => booking.id === id) ?? null;
}

/** With one booking nobody is asked which. */
export function severalBookings({ bookings }: DialogueState): boolean {
  return (bookings?.length ?? 0) > 1;
}
