import type { Booking } from "../dialogue/requests.ts";
import { bookingTold, type Saying } from "../dialogue/saying.ts";
import type { PromptId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import { spelledWithCare } from "../wording/spoken/characters.ts";
import type { CallState } from "./call-state.ts";
import type { CallEvent } from "./events.ts";

/** A confirmation number that is being said, or was cut off, and that the caller has not heard. */
export interface UnheardOutcome {
  readonly saying: Saying;
  readonly booking: Booking;
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
  const told = sayings.flatMap((saying): readonly UnheardOutcome[] => {
    const booking = bookingTold(saying);
    if (booking === null) return [];
    const number = spelledWithCare(booking.confirmation);
    const from = Math.max(0, text.reveal().indexOf(number));
    const before = state.unheardOutcomes.find((one) => one.booking.id === booking.id);
    const timesTold = (before?.timesTold ?? 0) + 1;
    return [{ saying, booking, prompt, from, upTo: from + number.length, timesTold }];
  });
  const others = state.unheardOutcomes.filter(
    (one) => !told.some(({ booking }) => booking.id === one.booking.id),
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
    .filter(({ booking }) => !sayings.some((other) => bookingTold(other)?.id === booking.id))
    .map(({ saying, booking, prompt, from }) => {
      const line = state.history.find((one) => one.by === "agent" && one.prompt === prompt);
      const begun = line?.by === "agent" && line.heardUpTo >= from;
      return begun ? { kind: "confirmationAgain", booking } : saying;
    });
}
