import { type DialogueState, valueIn } from "../dialogue-state.ts";
import { onFile } from "./on-file.ts";

/** The number that was told, else the one on file of whoever has proved who they are. */
export function numberToText(state: DialogueState): string | null {
  const phone = valueIn(state, "phone") ?? onFile(state, "phone");
  return typeof phone === "string" ? phone : null;
}
