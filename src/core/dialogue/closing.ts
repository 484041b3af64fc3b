import { cannotYet } from "./control.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { type DialogueState, freshNegotiation } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { actIn, type Hearing } from "./hearing.ts";
import { keepFills } from "./keep-fills.ts";
import { ask, end, type Move, proceed } from "./move.ts";
import { answerTo } from "./questions.ts";

/** The answer to "anything else?", and to "how can I help you?" after somebody said yes to that. */
export function anythingElseAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  const askedOnceMore = state.aim.kind === "wish" && state.booking !== null;
  if (state.aim.kind !== "anythingElse" && !askedOnceMore) return null;
  const answer = answerTo(state, hearing, context);
  if (answer !== null) return ask(state, answer);
  const complains = hearing.said.readings.some(({ kind }) => kind === "complaint");
  if (actIn(hearing, "book") !== null || (askedOnceMore && complains))
    return another(state, hearing, context);
  if (actIn(hearing, "cancel", "change") !== null) return cannotYet(state, context);
  const done = hearing.said.reply === "no" || actIn(hearing, "goodbye", "thank", "stop") !== null;
  if (done) return end(state, "done", "goodbye", { kind: "goodbye" });
  return hearing.said.reply === "yes" ? ask({ ...state, aim: { kind: "wish" }, misses: 0 }) : null;
}

/** What belongs to the person and not to the visit is kept. */
const personal: readonly FieldId[] = [
  "name",
  "dateOfBirth",
  "payer",
  "memberId",
  "groupNumber",
  "address",
  "phone",
  "email",
];

/** One more appointment for the same person. */
function another(state: DialogueState, hearing: Hearing, context: DialogueContext): Move {
  const entries = Object.fromEntries(
    personal.flatMap((field) => (state.entries[field] ? [[field, state.entries[field]]] : [])),
  );
  const anew: DialogueState = {
    ...state,
    entries,
    negotiation: freshNegotiation,
    booking: null,
    aim: { kind: "wish" },
    urgent: false,
  };
  return proceed(keepFills(anew, hearing, context));
}

/**
 * The caller says something while we say goodbye: more than a courtesy opens the conversation again. Null when the call
 * ends all the same.
 */
export function reopened(state: DialogueState, hearing: Hearing): DialogueState | null {
  if (hearing.said.redFlag !== null) return state;
  const mayOpen =
    state.aim.kind === "over" && ["done", "callerSilent", "ticketTaken"].includes(state.aim.why);
  const courtesy = hearing.said.acts.every(({ kind }) =>
    ["goodbye", "thank", "affirm", "greet", "deny"].includes(kind),
  );
  if (!mayOpen || (courtesy && hearing.said.readings.length === 0)) return null;
  const done = state.booking !== null || state.ticket !== null;
  return { ...state, misses: 0, aim: { kind: done ? "anythingElse" : "wish" } };
}
