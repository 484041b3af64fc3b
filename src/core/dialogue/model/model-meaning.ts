import type { Understanding } from "../../language/understanding.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";
import { fieldOf } from "../fields/fields.ts";
import { type Fill, fillsOf, put } from "../fill.ts";
import { type Hearing, hear } from "../hearing.ts";
import { isAcceptable } from "../keep-fills.ts";
import { countDenial, isExhausted } from "../ladder.ts";
import { type Move, proceed } from "../move.ts";
import { byRules } from "../rules.ts";
import { lookAgain, wishIn } from "../search/negotiation.ts";
import { isSettled } from "../settled.ts";
import { begin } from "../tasks/begin-task.ts";
import type { Consultation } from "./consultation.ts";
import type { FieldCandidate, ModelCommand, ModelReply } from "./model-question.ts";

/**
 * What a model's reply leads to, by the ways that a caller's own words take: acts go through the rules, values through the
 * parser of their field and a read-back. Null when it means nothing here. What the question did not allow is passed over.
 */
export function meaningOf(
  state: DialogueState,
  { question, turn }: Consultation,
  reply: ModelReply,
  context: DialogueContext,
): Move | null {
  const hearing = hear(state, turn, context);
  const allowed = {
    command: question.commands.find((one) => one === reply.command) ?? null,
    task: question.tasks.find((one) => one === reply.task) ?? null,
    offer: question.offers.findIndex(({ id }) => id === reply.offer),
    fields: reply.fields.filter(({ field }) => question.fields.includes(field)),
  };
  if (allowed.command === "emergency" || allowed.command === "crisis")
    return byRules(state, heardAs(hearing, { redFlag: flag(allowed.command) }), context);
  if (allowed.offer >= 0) {
    const choice = { kind: "choice", value: allowed.offer, ...sure } as const;
    return byRules(state, heardAs(hearing, { readings: [choice] }), context);
  }
  if (allowed.task !== null) {
    const begun = begin(state, allowed.task, heardAs(hearing, {}), context);
    return { ...begun, state: withFields(begun.state, allowed.fields, hearing, context) };
  }
  const filled = withFields(state, allowed.fields, hearing, context);
  if (filled !== state) return proceed({ ...filled, misses: 0 });
  return allowed.command === null ? null : byRules(state, heardAs(hearing, saidBy(allowed.command)), context);
}

const sure = { span: { start: 0, end: 0 }, confidence: 0.9 } as const;

/** The turn with these readings in the place of its own, which led to nothing. */
function heardAs(hearing: Hearing, said: Partial<Understanding>): Hearing {
  const nothing: Understanding = { readings: [], acts: [], reply: null, redFlag: null, complete: 1 };
  return { ...hearing, said: { ...nothing, ...said }, text: "", words: "", rivals: [] };
}

function flag(kind: "emergency" | "crisis") {
  return { kind, category: kind, span: sure.span };
}

function saidBy(command: Exclude<ModelCommand, "emergency" | "crisis">): Partial<Understanding> {
  if (command === "yes") return { reply: "yes" };
  if (command === "no") return { reply: "no" };
  return { acts: [{ kind: command, topic: null, ...sure }] };
}

/** Values that the fields' own parsers find in the model's words. Each waits for the caller's yes to its read-back. */
function withFields(
  state: DialogueState,
  candidates: readonly FieldCandidate[],
  hearing: Hearing,
  context: DialogueContext,
): DialogueState {
  return candidates.reduce((kept, candidate) => withField(kept, candidate, hearing, context), state);
}

function withField(
  state: DialogueState,
  { field, text }: FieldCandidate,
  hearing: Hearing,
  context: DialogueContext,
): DialogueState {
  const asking: DialogueState =
    state.aim.kind === "field" && state.aim.field === field
      ? state
      : { ...state, aim: field === "time" ? { kind: "when" } : { kind: "field", field, part: null } };
  const heard = text.map((words) => ({ text: words, alternatives: [words] }));
  const read = hear(asking, { kind: "turn", by: "typed", heard, confidence: 1 }, context);
  if (field === "time") {
    const wish = wishIn(asking, read, context);
    return wish === null ? state : lookAgain(state, { ...wish, plainRefusals: 0 }, false);
  }
  const fill = fillsOf(asking, read, context).find((one) => one.field === field);
  if (fill === undefined || !isAcceptable(fill)) return state;
  const current: unknown = valueIn(state, field);
  if (current !== null && (isSettled(state, field) || fieldOf(field).same(current, fill.value))) return state;
  // A value that waits for its yes may have been wrong; but there is an end to guessing.
  const before = fill.changes ? countDenial(state, field) : state;
  if (isExhausted(before, field)) return state;
  return put(before, doubtful(inCallersWords(fill, hearing)), hearing.by, context);
}

/** At a confidence at which the field is read back, however it was told. */
function doubtful(fill: Fill): Fill {
  return { ...fill, confidence: Math.min(fill.confidence, fieldOf(fill.field).readBackUpTo, 0.5) };
}

/** What is wrong with somebody is kept as they said it; the model tells only what it is understood as. */
function inCallersWords(fill: Fill, { text }: Hearing): Fill {
  if (fill.field !== "complaint") return fill;
  return { ...fill, value: { ...(fill.value as object), words: text } };
}
