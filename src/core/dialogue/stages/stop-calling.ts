import { hide } from "../../values/private.ts";
import { valueIn } from "../dialogue-state.ts";
import { request, type StageOf } from "./next.ts";

export const stopCalling: StageOf = (state) => {
  const phone = valueIn(state, "phone");
  return phone === null ? null : request({ kind: "stopCalling", phone: hide(phone) });
};
