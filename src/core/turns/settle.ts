import { nothingExpected } from "../language/expectation.ts";
import type { Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import { hide } from "../values/private.ts";
import { isBackChannel } from "./back-channel.ts";
import { isNoisy, learnBargeIn } from "./caller-habits.ts";
import { isEcho } from "./echo.ts";
import { type JoinedWords, joinWords } from "./joined-words.ts";
import { isMurmur } from "./murmur.ts";
import { isShortAnswerWanted } from "./patience.ts";
import { askedBy, cutPrompts, heardShare, isOnlyFiller, mustBeHeard, resumed } from "./playing.ts";
import { answered } from "./recognizer-debt.ts";
import { type OpenTurn, type QueuedPrompt, step, type TurnState, type TurnStep } from "./turn-state.ts";

/** Wordless sound shorter than this is a cough or a knock, not something to ask the caller to repeat. */
const SPEECH_MS = 300;
/** A "no" that was not understood is as short as a cough, and worse to pass over. */
const SHORT_SPEECH_MS = 200;
/** Wordless sound over a prompt longer than this was something that we did not understand. */
const SPEECH_OVER_PROMPT_MS = 1500;
/** Our own words come back from the farthest loudspeaker sooner. */
const ECHO_TAIL_MS = 1000;

/** The caller is silent or has said enough: decides what the open turn was, and closes it. */
export function settle(state: TurnState): TurnStep {
  const { turn } = state;
  if (turn === null) return step(state);
  const { heard, confidence } = joinWords(turn.pieces);
  // Callers read out to themselves what they type.
  if (state.keys !== null) return step({ ...state, turn: null });
  if (heard.text === "") return settleWordless(state, turn);
  if (isListening(state, turn, { heard, confidence }))
    return resume({ ...state, passedOver: hide(heard.text) }, turn);
  if (isOurEcho(state, turn, heard)) return resume(doubt(state, turn), turn);
  if (mustBeHeard(state)) return step({ ...state, turn: { ...turn, held: true } });
  return step(
    {
      ...state,
      turn: null,
      noInputs: 0,
      quietSince: null,
      turnEndedAt: turn.lastSoundAt,
      passedOver: null,
      wordlessMs: 0,
      answerHeard: "nothing",
      recognizer: answered(state.recognizer),
      habits: turn.interrupted.length > 0 ? learnBargeIn(state.habits, true) : state.habits,
    },
    {
      kind: "turnEnded",
      by: "speech",
      heard: hide(heard),
      confidence,
      endedAt: turn.lastSoundAt,
      answerHeard: turn.answerHeard,
      cut: cutPrompts(turn.interrupted),
    },
  );
}

function settleWordless(state: TurnState, turn: OpenTurn): TurnStep {
  const overPrompt = turn.interrupted.length > 0;
  // Sound that goes on without words is a television or a street, however long it is; on a line with such, all of it is.
  const noise = overPrompt && (turn.voiceSince !== null || isNoisy(state.habits));
  const voicedMs = turn.voicedMs + (turn.voiceSince === null ? 0 : state.at - turn.voiceSince);
  const meant = voicedMs >= leastSpeechMs(state, overPrompt);
  // Whoever had not heard what is asked had nothing to answer.
  const tail = overPrompt && turn.answerHeard !== "question";
  const doubtful = { ...doubt(state, turn), wordlessMs: state.wordlessMs + (meant ? voicedMs : 0) };
  const talking = state.playing !== null && !isOnlyFiller(state.playing);
  if (talking || noise || tail || !meant) return resume(doubtful, turn);
  return step({ ...doubtful, turn: null, quietSince: null }, { kind: "noMatch" });
}

function leastSpeechMs({ expected }: TurnState, overPrompt: boolean): Ms {
  if (overPrompt) return SPEECH_OVER_PROMPT_MS;
  const expectation = expected?.circumstances.expectation ?? nothingExpected;
  return isShortAnswerWanted(expectation) ? SHORT_SPEECH_MS : SPEECH_MS;
}

/** Whether the words, said over a prompt, only ask us to go on. */
export function isListening(state: TurnState, turn: OpenTurn, words: JoinedWords): boolean {
  if (words.heard.text === "" || (turn.interrupted.length === 0 && !turn.overPrompt)) return false;
  const prompts = promptsUnder(state, turn);
  const circumstances = state.expected?.circumstances ?? null;
  const asked = askedBy(prompts, circumstances?.expectation ?? null);
  const isAside = (text: string) => isBackChannel(text, asked, heardShare(prompts));
  if (isAside(words.heard.text)) return true;
  // Words that no voice activity noticed have no length to go by.
  const lastedMs = turn.voicedMs + (turn.voiceSince === null ? 0 : state.at - turn.voiceSince);
  if (circumstances === null || lastedMs === 0) return false;
  // Nobody listens yet to what was not there when they began.
  if (prompts.length > 0 && prompts.every(({ queuedAt }) => queuedAt > turn.startedAt)) return false;
  // A murmur is seldom misheard in the same way twice; an answer that was passed over is said again.
  if (!turn.hummed && state.passedOver?.reveal() === words.heard.text) return false;
  const alsoAside = words.heard.alternatives.some(isAside);
  const { wordlessMs } = state;
  return isMurmur({ ...words, lastedMs, wordlessMs, hummed: turn.hummed, alsoAside, circumstances });
}

function isOurEcho(state: TurnState, turn: OpenTurn, heard: Heard): boolean {
  if (turn.interrupted.length === 0 && !turn.overPrompt) return false;
  if (state.playing === null && soundedOn(turn)) return false;
  return isEcho(heard, promptsUnder(state, turn), state.expected?.circumstances ?? null);
}

/** Whether there was sound when nothing of ours could come back any more. */
function soundedOn({ interruptedAt, lastSoundAt }: OpenTurn): boolean {
  return interruptedAt !== null && lastSoundAt > interruptedAt + ECHO_TAIL_MS;
}

/** What was being said while the caller spoke. */
function promptsUnder({ playing }: TurnState, { interrupted }: OpenTurn): readonly QueuedPrompt[] {
  return interrupted.length > 0 ? interrupted : (playing?.prompts ?? []);
}

/** It was nothing: says the rest of what was stopped, or goes on waiting. */
export function resume(state: TurnState, turn: OpenTurn): TurnStep {
  const outputs = cutPrompts(turn.interrupted).map(resumed);
  const quietSince = state.playing === null ? turn.lastSoundAt : null;
  return step({ ...state, turn: null, quietSince }, ...outputs);
}

/** What was nothing, and is known by no more than that, makes us slower to stop for the next. */
function doubt(state: TurnState, turn: OpenTurn): TurnState {
  return turn.interrupted.length > 0 ? { ...state, habits: learnBargeIn(state.habits, false) } : state;
}
