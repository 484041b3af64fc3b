import { hide } from "../values/private.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { type DialogueState, valueIn } from "./dialogue-state.ts";
import type { Request } from "./requests.ts";
import { isSettled } from "./settled.ts";
import { aimAt, type Next } from "./stages/next.ts";
import { stages } from "./stages/stages.ts";
import { texts } from "./stages/texts.ts";
import { tasks } from "./tasks/tasks.ts";

/**
 * Looks at what is known and names what is wanted next. It keeps no memory of its own, so detours, corrections and answers
 * in any order need no way back: after each of them the plan is made anew.
 */
export function plan(state: DialogueState, context: DialogueContext): Next {
  for (const stage of state.done === null ? tasks[state.task].stages : []) {
    const next = stages[stage](state, context);
    if (next !== null) return next;
  }
  return texts(state, context) ?? aimAt({ kind: state.paused.length > 0 ? "resume" : "anythingElse" });
}

/** An address that is sure is looked up in the address book while the conversation goes on. */
export function addressLookUp(state: DialogueState): Request | null {
  const address = valueIn(state, "address");
  if (address === null || state.addressState !== null || !isSettled(state, "address")) return null;
  return { kind: "checkAddress", address: hide(address) };
}

/** A whole VIN that is sure tells the vehicle, unless that was told already. */
export function vinLookUp(state: DialogueState): Extract<Request, { kind: "decodeVin" }> | null {
  const vin = valueIn(state, "vin");
  if (vin?.length !== WHOLE_VIN || !isSettled(state, "vin") || state.decoded?.reveal() === vin) return null;
  return valueIn(state, "vehicle") === null ? { kind: "decodeVin", vin: hide(vin) } : null;
}

const WHOLE_VIN = 17;
