import type { Ms } from "../values/ids.ts";
import { answerHeardNow } from "./answer-heard.ts";
import { type CallerHabits, fittedPatience, learnPause } from "./caller-habits.ts";
import { wordsSoFar } from "./joined-words.ts";
import { heedRecognizer, patienceMs } from "./patience.ts";
import {
  giveUpFinal,
  isSpent,
  misguessed,
  type OwedFinal,
  owedBy,
  pay,
  takeFinal,
  wordsTimeoutMs,
} from "./recognizer-debt.ts";
import { isListening, resume, settle } from "./settle.ts";
import { isHummed, isVoiceless } from "./sound-kind.ts";
import type { TurnInput } from "./turn-io.ts";
import {
  type AwaitedWords,
  andThen,
  type OpenTurn,
  openTurn,
  type SpokenPiece,
  step,
  type TurnState,
  type TurnStep,
} from "./turn-state.ts";

/** Speech sooner after a turn than anybody can answer us goes on with that turn. */
const CUT_OFF_MS = 900;
/** After an "okay" that stopped a prompt: time enough for "but". */
const LISTENER_PATIENCE_MS = 400;

type SpeechStopped = Extract<TurnInput, { kind: "speechStopped" }>;
type Transcribed = Extract<TurnInput, { kind: "transcribed" }>;

export function speechStarted(state: TurnState): TurnStep {
  const turn = state.turn ?? openTurn(state.at, answerHeardNow(state));
  const awaiting = turn.awaiting === null ? null : { ...turn.awaiting, soundSince: true };
  const voiceSince = turn.voiceSince ?? state.at;
  const next = { ...turn, voiceSince, awaiting, wordsWanted: true, held: false };
  return step({ ...state, turn: next, turnEndedAt: null, habits: habitsAtOnset(state) });
}

/** Speaking on after a pause tells how long this caller's pauses are, most of all when we took one for the end. */
function habitsAtOnset({ at, turn, turnEndedAt, habits }: TurnState): CallerHabits {
  if (turn === null) {
    const cutOff = turnEndedAt !== null && at - turnEndedAt < CUT_OFF_MS;
    return cutOff ? learnPause(habits, at - turnEndedAt) : habits;
  }
  const saidSomething = turn.pieces.length > 0 || turn.hypothesis !== null || turn.awaiting !== null;
  if (turn.voiceSince !== null || turn.held || !saidSomething) return habits;
  return learnPause(habits, at - turn.lastSoundAt);
}

export function speechStopped(state: TurnState, { silentSince, sound, echo }: SpeechStopped): TurnStep {
  const { turn } = state;
  // Voice that was found to have no words ends without having been a turn.
  if (turn === null) return step(state);
  const begun = echo === true ? { ...turn, unaskedSound: "voiceless" as const } : turn;
  if (turn.voiceSince === null) return step(withPatience({ ...state, turn: begun }));
  const endedAt = Math.min(state.at, Math.max(turn.voiceSince, silentSince));
  const lastedMs = endedAt - turn.voiceSince;
  const nobodys = echo === true || (sound !== undefined && isVoiceless(sound, lastedMs));
  const voiceless = begun.unaskedSound !== "speech" && nobodys;
  return step(
    withPatience({
      ...state,
      turn: {
        ...turn,
        voiceSince: null,
        voicedMs: turn.voicedMs + lastedMs,
        lastSoundAt: endedAt,
        unaskedSound: voiceless ? "voiceless" : "speech",
        hummed: (turn.hummed || turn.voicedMs === 0) && sound !== undefined && isHummed(sound, lastedMs),
      },
    }),
  );
}

export function transcribed(state: TurnState, input: Transcribed): TurnStep {
  return input.final ? finalWords(state, input) : step(hypothesis(state, input));
}

/** Asks for the final words of what was said up to now. */
export function finishUtterance(
  state: TurnState,
  turn: OpenTurn,
  because: AwaitedWords["because"],
): TurnStep {
  const soundSince = turn.voiceSince !== null;
  const until = state.at + wordsTimeoutMs(state.recognizer, turn.hypothesis !== null);
  const awaiting = {
    askedAt: state.at,
    until,
    lastResort: turn.hypothesis,
    guessed: false,
    voiceless: !soundSince && turn.unaskedSound === "voiceless",
    excused: false,
    soundSince,
    because,
  };
  const unaskedSound = soundSince ? "speech" : "none";
  return step(
    { ...state, turn: { ...turn, awaiting, wordsWanted: soundSince, unaskedSound } },
    { kind: "finishUtterance" },
  );
}

