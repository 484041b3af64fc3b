import { dialogueStep } from "../dialogue/dialogue.ts";
import type { DialogueInput, DialogueOutput } from "../dialogue/dialogue-io.ts";
import { listeningFor } from "../dialogue/expectation-of.ts";
import { excusePurpose } from "../dialogue/requesting.ts";
import { isQuestion } from "../dialogue/saying.ts";
import type { CutPrompt, TurnInput, TurnOutput } from "../turns/turn-io.ts";
import { turnStep } from "../turns/turns.ts";
import { hide } from "../values/private.ts";
import type { Prompt } from "../wording/prompt.ts";
import { render } from "../wording/render.ts";
import type { CallState } from "./call-state.ts";
import { circumstancesOf, dialogueContext, noInputAfterMs } from "./circumstances.ts";
import { type EndedTurn, isBinding, meaningOf } from "./continued-turn.ts";
import type { Effect } from "./effects.ts";
import { agentSays, callerSaid } from "./history.ts";
import { placesIn, saidIn, textOf, wordingContext } from "./prompt-words.ts";
import { outcomesAgain, saidOn, stated } from "./unheard-outcomes.ts";

/** A state with what is to be done about it so far. */
export interface Progress {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

export function progress(state: CallState, ...effects: readonly Effect[]): Progress {
  return { state, effects };
}

export function andThen(before: Progress, next: (state: CallState) => Progress): Progress {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}

/** Lets turn-taking learn something, and carries its decisions to the dialogue and to the line. */
export function takeTurn(state: CallState, input: TurnInput): Progress {
  const { state: turns, outputs } = turnStep(state.turns, input);
  return serveTurns({ ...state, turns }, outputs);
}

export function serveTurns(state: CallState, outputs: readonly TurnOutput[]): Progress {
  return outputs.reduce(
    (before, output) => andThen(before, (now) => serveTurn(now, output)),
    progress(state),
  );
}

function serveTurn(state: CallState, output: TurnOutput): Progress {
  switch (output.kind) {
    case "turnEnded":
      return turnEnded(callerSaid(state, output.by, output.heard), output);
    case "wordsOverdue":
      return excuse(state);
    case "finishUtterance":
      return progress(state, output);
    case "clearAudio":
      return progress(state, output);
    case "resumePrompt":
      return sayRest(state, output);
    case "noMatch":
      return converse(state, { kind: "noMatch" });
    case "noInput":
      return converse(state, { kind: "noInput", times: output.times });
  }
}

function turnEnded(state: CallState, ended: EndedTurn): Progress {
  const meaning = meaningOf(ended, state, dialogueContext(state));
  switch (meaning.kind) {
    case "nothing":
      return andThen(
        toGoOnWith(state, ended).reduce(
          (before, cut) => andThen(before, (now) => sayRest(now, cut)),
          progress(state),
        ),
        // It is the caller's move again, so that their silence counts.
        expectAnswer,
      );
    case "revision": {
      const { dialogue, previous } = meaning;
      return takeAnswer({ ...state, dialogue, previous, ending: null }, { ...ended, ...meaning });
    }
    case "answer": {
      const halfStated =
        ended.answerHeard === "halfStatement" ? (ended.cut.at(-1) ?? null) : state.halfStated;
      return takeAnswer({ ...state, halfStated }, ended);
    }
  }
}

/** What a turn that changes nothing has cut off, or what an earlier one has left half said. */
function toGoOnWith({ halfStated }: CallState, { cut, answerHeard }: EndedTurn): readonly CutPrompt[] {
  return cut.length === 0 && answerHeard === "question" && halfStated !== null ? [halfStated] : cut;
}

/** Lets the dialogue have a turn, and keeps both as they were, in case the turn goes on. */
function takeAnswer(state: CallState, { by, heard, confidence }: Omit<EndedTurn, "kind">): Progress {
  const { dialogue, previous } = state;
  const lastTurn = by === "speech" ? { dialogue, previous, heard, confidence, binding: false } : null;
  return converse({ ...state, lastTurn }, { kind: "turn", by, heard, confidence });
}

/** Lets the dialogue learn something, and says and asks for what it wants. */
export function converse(state: CallState, input: DialogueInput): Progress {
  const context = dialogueContext(state);
  const finished = dialogueStep(state.dialogue, input, context);
  const spoken = finished.outputs.reduce(
    (before, output) => andThen(before, (now) => serveDialogue(now, output)),
    progress({ ...state, dialogue: finished.state, previous: hide(saidIn(state, finished.outputs)) }),
  );
  return andThen(spoken, expectAnswer);
}

function serveDialogue(state: CallState, output: DialogueOutput): Progress {
  switch (output.kind) {
    case "say":
      return say(state, output);
    case "request":
      return progress(isBinding(output.request) ? bound(state) : state, output);
    case "transfer":
    case "hangUp":
      return progress({ ...state, ending: output });
  }
}

function bound(state: CallState): CallState {
  const { lastTurn } = state;
  return lastTurn === null ? state : { ...state, lastTurn: { ...lastTurn, binding: true } };
}

/**
 * Says something new, after what was cut off and must be known. A question that is being put when the world's reply brings
 * another one is out of date: nobody can answer two.
 */
function say(state: CallState, output: Extract<DialogueOutput, { kind: "say" }>): Progress {
  const { turns, at } = state;
  const asking = turns.playing?.prompts[0].questionFrom ?? null;
  const quiet =
    asking !== null && output.sayings.some(isQuestion)
      ? takeTurn(state, { kind: "interrupt", at })
      : progress(state);
  return andThen(quiet, (now) => sayNow(now, output));
}

function sayNow(state: CallState, output: Extract<DialogueOutput, { kind: "say" }>): Progress {
  const sayings = [...outcomesAgain(state, output.sayings), ...output.sayings];
  const { bargeIn, purpose } = output;
  const pieces = render(sayings, wordingContext(state));
  const speaking = stated({ ...state, ending: null }, state.nextPrompt, sayings, hide(textOf(pieces)));
  return speak(speaking, { pieces, bargeIn, purpose }, placesIn(state, sayings));
}

/** Fills the time until the caller's own words are here; nothing that the caller was told, and no question. */
function excuse(state: CallState): Progress {
  const pieces = render([{ kind: "oneMoment" }], wordingContext(state));
  const places = { questionFrom: null, statedUpTo: null };
  return speak(state, { pieces, bargeIn: true, purpose: excusePurpose }, places);
}

/** Numbers a prompt and gives it to the line and to turn-taking. */
function speak(
  state: CallState,
  words: Omit<Prompt, "id" | "playback">,
  places: Pick<CutPrompt, "questionFrom" | "statedUpTo">,
): Progress {
  if (words.pieces.length === 0) return progress(state);
  const prompt: Prompt = { id: state.nextPrompt, playback: state.turns.playback, ...words };
  const halfStated = places.questionFrom === null ? state.halfStated : null;
  const said = agentSays({ ...state, halfStated, nextPrompt: state.nextPrompt + 1 }, prompt);
  const text = textOf(prompt.pieces);
  const queued = takeTurn(said, {
    kind: "promptQueued",
    at: state.at,
    prompt: prompt.id,
    playback: prompt.playback,
    characters: text.length,
    text: hide(text),
    ...places,
    bargeIn: prompt.bargeIn,
    filler: prompt.purpose === excusePurpose,
  });
  return { state: queued.state, effects: [{ kind: "speak", prompt }, ...queued.effects] };
}

/**
 * The caller had only coughed, or said nothing new, or the sound failed: the rest of the prompt is said, as a prompt of its
 * own.
 */
function sayRest(state: CallState, cut: CutPrompt): Progress {
  const { prompt, from, bargeIn, questionFrom, statedUpTo } = cut;
  const line = state.history.find((one) => one.by === "agent" && one.prompt === prompt);
  if (line === undefined || line.by !== "agent" || line.purpose === excusePurpose) return progress(state);
  const text = line.text.map((whole) => whole.slice(from).trim());
  if (text.reveal() === "") return progress(state);
  const speaking = saidOn(state, prompt, from, state.nextPrompt);
  const words = { pieces: [{ text, fixed: false }], bargeIn, purpose: line.purpose };
  return speak(speaking, words, { questionFrom, statedUpTo });
}

/** Tells turn-taking and the recognizer what the answer may be. */
function expectAnswer(state: CallState): Progress {
  const context = dialogueContext(state);
  const expectation = listeningFor(state.dialogue, context);
  const expecting = takeTurn(state, {
    kind: "expecting",
    at: state.at,
    circumstances: circumstancesOf(state, context),
    noInputAfterMs: noInputAfterMs(state),
  });
  const known = JSON.stringify(expectation) === JSON.stringify(state.listeningFor) || state.ending !== null;
  return andThen(expecting, (now) => listenInTime({ ...now, toListenFor: known ? null : expectation }));
}

/**
 * Tells the recognizer what is asked now, but not before the caller has heard anything of it: until then they may go on with
 * the answer before, which has to be recognized as that.
 */
export function listenInTime(state: CallState): Progress {
  const { toListenFor, turns, dialogue, lastTurn } = state;
  const speaking = turns.playing !== null || dialogue.aim.kind === "reply";
  if (toListenFor === null || (lastTurn !== null && turns.answerHeard === "nothing" && speaking))
    return progress(state);
  return progress(
    { ...state, listeningFor: toListenFor, toListenFor: null },
    { kind: "listenFor", expectation: toListenFor },
  );
}
