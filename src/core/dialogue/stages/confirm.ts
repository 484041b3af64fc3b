import { targetBooking } from "../search/target-booking.ts";
import { request, type StageOf } from "./next.ts";

/** The person will come. */
export const confirm: StageOf = (state) => {
  const booking = targetBooking(state);
  return booking === null ? null : request({ kind: "confirmBooking", booking });
};