/** Whether all that was heard of the turn is a cough or the like. */
export function isOnlyNoise({ pieces, awaiting, voiceSince, unaskedSound }: OpenTurn): boolean {
  return pieces.length === 0 && awaiting === null && voiceSince === null && unaskedSound === "voiceless";
}

/** It was a cough or the like: nobody waits for what the recognizer makes of it. */
export function passOver(state: TurnState, turn: OpenTurn): TurnStep {
  const recognizer = giveUpFinal(state.recognizer, {
    utterance: turn.hypothesis?.utterance ?? null,
    askedAt: state.at,
    at: state.at,
    soundEndedAt: turn.lastSoundAt,
    wanted: false,
  });
  // Where its words could not be told from those of the next turn, they are waited for.
  if (recognizer === state.recognizer) return finishUtterance(state, turn, "pause");
  return andThen(step({ ...state, recognizer }, { kind: "finishUtterance" }), (asked) => resume(asked, turn));
}

/** The recognizer did not answer in time: what it had made of the words until now must do. */
export function giveUpWaiting(state: TurnState, turn: OpenTurn): TurnStep {
  const lastResort = turn.awaiting?.lastResort ?? null;
  const debt = turn.awaiting?.guessed ? misguessed(state.recognizer) : state.recognizer;
  const recognizer = giveUpFinal(debt, {
    utterance: lastResort?.utterance ?? null,
    askedAt: turn.awaiting?.askedAt ?? state.at,
    at: state.at,
    soundEndedAt: turn.lastSoundAt,
    wanted: lastResort === null && turn.pieces.length === 0 && turn.awaiting?.voiceless !== true,
  });
  return takeWords({ ...state, recognizer }, turn, lastResort);
}

/** Measures anew how long to wait, after the words or the question have changed. */
export function withPatience(state: TurnState): TurnState {
  return state.turn === null
    ? state
    : { ...state, turn: { ...state.turn, patienceMs: patienceIn(state, state.turn) } };
}

function patienceIn(state: TurnState, turn: OpenTurn): Ms {
  const words = wordsSoFar(turn);
  const { heard } = words;
  if (isListening(state, turn, words)) return LISTENER_PATIENCE_MS;
  const pause = {
    voicedMs: turn.voicedMs,
    circumstances: state.expected?.circumstances ?? null,
    paceMs: state.habits.pauseMs,
  };
  const unknownMs = patienceMs({ ...pause, heard: null });
  if (heard.text === "") return fittedPatience(state.habits, unknownMs);
  const latest = turn.hypothesis ?? turn.pieces.at(-1) ?? null;
  const ownMs = fittedPatience(state.habits, patienceMs({ ...pause, heard }));
  const knownMs = heedRecognizer(ownMs, latest?.endOfTurn ?? null);
  // Half an answer is waited for, but not before the words of what came after it are asked for.
  const unheard = turn.wordsWanted && turn.hypothesis === null;
  return unheard ? Math.min(knownMs, unknownMs) : knownMs;
}

function hypothesis(state: TurnState, input: Transcribed): TurnState {
  if (isSpent(state.recognizer, input.utterance, state.at) || isEmpty(input)) return state;
  const turn = state.turn ?? openTurn(state.at, answerHeardNow(state));
  const changed = turn.hypothesis?.text.reveal() !== input.text.reveal();
  const lastSoundAt = changed && isUnvoiced(turn) ? state.at : turn.lastSoundAt;
  const awaiting = withLastResort(turn.awaiting, pieceOf(input));
  const wordsAt = changed ? state.at : turn.wordsAt;
  // A voice that was not noticed is one all the same, whatever is coughed after it.
  const unaskedSound = isUnvoiced(turn) ? "speech" : turn.unaskedSound;
  return withPatience({
    ...state,
    turn: { ...turn, hypothesis: pieceOf(input), wordsAt, awaiting, lastSoundAt, unaskedSound },
  });
}

/** A hypothesis of what is awaited, and not of sound that came later. */
function withLastResort(awaiting: AwaitedWords | null, piece: SpokenPiece): AwaitedWords | null {
  if (awaiting === null) return null;
  const known = awaiting.lastResort?.utterance ?? (awaiting.soundSince ? null : piece.utterance);
  return known === piece.utterance ? { ...awaiting, lastResort: piece } : awaiting;
}

