import type { DialogueContext } from "../dialogue-io.ts";
import { type Aim, type DialogueState, negotiate } from "../dialogue-state.ts";
import { byeCue, endsWithByeCue, thatIsItCue } from "../en/cues-table.ts";
import { neverMindCue, nothingCue } from "../en/opening-cues-table.ts";
import { existingCue } from "../en/visit-cues-table.ts";
import type { FieldId } from "../field-ids.ts";
import { forget } from "../fill.ts";
import { actIn, cancels, type Hearing } from "../hearing.ts";
import { ask, askShort, end, type Move, proceed, rest, say } from "../move.ts";
import { lookAgain } from "../search/negotiation.ts";
import { begin } from "../tasks/begin-task.ts";
import { startOver } from "./start-over.ts";

/** Wishes about the conversation itself. They count only when the turn holds no answer. */
export function controlWish(state: DialogueState, hearing: Hearing): Move | null {
  // "Oh wait, my name is …" asks for no moment.
  if ((actIn(hearing, "wait")?.confidence ?? 0) >= SURELY_WAITING)
    return say({ ...state, waiting: true }, "wait", { kind: "takeYourTime" });
  if (actIn(hearing, "repeat", "slower") !== null) return again(state);
  if (actIn(hearing, "startOver") !== null) return startOver(state);
  if (actIn(hearing, "goBack") !== null) return goBack(state);
  if (actIn(hearing, "help") !== null) return ask(state, { kind: "help", field: askedField(state) });
  return null;
}

/** The field that the open question is about. */
export function askedField(state: DialogueState): FieldId | null {
  return state.aim.kind === "field" || state.aim.kind === "confirm" ? state.aim.field : null;
}

/** Says our last words once more, the committed booking included, but never the greeting or an excuse alone. */
function again(state: DialogueState): Move {
  const last = state.lastSaid.map((statement) => ({ ...statement, bargeIn: true }));
  return last.length === 0 ? ask(state) : { ...rest(state), statements: last };
}

/** Back to the question before; from the read-back to the times, and from the times to the last field. */
function goBack(state: DialogueState): Move {
  if (state.done !== null) return ask(state);
  if (state.aim.kind === "readBack" || state.negotiation.held !== null)
    return proceed(lookAgain(state, {}, false));
  const current = askedField(state);
  const previous = state.trail.filter((field) => field !== current).at(-1);
  if (previous === undefined) return askShort(state);
  const trail = state.trail.slice(0, state.trail.lastIndexOf(previous));
  return proceed(negotiate({ ...forget(state, previous), trail }, { offers: null }));
}

const SURELY_WAITING = 0.78;
const SURELY_GOODBYE = 0.84;
/** Confidence of the recognizer from which words are taken for what they are. */
const HEARD_WELL = 0.6;

/** Questions to which "cancel" and "goodbye" are answers. */
const notLeaving: ReadonlySet<Aim["kind"]> = new Set([
  "anythingElse",
  "reallyStop",
  "emergency",
  "agree",
  "instead",
  "resume",
  "texts",
]);

/** "Never mind", "cancel", "goodbye" in the middle. */
export function leaving(state: DialogueState, hearing: Hearing): Move | null {
  const { aim } = state;
  if (notLeaving.has(aim.kind)) return null;
  if (aim.kind === "wish" && nothingCue.test(hearing.words)) return goodbye(state);
  if (aim.kind !== "correctWhat" && neverMindCue.test(hearing.words)) return reallyStop(state);
  // "Cancel the Tuesday one, I'd like Wednesday" is about times, not about the call.
  if (hearing.said.readings.some(({ kind, confidence }) => kind !== "choiceNone" && confidence > 0.5))
    return null;
  // "Later in the day" begins like "later!"; a goodbye in the middle is said alone.
  const bye = actIn(hearing, "goodbye")?.confidence ?? 0;
  const takesLeave =
    endsWithByeCue.test(hearing.words) || (!thatIsItCue.test(hearing.words) && bye >= SURELY_GOODBYE);
  // "That's all" may be an answer misheard; what ends a call is a bye that was heard well.
  const surely = aim.kind === "wish" || (byeCue.test(hearing.words) && hearing.confidence >= HEARD_WELL);
  if (takesLeave && surely) return goodbye(state);
  return takesLeave || cancels(hearing) || actIn(hearing, "stop") !== null ? reallyStop(state) : null;
}

function reallyStop(state: DialogueState): Move {
  return ask({ ...state, aim: { kind: "reallyStop" }, misses: 0 });
}

function goodbye(state: DialogueState): Move {
  return end(state, "done", "goodbye", { kind: "goodbye" });
}

/** "No thanks", when somebody is to call back who was not asked for: nobody has to be called. */
export function callBackDeclined(state: DialogueState, hearing: Hearing): Move | null {
  const { aim, handOff, task } = state;
  if (task !== "callBack" || handOff === null || aim.kind !== "field") return null;
  const declines = actIn(hearing, "thank", "goodbye", "stop") !== null || neverMindCue.test(hearing.words);
  return declines && hearing.said.reply !== "yes" && hearing.said.readings.length === 0
    ? goodbye(state)
    : null;
}

/** "Shall I stop here?" – or was a booking meant that the caller has already? */
export function reallyStopAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  if (state.aim.kind !== "reallyStop") return null;
  if (existingCue.test(hearing.words) && hearing.said.reply !== "yes")
    return begin(state, "cancel", hearing, context);
  if (hearing.said.reply === "yes" || actIn(hearing, "goodbye", "stop", "cancel") !== null)
    return goodbye(state);
  return hearing.said.reply === "no" ? proceed(state) : null;
}
