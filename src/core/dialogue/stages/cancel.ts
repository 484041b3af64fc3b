import { hide } from "../../values/private.ts";
import { valueIn } from "../dialogue-state.ts";
import { targetBooking } from "../search/target-booking.ts";
import { request, type StageOf } from "./next.ts";

/** The booking is given up, with the reason where one was told. */
export const cancel: StageOf = (state) => {
  const booking = targetBooking(state);
  const reason = valueIn(state, "reason");
  if (booking === null) return null;
  return request({ kind: "cancelBooking", booking, reason: reason === null ? null : hide(reason) });
};
