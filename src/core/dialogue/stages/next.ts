import type { DialogueContext } from "../dialogue-io.ts";
import type { Aim, DialogueState } from "../dialogue-state.ts";
import type { Request } from "../requests.ts";

/** What the task wants next: something of the caller, or something of the world. */
export type Next =
  | { readonly kind: "aim"; readonly aim: Aim }
  | { readonly kind: "request"; readonly request: Request };

/** Names what a stage still wants; null once it has it. Looks at what is known and keeps no memory of its own. */
export type StageOf = (state: DialogueState, context: DialogueContext) => Next | null;

export function aimAt(aim: Aim): Next {
  return { kind: "aim", aim };
}

export function request(wanted: Request): Next {
  return { kind: "request", request: wanted };
}
