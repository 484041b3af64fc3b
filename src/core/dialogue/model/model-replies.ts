import { hide } from "../../values/private.ts";
import { type DialogueContext, today } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { hear } from "../hearing.ts";
import { misunderstood } from "../ladder.ts";
import { askShort, type Move, rest, say } from "../move.ts";
import { send } from "../requesting.ts";
import type { Outcome, Request } from "../requests.ts";
import { byRules } from "../rules.ts";
import type { Saying } from "../saying.ts";
import { type Consultation, withoutConsultation } from "./consultation.ts";
import { meaningOf } from "./model-meaning.ts";
import type { ModelLookUp, ModelReply, SayableFact } from "./model-question.ts";
import { practiceFacts } from "./practice-facts.ts";

/** More facts than this in one answer are not listened to. */
const MOST_FACTS = 3;

/** A fact is told as soon as it is chosen; the open question waits for the rest of the answer. */
export function factChosen(
  state: DialogueState,
  consultation: Consultation,
  fact: string,
  context: DialogueContext,
): Move {
  const [saying] = sayingsOf(consultation, [fact], context);
  if (saying === undefined) return rest(state);
  const told = [...consultation.told, fact];
  const telling: DialogueState = {
    ...state,
    aim: consultation.aim,
    consultation: { ...consultation, told },
  };
  return say(telling, "answer", saying);
}

/** The reply to the question itself, or to what was looked up for it. Whatever is no help leaves the turn to the rules. */
export function consulted(
  state: DialogueState,
  consultation: Consultation,
  outcome: Outcome,
  context: DialogueContext,
): Move {
  const then = { ...context, previous: consultation.previous.reveal() };
  if (outcome.kind !== "modelReplied") return lookedUp(state, consultation, outcome, then);
  const { reply } = outcome;
  const wanted = consultation.question.lookUps.find((one) => one === reply.lookUp);
  const looking = wanted === undefined ? null : lookUp(state, consultation, wanted, then);
  return looking ?? concluded(state, consultation, reply, then);
}

function concluded(
  state: DialogueState,
  consultation: Consultation,
  reply: ModelReply,
  context: DialogueContext,
): Move {
  const settled = withoutConsultation(state);
  const sayings = sayingsOf(consultation, reply.facts, context);
  const move = meaningOf(settled, consultation, reply, context);
  // An instruction in an emergency comes before anything else and alone.
  if (move !== null && move.state.aim.kind !== "emergency")
    return { ...move, sayings: [...sayings, ...move.sayings] };
  if (move !== null) return move;
  if (sayings.length > 0) return { ...askShort({ ...settled, misses: 0 }, ...sayings), purpose: null };
  return goneOn(state, consultation, context);
}

/** What happens without any help: the rules' own way, or, where something was told already, the open question. */
export function goneOn(state: DialogueState, consultation: Consultation, context: DialogueContext): Move {
  const settled = withoutConsultation(state);
  if (consultation.told.length > 0) return askShort({ ...settled, misses: 0 });
  const then = { ...context, previous: consultation.previous.reveal() };
  return byRules(settled, hear(settled, consultation.turn, then), then) ?? misunderstood(settled, context);
}

/** The facts of the question that have these ids and were not told yet, as they are said. */
function sayingsOf(
  { question, lookedUp, told }: Consultation,
  ids: readonly string[],
  context: DialogueContext,
): readonly Saying[] {
  const known = [...(lookedUp ?? []), ...practiceFacts(context.practice, today(context))];
  const sayable = ids.filter((id) => !told.includes(id) && question.facts.some((fact) => fact.id === id));
  const chosen = [...new Set(sayable)].flatMap((id) => known.filter((fact) => fact.id === id));
  return chosen.slice(0, Math.max(0, MOST_FACTS - told.length)).map(({ saying }) => saying);
}

/** Sends what the model wants to know, once, for the person that the ledger has found this call to be. */
function lookUp(
  state: DialogueState,
  consultation: Consultation,
  wanted: ModelLookUp,
  context: DialogueContext,
): Move | null {
  const { person } = state.identity;
  if (consultation.lookedUp !== null || person === null) return null;
  const request: Request = { kind: wanted === "bookings" ? "listBookings" : "askStatus", person };
  return asked(state, consultation, request, context);
}

/** What was found goes to the model as further facts; what was not leaves the turn to the rules. */
function lookedUp(
  state: DialogueState,
  consultation: Consultation,
  outcome: Outcome,
  context: DialogueContext,
): Move {
  const found = factsIn(outcome, state);
  if (found === null) return goneOn(state, consultation, context);
  const words = found.map(({ id, saying }): SayableFact => ({ id, words: hide(context.wordsOf([saying])) }));
  const question = {
    ...consultation.question,
    lookUps: [],
    facts: [...words, ...consultation.question.facts],
  };
  return asked(
    state,
    { ...consultation, question, lookedUp: found },
    { kind: "askModel", question },
    context,
  );
}

function factsIn(outcome: Outcome, { task }: DialogueState): Consultation["lookedUp"] {
  if (outcome.kind === "bookings")
    return outcome.bookings.length === 0
      ? [{ id: "bookings-none", saying: { kind: "noBookings" } }]
      : outcome.bookings.map((booking, index) => ({
          id: `booking-${index + 1}`,
          saying: { kind: "alreadyBooked", booking },
        }));
  if (outcome.kind !== "status") return null;
  return [{ id: "status", saying: { kind: "committed", outcome, task, staff: null } }];
}

/** The next request of the same consultation. Its time counts from the turn. */
function asked(
  state: DialogueState,
  consultation: Consultation,
  request: Request,
  context: DialogueContext,
): Move {
  const bare = withoutConsultation(state);
  const { state: sent, output } = send(bare, context, request);
  const { since, aim, told } = consultation;
  const requests = sent.requests.map((one) => (one.id === bare.nextRequest ? { ...one, since } : one));
  const asking: DialogueState = {
    ...sent,
    requests,
    aim: told.length > 0 ? aim : { kind: "reply" },
    consultation: { ...consultation, request: bare.nextRequest },
  };
  return { ...rest(asking), outputs: [output] };
}
