import { hide } from "../../values/private.ts";
import { valueIn } from "../dialogue-state.ts";
import { request, type StageOf } from "./next.ts";

export const stopTexting: StageOf = (state) => {
  const phone = valueIn(state, "phone");
  if (phone === null || typeof state.texts === "string") return null;
  return request({ kind: "answerTexts", ...state.texts, phone: hide(phone), booking: null });
};
