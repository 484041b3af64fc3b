import type { HistoryLine } from "../../core/call/call.ts";
import type { Effect } from "../../core/call/effects.ts";
import type { CallEvent } from "../../core/call/events.ts";
import { hide } from "../../core/values/private.ts";
import type { Conversation } from "../conversation.ts";

export interface ParrotState {
  readonly seen: readonly CallEvent["kind"][];
  readonly history: readonly HistoryLine[];
  readonly prompts: number;
  readonly playback: number;
  readonly requests: number;
  readonly deadline: number | null;
  readonly resumes: number;
}

/**
 * A conversation that is told what to do by what it hears: "say …", "hold", "book", "find", "wait …", "clear", "bye",
 * "transfer …", "bug". It answers `replied` with the outcome's kind.
 */
export const parrot: Conversation<ParrotState> = {
  initial: { seen: [], history: [], prompts: 0, playback: 0, requests: 0, deadline: null, resumes: 0 },
  step(before, event) {
    const state = { ...before, seen: [...before.seen, event.kind] };
    switch (event.kind) {
      case "answered":
        return say(state, "hello");
      case "resumed":
        return say({ ...state, resumes: state.resumes + 1 }, "welcome back");
      case "transferFailed":
        return say(state, "nobody there");
      case "transcribed":
        if (!event.final) return { state, effects: [] };
        return obey(turn(state, event.at, event.text.reveal(), "speech"), event.text.reveal(), event.at);
      case "typed":
        return obey(turn(state, event.at, event.text.reveal(), "typed"), event.text.reveal(), event.at);
      case "keyPressed":
        return say(state, `pressed ${event.key}`);
      case "replied":
        return say(state, event.outcome.kind);
      case "deadlineReached":
        return say({ ...state, deadline: null }, "time");
      case "recognizerLost":
        return say(state, "deaf");
      default:
        return { state, effects: [] };
    }
  },
  nextDeadline: (state) => state.deadline,
  collected: (state) => hide({ turns: String(state.history.filter(({ by }) => by === "caller").length) }),
  history: (state) => state.history,
  booked: () => null,
};

function turn(state: ParrotState, at: number, text: string, how: "speech" | "typed"): ParrotState {
  const line: HistoryLine = { by: "caller", at, turn: state.history.length + 1, how, text: hide(text) };
  return { ...state, history: [...state.history, line] };
}

function say(state: ParrotState, text: string): { state: ParrotState; effects: Effect[] } {
  const prompts = state.prompts + 1;
  const pieces = text.split("|").map((piece) => ({ text: hide(piece), fixed: true }));
  const prompt = { id: prompts, playback: state.playback, pieces, bargeIn: true, purpose: "test" };
  return { state: { ...state, prompts }, effects: [{ kind: "speak", prompt }] };
}

function obey(state: ParrotState, words: string, at: number): { state: ParrotState; effects: Effect[] } {
  const [command, ...rest] = words.split(" ");
  const argument = rest.join(" ");
  switch (command) {
    case "say":
      return say(state, argument);
    case "wait":
      return { state: { ...state, deadline: at + Number(argument) }, effects: [] };
    case "clear": {
      const playback = state.playback + 1;
      return { state: { ...state, playback }, effects: [{ kind: "clearAudio", playback }] };
    }
    case "hold":
      return request(state, { kind: "release", hold: "h1" });
    case "book":
      return request(state, {
        kind: "book",
        hold: "h1",
        person: hide({} as never),
        visit: hide({} as never),
      });
    case "find":
      return request(state, {
        kind: "findOpenings",
        wanted: {
          offering: "o",
          resources: [],
          days: [],
          times: [],
          refused: [],
          order: "earliest",
          count: 1,
        },
      });
    case "bye":
      return withEffect(say(state, "goodbye"), { kind: "hangUp", reason: "done" });
    case "transfer":
      return withEffect(say(state, "one moment"), { kind: "transfer", to: argument });
    case "bug":
      throw new Error("a bug of the conversation");
    default:
      return { state, effects: [] };
  }
}

function request(
  state: ParrotState,
  wanted: Extract<Effect, { kind: "request" }>["request"],
): { state: ParrotState; effects: Effect[] } {
  const requests = state.requests + 1;
  return { state: { ...state, requests }, effects: [{ kind: "request", id: requests, request: wanted }] };
}

function withEffect(step: { state: ParrotState; effects: Effect[] }, effect: Effect) {
  return { state: step.state, effects: [...step.effects, effect] };
}
