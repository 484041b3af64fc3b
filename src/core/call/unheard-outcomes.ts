import type { Saying } from "../dialogue/saying.ts";
import type { PromptId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import { spelledWithCare } from "../wording/spoken/characters.ts";
import type { CallState } from "./call-state.ts";
import type { CallEvent } from "./events.ts";

type OutcomeSaying = Extract<Saying, { readonly booking: unknown }>;

/** A confirmation number that is being said, or was cut off, and that the caller has not heard. */
export interface UnheardOutcome {
  readonly saying: OutcomeSaying;
  readonly prompt: PromptId;
  /** The characters of the prompt between which the number is said for the first time. */
  readonly from: number;
  readonly upTo: number;
  readonly timesTold: number;
}

/** Whoever cuts it off again and again does not want it. */
const MOST_TIMES = 3;

/** Notes the outcomes that a prompt states. */
export function stated(
  state: CallState,
  prompt: PromptId,
  sayings: readonly Saying[],
  text: Private<string>,
): CallState {
  const told = sayings.filter(isOutcome).map((saying): UnheardOutcome => {
    const number = spelledWithCare(saying.booking.confirmation);
    const from = Math.max(0, text.reveal().indexOf(number));
    const before = state.unheardOutcomes.find((one) => isSame(one.saying, saying));
    return { saying, prompt, from, upTo: from + number.length, timesTold: (before?.timesTold ?? 0) + 1 };
  });
  const others = state.unheardOutcomes.filter(
    (one) => !told.some(({ saying }) => isSame(one.saying, saying)),
  );
  return { ...state, unheardOutcomes: [...others, ...told] };
}

/** The rest of a prompt is said as another one. */
export function saidOn(state: CallState, prompt: PromptId, from: number, rest: PromptId): CallState {
  const unheardOutcomes = state.unheardOutcomes.map((one) =>
    one.prompt === prompt ? { ...one, prompt: rest, from: one.from - from, upTo: one.upTo - from } : one,
  );
  return { ...state, unheardOutcomes };
}

/** So much of a prompt was heard, and with it perhaps the number. */
export function heardOutcomes(
  state: CallState,
  heard: Extract<CallEvent, { kind: "promptHeard" }>,
): CallState {
  const unheardOutcomes = state.unheardOutcomes.filter(
    ({ prompt, upTo }) => prompt !== heard.prompt || !(heard.finished || heard.upTo >= upTo),
  );
  return unheardOutcomes.length === state.unheardOutcomes.length ? state : { ...state, unheardOutcomes };
}

/** What was cut off and is to be said before anything else: the number, or all of it when not even its beginning was heard. */
export function outcomesAgain(state: CallState, sayings: readonly Saying[]): readonly Saying[] {
  // Whoever is told to call for help is told nothing else.
  const { aim } = state.dialogue;
  if (aim.kind === "emergency" || (aim.kind === "over" && aim.why === "emergency")) return [];
  const playing = state.turns.playing?.prompts.map(({ prompt }) => prompt) ?? [];
  return state.unheardOutcomes
    .filter(({ prompt, timesTold }) => !playing.includes(prompt) && timesTold < MOST_TIMES)
    .filter(({ saying }) => !sayings.filter(isOutcome).some((other) => isSame(other, saying)))
    .map(({ saying, prompt, from }) => {
      const line = state.history.find((one) => one.by === "agent" && one.prompt === prompt);
      const begun = line?.by === "agent" && line.heardUpTo >= from;
      return begun ? { kind: "confirmationAgain", booking: saying.booking } : saying;
    });
}

function isOutcome(saying: Saying): saying is OutcomeSaying {
  return "booking" in saying;
}

function isSame(one: OutcomeSaying, other: OutcomeSaying): boolean {
  return one.booking.id === other.booking.id;
}
