import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import { hide, type Private } from "../values/private.ts";
import { speechStarted, speechStopped, transcribed, withPatience } from "./caller-speech.ts";
import { joinWords } from "./joined-words.ts";
import { keyPressed, typed } from "./key-entry.ts";
import { bargeIn, interrupt, promptFailed, promptHeard, promptQueued } from "./playing.ts";
import { answered } from "./recognizer-debt.ts";
import { nextDue, serveDue } from "./turn-deadlines.ts";
import type { TurnInput } from "./turn-io.ts";
import { andThen, step, type TurnState, type TurnStep } from "./turn-state.ts";

export { initialTurns, type TurnState, type TurnStep } from "./turn-state.ts";

/**
 * Takes in what happened and decides whose turn it is. Pure and total: any inputs in any order give a state and no
 * exception, and equal inputs give equal outputs. Time never goes back: an input that claims to be older counts as now.
 */
export function turnStep(state: TurnState, input: TurnInput): TurnStep {
  const now = { ...state, at: Math.max(state.at, input.at) };
  return andThen(andThen(takeIn(now, input), bargeIn), serveDue);
}

/** Closes a turn that will not be finished. `heard` is what the recognizer has given of it; null if nothing. */
export function abandonTurn(state: TurnState): {
  readonly state: TurnState;
  readonly heard: Private<Heard> | null;
} {
  const { heard } = joinWords(state.turn?.pieces ?? []);
  return { state: { ...state, turn: null }, heard: heard.text === "" ? null : hide(heard) };
}

/** When to come back with `deadlineReached` if nothing else happens before; always after the latest input. */
export function turnDeadline(state: TurnState): Ms | null {
  return nextDue(state)?.at ?? null;
}

function takeIn(state: TurnState, input: TurnInput): TurnStep {
  switch (input.kind) {
    case "speechStarted":
      return speechStarted(state);
    case "speechStopped":
      return speechStopped(state, input);
    case "transcribed":
      return transcribed(state, input);
    case "typed":
      return typed(state, input.text);
    case "keyPressed":
      return keyPressed(state, input.key);
    case "promptHeard":
      return step(promptHeard(state, input));
    case "promptFailed":
      return promptFailed(state, input);
    case "promptQueued":
      return promptQueued(state, input);
    case "expecting":
      return step(expecting(state, input));
    case "interrupt":
      return interrupt(state);
    case "deadlineReached":
      return step(state);
  }
}

function expecting(state: TurnState, input: Extract<TurnInput, { kind: "expecting" }>): TurnState {
  const { circumstances, noInputAfterMs } = input;
  const callersMove = state.playing === null && state.turn === null && state.keys === null;
  const sameQuestion = isSameQuestion(state.expected?.circumstances, circumstances);
  return withPatience({
    ...state,
    recognizer: sameQuestion ? state.recognizer : answered(state.recognizer),
    expected: { circumstances, noInputAfterMs },
    // A question about which nothing was said does not begin a silence that lasts already.
    quietSince: callersMove ? (state.quietSince ?? state.at) : state.quietSince,
  });
}

/** Late words answer the question that they were said to, however it is put now. */
function isSameQuestion(before: Circumstances | undefined, now: Circumstances): boolean {
  const asked = (circumstances: Circumstances) => circumstances.expectation.asked.join();
  return before !== undefined && asked(before) === asked(now);
}
