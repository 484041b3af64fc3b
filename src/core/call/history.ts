import type { Heard } from "../language/understanding.ts";
import type { Private } from "../values/private.ts";
import { hide } from "../values/private.ts";
import type { Prompt } from "../wording/prompt.ts";
import type { CallState, HistoryLine } from "./call-state.ts";
import type { CallEvent } from "./events.ts";

export function agentSays(state: CallState, prompt: Prompt): CallState {
  const text = hide(prompt.pieces.map((piece) => piece.text.reveal()).join(" "));
  const line: HistoryLine = {
    by: "agent",
    at: state.at,
    prompt: prompt.id,
    purpose: prompt.purpose,
    text,
    heardUpTo: 0,
    finished: false,
  };
  return { ...state, history: [...state.history, line] };
}

export function callerSaid(
  state: CallState,
  how: Extract<HistoryLine, { by: "caller" }>["how"],
  heard: Private<Heard>,
): CallState {
  const turn = state.history.filter(({ by }) => by === "caller").length + 1;
  const line: HistoryLine = { by: "caller", at: state.at, turn, how, text: heard.map(({ text }) => text) };
  return { ...state, history: [...state.history, line] };
}

/** Notes how much of a prompt reached the caller. Reports of prompts that are not ours, or older ones, change nothing. */
export function noteHeard(
  state: CallState,
  event: Omit<Extract<CallEvent, { kind: "promptHeard" }>, "kind">,
): CallState {
  const history = state.history.map((line) => {
    if (line.by !== "agent" || line.prompt !== event.prompt) return line;
    const heardUpTo = Math.min(line.text.reveal().length, Math.max(line.heardUpTo, event.upTo));
    return { ...line, heardUpTo, finished: line.finished || event.finished };
  });
  return { ...state, history };
}
