import { hide } from "../values/private.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { type Aim, type DialogueState, type LookUp, valueIn } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { offersWanted } from "./negotiation.ts";
import { personDetails, ticketOf } from "./person-details.ts";
import type { Request } from "./requests.ts";
import { isSettled, missingPart, wantedFields, wantsReadBack } from "./settled.ts";
import type { Stage } from "./tasks/task.ts";
import { tasks } from "./tasks/tasks.ts";
import { visitDetails } from "./visit.ts";

/** What the task wants next: something of the caller, or something of the world. */
export type Next =
  | { readonly kind: "aim"; readonly aim: Aim }
  | { readonly kind: "request"; readonly lookUp: LookUp; readonly request: Request };

/**
 * Looks at what is known and names what is wanted next. It keeps no memory of its own, so detours, corrections and answers
 * in any order need no way back: after each of them the plan is made anew.
 */
export function plan(state: DialogueState, context: DialogueContext): Next {
  for (const stage of tasks[state.task].stages) {
    const next = stages[stage](state, context);
    if (next !== null) return next;
  }
  return { kind: "aim", aim: { kind: "anythingElse" } };
}

const stages: { readonly [S in Stage]: (state: DialogueState, context: DialogueContext) => Next | null } = {
  fields: nextField,
  openings: nextOpening,
  readBack: ({ negotiation, booking }) =>
    negotiation.agreed || booking !== null ? null : { kind: "aim", aim: { kind: "readBack" } },
  book: nextBooking,
  ticket: (state) =>
    state.ticket === null ? { kind: "request", lookUp: "ticket", request: ticketOf(state) } : null,
};

function nextField(state: DialogueState, { practice }: DialogueContext): Next | null {
  if (state.booking !== null) return null;
  const wanted = wantedFields(state, practice);
  const doubtful = wanted.find((field) => {
    const entry = state.entries[field];
    return entry !== undefined && missingPart(state, field) === null && wantsReadBack(field, entry);
  });
  if (doubtful !== undefined) return { kind: "aim", aim: { kind: "confirm", field: doubtful } };
  const identify = nextIdentification(state, wanted);
  if (identify !== null) return identify;
  const open = wanted.find((field) => !isSettled(state, field));
  if (open === undefined) return null;
  return { kind: "aim", aim: { kind: "field", field: open, part: missingPart(state, open) } };
}

/** As soon as name and date of birth are sure, for what is on file makes later questions shorter. */
function nextIdentification(state: DialogueState, wanted: readonly FieldId[]): Next | null {
  if (state.identity.state !== "unknown" || !wanted.includes("name") || !wanted.includes("dateOfBirth"))
    return null;
  if (!isSettled(state, "name") || !isSettled(state, "dateOfBirth")) return null;
  const { given, family, dateOfBirth } = personDetails(state);
  return {
    kind: "request",
    lookUp: "identify",
    request: {
      kind: "identify",
      proof: hide({ kind: "nameAndBirth", given, family, dateOfBirth: dateOfBirth ?? "" }),
    },
  };
}

function nextOpening(state: DialogueState, { practice }: DialogueContext): Next | null {
  const { offers, chosen, held } = state.negotiation;
  if (held !== null || state.booking !== null) return null;
  if (chosen !== null) return { kind: "request", lookUp: "hold", request: { kind: "hold", opening: chosen } };
  if (offers !== null) return { kind: "aim", aim: { kind: "offer" } };
  const wanted = offersWanted(state, practice);
  return { kind: "request", lookUp: "openings", request: { kind: "findOpenings", wanted } };
}

function nextBooking(state: DialogueState): Next | null {
  const { held } = state.negotiation;
  if (held === null || state.booking !== null) return null;
  return {
    kind: "request",
    lookUp: "book",
    request: {
      kind: "book",
      hold: held.hold,
      person: hide(personDetails(state)),
      visit: hide(visitDetails(state)),
    },
  };
}

/** An address that is sure is looked up in the address book while the conversation goes on. */
export function backgroundLookUp(state: DialogueState): Request | null {
  const address = valueIn(state, "address");
  if (address === null || state.addressState !== null || !isSettled(state, "address")) return null;
  return { kind: "checkAddress", address: hide(address) };
}
