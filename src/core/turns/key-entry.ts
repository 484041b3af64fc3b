import type { Circumstances } from "../language/understanding.ts";
import type { Key } from "../values/key.ts";
import { hide, type Private } from "../values/private.ts";
import { stopPlaying } from "./playing.ts";
import { answered, giveUpFinal, type RecognizerDebt } from "./recognizer-debt.ts";
import { andThen, step, type TurnState, type TurnStep } from "./turn-state.ts";

/** Silence of the keys that ends a number whose length is not fixed. */
export const KEY_PAUSE_MS = 3000;
/** Nothing that is asked for has more digits. */
const MAX_DIGITS = 32;

/** A digit stops the prompt and what is being said; `#` ends the entry; `*` erases it, and alone means "go back". */
export function keyPressed(state: TurnState, key: Key): TurnStep {
  if (key === "#") return state.keys === null ? step(touched(state)) : endKeys(state, state.keys.digits);
  if (key === "*") return star(state);
  return andThen(takeFloor(state), (quiet) => {
    const digits = (state.keys?.digits ?? "") + key;
    if (isWhole(digits, state.expected?.circumstances ?? null)) return endKeys(quiet, digits);
    return step({ ...quiet, keys: { digits, lastAt: state.at }, quietSince: null });
  });
}

/** A typed turn is whole, and beats what is being spoken or keyed in. */
export function typed(state: TurnState, text: Private<string>): TurnStep {
  return andThen(takeFloor(state), (quiet) =>
    step(
      {
        ...quiet,
        keys: null,
        noInputs: 0,
        quietSince: null,
        answerHeard: "nothing",
        recognizer: answered(quiet.recognizer),
      },
      {
        kind: "turnEnded",
        by: "typed",
        heard: text.map((typedText) => ({ text: typedText, alternatives: [typedText] })),
        confidence: 1,
        endedAt: state.at,
        answerHeard: "question",
        cut: [],
      },
    ),
  );
}

export function endKeys(state: TurnState, digits: string): TurnStep {
  return step(
    {
      ...state,
      keys: null,
      noInputs: 0,
      quietSince: null,
      answerHeard: "nothing",
      recognizer: answered(state.recognizer),
    },
    {
      kind: "turnEnded",
      by: "keys",
      heard: hide({ text: digits, alternatives: [digits] }),
      confidence: 1,
      endedAt: state.at,
      answerHeard: "question",
      cut: [],
    },
  );
}

function star(state: TurnState): TurnStep {
  if (state.keys !== null) return step(touched({ ...state, keys: null }));
  return andThen(takeFloor(state), (quiet) => endKeys(quiet, "*"));
}

function touched(state: TurnState): TurnState {
  return state.playing === null && state.turn === null ? { ...state, quietSince: state.at } : state;
}

function takeFloor(state: TurnState): TurnStep {
  return andThen(discardSpeech(state), stopPlaying);
}

/** Drops the open turn. What the recognizer has heard of it is fetched, so that it does not lead the next one's words. */
function discardSpeech(state: TurnState): TurnStep {
  const { at, turn } = state;
  if (turn === null) return step(state);
  const giveUp = (debt: RecognizerDebt, utterance: number | null) =>
    giveUpFinal(debt, { utterance, askedAt: at, at, soundEndedAt: turn.lastSoundAt, wanted: false });
  let { recognizer } = state;
  const awaited = turn.awaiting?.lastResort?.utterance ?? null;
  const latest = turn.hypothesis?.utterance ?? null;
  if (turn.awaiting !== null) recognizer = giveUp(recognizer, awaited);
  if (!turn.wordsWanted) return step({ ...state, turn: null, recognizer });
  recognizer = giveUp(recognizer, latest === awaited ? null : latest);
  return step({ ...state, turn: null, recognizer }, { kind: "finishUtterance" });
}

/** Whether no more digits are wanted. */
function isWhole(digits: string, circumstances: Circumstances | null): boolean {
  const form = circumstances?.expectation.keypad ?? null;
  if (digits.length >= MAX_DIGITS) return true;
  switch (form?.kind) {
    case undefined:
      return false;
    case "yesNo":
      return true;
    case "choice":
      return digits.length >= String(form.count).length;
    case "digits":
      return digits.length >= form.maxLength || isWholeNumber(digits, circumstances);
  }
}

/** A telephone number needs no eleventh digit unless it began with the country's 1. */
function isWholeNumber(digits: string, circumstances: Circumstances | null): boolean {
  return circumstances?.expectation.asked[0] === "phone" && /^[2-9]\d{9}$/.test(digits);
}
