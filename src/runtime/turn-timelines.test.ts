import { expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import { hide } from "../core/values/private.ts";
import { TurnTimelines } from "./turn-timelines.ts";

function final(at: number): CallEvent {
  const words = { text: hide("yes"), alternatives: hide(["yes"]), confidence: 1 };
  return { kind: "transcribed", at, utterance: 1, final: true, ...words };
}

test("a spoken turn tells our patience and the recognizer's time apart, a typed one has neither", () => {
  const timelines = new TurnTimelines();
  timelines.happened({ kind: "speechStopped", at: 1160, silentSince: 1000 });
  timelines.askedForWords(1220);
  timelines.happened(final(1300));
  timelines.turned(1, true, 1300);
  expect(timelines.began(7, 1310)).toBe(310);
  timelines.happened({ kind: "promptHeard", at: 1500, prompt: 7, playback: 1, upTo: 5, finished: false });
  timelines.turned(2, false, 9000);
  expect(timelines.all).toEqual([
    {
      turn: 1,
      speechEndedAt: 1000,
      wordsAskedAt: 1220,
      transcribedAt: 1300,
      steppedAt: 1300,
      firstAudioSentAt: 1310,
      heardAt: 1500,
    },
    {
      turn: 2,
      speechEndedAt: null,
      wordsAskedAt: null,
      transcribedAt: null,
      steppedAt: 9000,
      firstAudioSentAt: null,
      heardAt: null,
    },
  ]);
});
