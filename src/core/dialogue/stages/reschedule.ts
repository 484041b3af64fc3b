import { targetBooking } from "../search/target-booking.ts";
import { request, type StageOf } from "./next.ts";

/** The booking moves to the time that is held. */
export const reschedule: StageOf = (state) => {
  const { held } = state.negotiation;
  const booking = targetBooking(state);
  return held === null || booking === null ? null : request({ kind: "reschedule", booking, hold: held.hold });
};
