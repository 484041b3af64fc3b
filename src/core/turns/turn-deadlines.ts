import type { Ms } from "../values/ids.ts";
import { SURE_MS } from "./caller-habits.ts";
import { finishUtterance, giveUpWaiting, isOnlyNoise, passOver } from "./caller-speech.ts";
import { endKeys, KEY_PAUSE_MS } from "./key-entry.ts";
import { bargeIn, bargeInDue, firstPromptOver, mustBeHeard } from "./playing.ts";
import { settle } from "./settle.ts";
import {
  type AwaitedWords,
  andThen,
  type OpenTurn,
  step,
  type TurnState,
  type TurnStep,
} from "./turn-state.ts";

/** A turn is cut after this much speech, so that nobody talks to a machine that never answers. */
const MONOLOGUE_MS = 60_000;
/** A whole answer to which no word is added for so long is one, though a television goes on talking behind it. */
const NO_NEW_WORDS_MS = 3_000;
/** Sound without any words for so long is looked into: sooner when it has stopped a prompt. */
const WORDLESS_MS = 10_000;
const WORDLESS_OVER_PROMPT_MS = 4_000;
/** After a cough: time enough for the word before which it was. */
const NOISE_MS = 260;
const MIN_NO_INPUT_MS = 100;
/** Final words that come later than this after they were asked for are excused: silence beyond it is felt as a fault. */
const OVERDUE_MS = 1_100;

/** Something that happens by itself if nothing else happens before. */
interface Due {
  readonly at: Ms;
  readonly serve: (state: TurnState) => TurnStep;
}

/** The earliest of what happens by itself. */
export function nextDue(state: TurnState): Due | null {
  let next: Due | null = null;
  for (const due of [promptDue(state), keysDue(state), speechDue(state), stopDue(state), silenceDue(state)]) {
    if (due !== null && (next === null || due.at < next.at)) next = due;
  }
  return next;
}

/** Serves everything that is due by the state's time. Each kind of due moves on when served, so this ends. */
export function serveDue(state: TurnState): TurnStep {
  const due = nextDue(state);
  if (due === null || due.at > state.at) return step(state);
  return andThen(due.serve(state), (served) => andThen(bargeIn(served), serveDue));
}

function promptDue({ playing }: TurnState): Due | null {
  if (playing === null) return null;
  return { at: playing.firstEndsBy, serve: (state) => step(firstPromptOver(state)) };
}

function keysDue({ keys }: TurnState): Due | null {
  if (keys === null) return null;
  return { at: keys.lastAt + KEY_PAUSE_MS, serve: (state) => endKeys(state, keys.digits) };
}

/** The voice has then lasted long enough to stop us, which is looked at after every input and every due. */
function stopDue(state: TurnState): Due | null {
  const at = bargeInDue(state);
  return at === null || at <= state.at ? null : { at, serve: step };
}

function silenceDue(state: TurnState): Due | null {
  const { expected, quietSince } = state;
  if (expected === null || quietSince === null) return null;
  if (state.playing !== null || state.turn !== null || state.keys !== null) return null;
  return { at: quietSince + Math.max(MIN_NO_INPUT_MS, expected.noInputAfterMs), serve: noInput };
}

function noInput(state: TurnState): TurnStep {
  const times = state.noInputs + 1;
  return step({ ...state, noInputs: times, quietSince: state.at }, { kind: "noInput", times });
}

function speechDue(state: TurnState): Due | null {
  const { turn } = state;
  if (turn === null) return null;
  if (turn.held) return mustBeHeard(state) ? null : { at: state.at, serve: settle };
  if (turn.awaiting !== null) return awaitedDue(state, turn, turn.awaiting);
  if (turn.voiceSince !== null) return voiceDue(turn, turn.voiceSince);
  if (isOnlyNoise(turn)) {
    return { at: turn.lastSoundAt + NOISE_MS, serve: (now) => passOver(now, turn) };
  }
  const at = turn.lastSoundAt + turn.patienceMs;
  if (!turn.wordsWanted) return { at, serve: settle };
  return { at, serve: (now) => finishUtterance(now, turn, "pause") };
}

/** The words are given up on in the end, and excused before that if the caller hears nothing meanwhile. */
function awaitedDue({ playing }: TurnState, turn: OpenTurn, awaiting: AwaitedWords): Due {
  const overdueAt = Math.max(awaiting.askedAt, turn.lastSoundAt) + OVERDUE_MS;
  const silence = playing === null && turn.voiceSince === null && awaiting.because === "pause";
  if (!silence || awaiting.excused || awaiting.voiceless || overdueAt >= awaiting.until)
    return { at: awaiting.until, serve: (now) => giveUpWaiting(now, turn) };
  const excused = { ...turn, awaiting: { ...awaiting, excused: true } };
  return { at: overdueAt, serve: (now) => step({ ...now, turn: excused }, { kind: "wordsOverdue" }) };
}

function voiceDue(turn: OpenTurn, voiceSince: Ms): Due {
  const monologueAt = turn.startedAt + MONOLOGUE_MS;
  const wordless = turn.pieces.length === 0 && turn.hypothesis === null;
  const wordlessMs = turn.interrupted.length > 0 ? WORDLESS_OVER_PROMPT_MS : WORDLESS_MS;
  if (wordless && voiceSince + wordlessMs < monologueAt) {
    return { at: voiceSince + wordlessMs, serve: (state) => finishUtterance(state, turn, "wordless") };
  }
  const answered = turn.hypothesis !== null && turn.patienceMs <= SURE_MS;
  if (answered && turn.wordsAt + NO_NEW_WORDS_MS < monologueAt) {
    const at = turn.wordsAt + NO_NEW_WORDS_MS;
    return { at, serve: (state) => finishUtterance(state, turn, "noNewWords") };
  }
  return { at: monologueAt, serve: (state) => finishUtterance(state, turn, "monologue") };
}
