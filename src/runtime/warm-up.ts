import type { CallEvent } from "../core/call/events.ts";
import { hide } from "../core/values/private.ts";
import type { Prompt } from "../core/wording/prompt.ts";
import type { Conversation } from "./conversation.ts";

/** Turns of an invented caller, one for most of what callers are asked. */
const turns = [
  "I'd like to book an appointment",
  "my name is Ada Example",
  "july fourth nineteen eighty",
  "yes",
  "five five five zero one two three",
  "next tuesday at ten in the morning",
  "what are your opening hours",
  "no thank you",
];

const ROUNDS = 6;

/**
 * Lets an invented caller talk to the conversation, so that the first real one does not wait for code that has never run.
 * Nothing comes of it: a conversation is a pure fold, and its effects are dropped.
 */
export function warmUp<S>(conversation: Conversation<S>): void {
  for (let round = 0; round < ROUNDS; round++) talkTo(conversation);
}

function talkTo<S>(conversation: Conversation<S>): void {
  let state = conversation.initial;
  let utterance = 0;
  const happened = (event: CallEvent) => {
    const step = conversation.step(state, event);
    state = step.state;
    conversation.nextDeadline(state);
    conversation.collected(state);
    for (const effect of step.effects) {
      if (effect.kind === "speak") happened(heardWhole(effect.prompt, event.at));
      if (effect.kind === "finishUtterance") happened(heard({ utterance, at: event.at, final: true }));
    }
  };
  happened({ kind: "answered", at: 0, instant: 0, direction: "inbound", from: null });
  for (utterance = 1; utterance <= turns.length; utterance++) {
    const at = utterance * 10_000;
    happened({ kind: "speechStarted", at });
    happened(heard({ utterance, at: at + 800, final: false }));
    happened({ kind: "speechStopped", at: at + 1000, silentSince: at + 840 });
    happened({ kind: "deadlineReached", at: at + 4000 });
  }
}

function heard({ utterance, at, final }: { utterance: number; at: number; final: boolean }): CallEvent {
  const text = turns[utterance - 1] ?? "";
  const alternatives = hide(final ? [text] : []);
  return { kind: "transcribed", at, utterance, text: hide(text), final, confidence: 0.9, alternatives };
}

function heardWhole(prompt: Prompt, at: number): CallEvent {
  const upTo = prompt.pieces.map((piece) => piece.text.reveal()).join(" ").length;
  return { kind: "promptHeard", at, prompt: prompt.id, playback: prompt.playback, upTo, finished: true };
}