function finalWords(state: TurnState, input: Transcribed): TurnStep {
  const { at, recognizer, turn } = state;
  const { utterance } = input;
  if (utterance === recognizer.lastFinal) return step(state);
  const owed = owedBy(recognizer, { utterance, at, unasked: turn === null });
  if (owed !== null) {
    const paid = { ...state, recognizer: pay(recognizer, owed, utterance, at) };
    if (turn !== null) return step({ ...paid, turn: waitLonger(paid, turn, owed) });
    return step(owed.wanted && !isEmpty(input) ? lateWords(paid, owed, input) : paid);
  }
  const tookMs = turn?.awaiting ? at - turn.awaiting.askedAt : 0;
  const taken = { ...state, recognizer: takeFinal(recognizer, utterance, tookMs) };
  if (turn !== null && turn.awaiting !== null) return takeWords(taken, turn, pieceOf(input));
  const ofNoise = turn?.voiceSince === null && turn.unaskedSound === "voiceless";
  return step(isEmpty(input) || ofNoise ? taken : spontaneousWords(taken, pieceOf(input)));
}

/** A recognizer that pays old debts is alive and slow. */
function waitLonger({ at, recognizer }: TurnState, turn: OpenTurn, { guessed }: OwedFinal): OpenTurn {
  const { awaiting } = turn;
  if (awaiting === null) return turn;
  const until = Math.max(awaiting.until, at + wordsTimeoutMs(recognizer, awaiting.lastResort !== null));
  return { ...turn, awaiting: { ...awaiting, until, guessed: awaiting.guessed || guessed } };
}

/** Words that we had given up on, before anything else was made of the sound and before the caller spoke again. */
function lateWords(state: TurnState, { soundEndedAt }: OwedFinal, input: Transcribed): TurnState {
  const turn = { ...openTurn(soundEndedAt, "question"), pieces: [pieceOf(input)], wordsWanted: false };
  return withPatience({ ...state, turn, quietSince: null });
}

/** A recognizer may finish utterances by itself; what it has not finished yet is asked for at the pause all the same. */
function spontaneousWords(state: TurnState, piece: SpokenPiece): TurnState {
  const turn = state.turn ?? openTurn(state.at, answerHeardNow(state));
  const lastSoundAt = isUnvoiced(turn) ? state.at : turn.lastSoundAt;
  return withPatience({
    ...state,
    turn: { ...turn, pieces: [...turn.pieces, piece], hypothesis: null, lastSoundAt },
  });
}

/** What was awaited is here, or was given up. The turn may end now, or after a longer pause when more is expected. */
function takeWords(state: TurnState, turn: OpenTurn, piece: SpokenPiece | null): TurnStep {
  const wordless = piece === null || isEmpty(piece) || turn.awaiting?.voiceless === true;
  const pieces = wordless ? turn.pieces : [...turn.pieces, piece];
  const wordsWanted = turn.awaiting?.soundSince ?? false;
  // A hypothesis of another utterance is one of the sound that came after the asking.
  const hypothesis = wordsWanted && piece?.utterance !== turn.hypothesis?.utterance ? turn.hypothesis : null;
  const next = withPatience({ ...state, turn: { ...turn, pieces, hypothesis, awaiting: null, wordsWanted } });
  const unsaid = pieces.length === 0;
  switch (turn.awaiting?.because) {
    case "monologue":
      return settle(next);
    case "noNewWords":
      return sameWords(piece, turn.awaiting.lastResort) ? settle(next) : step(next);
    case "wordless":
      return unsaid ? settle(next) : step(next);
    default:
      return unsaid && !wordsWanted ? settle(next) : step(next);
  }
}

function sameWords(one: SpokenPiece | null, other: SpokenPiece | null): boolean {
  return one !== null && one.text.reveal().trim() === other?.text.reveal().trim();
}

/** The line's voice activity missed this turn, so that its words stand for its sound. */
function isUnvoiced(turn: OpenTurn): boolean {
  return turn.voiceSince === null && turn.voicedMs === 0;
}

function isEmpty(words: Pick<SpokenPiece, "text">): boolean {
  return words.text.reveal().trim() === "";
}

function pieceOf({ utterance, text, alternatives, confidence, endOfTurn }: Transcribed): SpokenPiece {
  return { utterance, text, alternatives, confidence, endOfTurn: endOfTurn ?? null };
}
