import { reopened } from "./answers/closing.ts";
import type { DialogueContext, DialogueInput } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { backCue } from "./en/cues-table.ts";
import { type Finished, finish } from "./finish.ts";
import { handOff, takeMessage } from "./hand-off.ts";
import { hear } from "./hearing.ts";
import { misunderstood, silent } from "./ladder.ts";
import { askModel } from "./model/ask-model.ts";
import { withoutConsultation } from "./model/consultation.ts";
import { consulted, factChosen, goneOn } from "./model/model-replies.ts";
import { ask, askShort, end, firstQuestion, type Move, rest, say } from "./move.ts";
import { withCallerNamed } from "./person/named-caller.ts";
import { failed } from "./replies/failed.ts";
import { replied } from "./replies/replies.ts";
import { isCommit, late, send } from "./requesting.ts";
import { byRules } from "./rules.ts";

/** The fold of the dialogue over finished turns, silences and replies. Total and pure. */
export function dialogueStep(state: DialogueState, input: DialogueInput, context: DialogueContext): Finished {
  return finish(withoutHolds(moveFor(state, input, context)), context);
}

/** What leaves a question to a language model as it is; everything else makes its answer worthless. */
const patient: ReadonlySet<DialogueInput["kind"]> = new Set([
  "replied",
  "modelSaid",
  "late",
  "noInput",
  "noMatch",
  "resumed",
]);

function moveFor(given: DialogueState, input: DialogueInput, context: DialogueContext): Move {
  const state = patient.has(input.kind) ? given : withoutConsultation(given);
  const { consultation } = state;
  switch (input.kind) {
    case "opened":
      return opening(state, context);
    case "turn":
      return turn({ ...state, turn: state.turn + 1 }, input, context);
    case "noInput":
      return silent(state, input.times);
    case "noMatch":
      return state.waiting ? rest(state) : misunderstood(state, context);
    case "replied":
      return consultation?.request === input.request
        ? consulted(state, consultation, input.outcome, context)
        : replied(state, input, context);
    case "modelSaid":
      return consultation?.request === input.request
        ? factChosen(state, consultation, input.fact, context)
        : rest(state);
    case "late":
      return tooLate(state, context);
    case "resumed":
      return resumed(state, context);
    case "transferFailed":
      return takeMessage(state);
    case "deaf":
      return handOffUnlessOver(state, context, "recognizerLost");
    case "mute":
      return handOffUnlessOver(state, context, "synthesizerLost");
    case "tooLong":
      return end(state, "tooLong", "goodbye", { kind: "tooLong" });
    case "hungUp":
      return hungUp({ ...state, aim: { kind: "over", why: "hungUp" } });
  }
}

/** Nobody is asked for their number beside an emergency instruction; silence ends it. */
function handOffUnlessOver(state: DialogueState, context: DialogueContext, why: string): Move {
  const { kind } = state.aim;
  return kind === "over" || kind === "emergency" ? rest(state) : handOff(state, context, why);
}

/** So long the first question may wait for a reply; the greeting takes longer, so nobody hears it. */
const FIRST_QUESTION_WITHIN_MS = 1_000;

/** The greeting; while it is said it is looked up whom the number belongs to, for the question may name them. */
function opening(state: DialogueState, context: DialogueContext): Move {
  const sayings = [{ kind: "greeting" }, { kind: "disclosure" }] as const;
  const statements = [{ purpose: "greeting", sayings, bargeIn: false }];
  const { callingNumber: phone } = state;
  if (phone === null) return { ...ask(state), statements };
  const waiting = { ...state, firstQuestionBy: context.now + FIRST_QUESTION_WITHIN_MS };
  const sent = send(waiting, context, { kind: "whoCalls", phone });
  return { ...rest(sent.state), statements, outputs: [sent.output] };
}

function turn(
  state: DialogueState,
  input: Extract<DialogueInput, { kind: "turn" }>,
  context: DialogueContext,
): Move {
  const hearing = hear(state, input, context);
  const reached = state.aim.kind === "over" ? reopened(state, hearing) : state;
  if (reached === null) return rest(state);
  const open = withCallerNamed({ ...reached, waiting: false }, hearing);
  if (state.waiting && backCue.test(hearing.words)) return askShort(open);
  const move = byRules(open, hearing, context);
  // Whoever looks for their card talks to others meanwhile.
  if (state.waiting) return move ?? rest(state);
  return askModel(open, input, { hearing, move }, context) ?? move ?? misunderstood(open, context);
}

/** Replies that are overdue count as failures; one at a time, for each may end the call. */
function tooLate(state: DialogueState, context: DialogueContext): Move {
  const { firstQuestionBy } = state;
  if (firstQuestionBy !== null && context.now >= firstQuestionBy) return firstQuestion(state);
  const { move, overdue } = late(state, context.now);
  const [first] = overdue;
  if (first === undefined) return move;
  const { consultation } = move.state;
  return consultation?.request === first.id
    ? goneOn(move.state, consultation, context)
    : failed(move.state, first, false, context);
}

/** Replies may have been lost with the line, so what is open is asked for again, of the world and of the caller. */
function resumed(state: DialogueState, { now }: DialogueContext): Move {
  const requests = state.requests.map((pending) => ({ ...pending, since: now, resting: false }));
  const resent = requests.map(({ id, request }) => ({ kind: "request", id, request }) as const);
  const again = { ...state, requests };
  if (state.aim.kind === "over") return { ...rest(again), outputs: resent };
  const waits = state.aim.kind === "reply";
  const move = waits
    ? say(again, "oneMoment", { kind: "interrupted" }, { kind: "oneMoment" })
    : ask(again, { kind: "interrupted" });
  return { ...move, outputs: resent };
}

/** The caller has said yes, so what rests after a failure is sent once more before nobody is left to do it. */
function hungUp(state: DialogueState): Move {
  const resting = state.requests.filter(({ request, resting: rests }) => rests && isCommit(request));
  const requests = state.requests.map((pending) => ({ ...pending, resting: false }));
  return {
    ...rest({ ...state, requests }),
    outputs: resting.map(({ id, request }) => ({ kind: "request", id, request })),
  };
}

/** A call that is over, or that staff take up, holds no time any more, unless its booking is on the way. */
function withoutHolds(move: Move): Move {
  const { aim, handOff: why, negotiation, paused, requests, toRelease, task } = move.state;
  const over = aim.kind === "over" || (task === "callBack" && why !== null);
  const taken = requests.some(({ request: { kind } }) => kind === "book" || kind === "reschedule");
  const own = taken ? [] : [negotiation];
  const dropped = over ? [...own, ...paused.map((one) => one.negotiation)] : [];
  const holds = dropped.flatMap(({ held }) => (held === null ? [] : [held.hold]));
  if (holds.length === 0) return move;
  return {
    ...move,
    state: {
      ...move.state,
      toRelease: [...toRelease, ...holds],
      paused: [],
      negotiation: own.length === 0 ? negotiation : { ...negotiation, held: null, chosen: null },
    },
  };
}
