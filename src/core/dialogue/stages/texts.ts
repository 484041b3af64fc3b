import { hide } from "../../values/private.ts";
import { numberToText } from "../person/number-to-text.ts";
import { aimAt, request, type StageOf } from "./next.ts";

/** Whether a new time may be texted: asked when it stands, so that nobody waits for it, and once. */
export const texts: StageOf = (state) => {
  const { done, texts: answer } = state;
  if (done === null || done === "nothing" || answer === "settled") return null;
  if (done.kind !== "booked" && done.kind !== "rescheduled") return null;
  const phone = numberToText(state);
  if (phone === null || !done.booking.mayAskToText) return null;
  return answer === "unasked"
    ? aimAt({ kind: "texts" })
    : request({ kind: "answerTexts", ...answer, phone: hide(phone), booking: done.booking.id });
};
