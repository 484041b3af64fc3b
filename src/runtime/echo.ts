import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import { nothingExpected } from "../core/language/expectation.ts";
import { hide, type Private } from "../core/values/private.ts";
import type { Conversation } from "./conversation.ts";

interface EchoState {
  readonly nextPrompt: number;
  /** When the utterance is taken to be over; null while nothing was said. */
  readonly quietAt: number | null;
}

const PAUSE_MS = 700;

/** Line diagnostics: says back every word and key that comes over the line, and nothing else. */
export const echoConversation: Conversation<EchoState> = {
  initial: { nextPrompt: 1, quietAt: null },
  step,
  nextDeadline: (state) => state.quietAt,
  collected: () => hide({}),
  history: () => [],
  booked: () => null,
};

function step(state: EchoState, event: CallEvent): { state: EchoState; effects: Effect[] } {
  switch (event.kind) {
    case "answered":
      return say(state, hide("Echo test. I say what I hear."), true);
    case "speechStarted":
      return { state: { ...state, quietAt: null }, effects: [] };
    case "speechStopped":
      return { state: { ...state, quietAt: event.silentSince + PAUSE_MS }, effects: [] };
    case "deadlineReached":
      return { state: { ...state, quietAt: null }, effects: [{ kind: "finishUtterance" }] };
    case "transcribed":
      if (!event.final) return { state, effects: [] };
      return say(
        state,
        event.text.map((text) => (text === "" ? "I heard no words." : `I heard: ${text}.`)),
      );
    case "typed":
      return say(
        state,
        event.text.map((text) => `You typed: ${text}.`),
      );
    case "keyPressed":
      return say(state, hide(`Key ${event.key}.`), true);
    default:
      return { state, effects: [] };
  }
}

function say(state: EchoState, text: Private<string>, fixed = false) {
  const id = state.nextPrompt;
  const prompt = { id, playback: 0, pieces: [{ text, fixed }], bargeIn: true, purpose: "echo" };
  const effects: Effect[] = [
    { kind: "speak", prompt },
    { kind: "listenFor", expectation: nothingExpected },
  ];
  return { state: { ...state, nextPrompt: id + 1 }, effects };
}
