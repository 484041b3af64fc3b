import { hide } from "../../values/private.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import type { Aim, DialogueState } from "../dialogue-state.ts";
import { fieldOf } from "../fields/fields.ts";
import { type Hearing, hear } from "../hearing.ts";
import { type Move, rest } from "../move.ts";
import { send } from "../requesting.ts";
import { byRules } from "../rules.ts";
import type { Consultation, TurnInput } from "./consultation.ts";
import type { ModelQuestion } from "./model-question.ts";
import { questionFor } from "./question-for.ts";

/** Whoever is not understood so often needs a person; and a television in the room shall cost nobody a fortune. */
const MOST_CONSULTATIONS = 25;

/** What the rules have made of a turn; `move` is null when none of them knew what to do. */
export interface Ruled {
  readonly hearing: Hearing;
  readonly move: Move | null;
}

/**
 * Asks a language model instead of saying that we have not understood. Null where there is none, or the rules are sure
 * enough. Nothing is asked while the caller may be in danger, nor about keys, which mean what they mean.
 */
export function askModel(
  state: DialogueState,
  turn: TurnInput,
  ruled: Ruled,
  context: DialogueContext,
): Move | null {
  if (!isUnsure(state, ruled)) return null;
  const question = questionFor(state, turn, context);
  const { state: asking, output } = send(state, context, { kind: "askModel", question });
  const consultation: Consultation = {
    request: state.nextRequest,
    question,
    turn,
    previous: hide(context.previous),
    aim: state.aim,
    since: context.now,
    told: [],
    lookedUp: null,
  };
  const consultations = state.consultations + 1;
  const waiting: DialogueState = { ...asking, aim: { kind: "reply" }, consultation, consultations };
  return { ...rest(waiting), outputs: [output] };
}

/** What would be asked if the caller's turn were this; null when the rules would know. */
export function questionAbout(
  state: DialogueState,
  turn: TurnInput,
  context: DialogueContext,
): ModelQuestion | null {
  // What comes while a model is asked is asked about together with what was said before.
  if (state.waiting || state.consultation !== null) return null;
  const hearing = hear(state, turn, context);
  const unsure = isUnsure(state, { hearing, move: byRules(state, hearing, context) });
  return unsure ? questionFor(state, turn, context) : null;
}

/** Whether a model would be asked about a turn that the rules have looked at. */
function isUnsure(state: DialogueState, { hearing, move }: Ruled): boolean {
  if (!state.assisted || state.consultations >= MOST_CONSULTATIONS) return false;
  if (hearing.keys !== null || hearing.text.trim() === "" || settledAims.has(state.aim.kind)) return false;
  return move === null || isAtALoss(move) || isFaint(state, move);
}

const settledAims: ReadonlySet<Aim["kind"]> = new Set(["reply", "over", "emergency"]);

/** A question that no fact answers. */
function isAtALoss({ sayings }: Move): boolean {
  return sayings.some(({ kind }) => kind === "noFact");
}

/** The answer to the open question was understood so badly that it would be read back where it usually is not. */
function isFaint({ aim }: DialogueState, { state }: Move): boolean {
  if (aim.kind !== "field") return false;
  const entry = state.entries[aim.field];
  const { readBackUpTo } = fieldOf(aim.field);
  return (
    entry?.kind === "value" && entry.how === "speech" && entry.confidence <= Math.min(FAINT, readBackUpTo)
  );
}

const FAINT = 0.3;
