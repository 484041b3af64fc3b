import { expect, test } from "vitest";
import { FRAME_BYTES, FRAME_MS, silentFrame } from "../core/audio/audio-frame.ts";
import { FarEndPlayback } from "./far-end-playback.ts";
import { HeardSoFar } from "./heard-so-far.ts";
import { spokenInto } from "./spoken-into.ts";
import { TurnLog } from "./turn-log.ts";

const tone = new Uint8Array(FRAME_BYTES).map((_, index) => (index % 8 < 4 ? 0x20 : 0xa0));

type Stretch = readonly [fromMs: number, toMs: number];

/** An agent that speaks in these stretches, with pauses in what it says, and is told to be silent at these moments. */
function agent(
  speech: readonly Stretch[],
  clearsMs: readonly number[] = [],
  pauses: readonly Stretch[] = [],
) {
  const playback = new FarEndPlayback();
  const lastMs = speech.at(-1)?.[1] ?? 0;
  const isIn = (stretches: readonly Stretch[], atMs: number) =>
    stretches.some(([fromMs, toMs]) => atMs >= fromMs && atMs < toMs);
  for (let atMs = 0; atMs <= lastMs; atMs += FRAME_MS) {
    if (clearsMs.includes(atMs)) playback.clear(atMs);
    if (isIn(speech, atMs)) playback.receive(atMs, tone);
    if (isIn(pauses, atMs)) playback.receive(atMs, silentFrame());
  }
  return playback;
}

const said = (startedMs: number, endedMs: number) => ({ startedMs, endedMs });

/** How a turn over this agent is reported. */
function turnOver(playback: FarEndPlayback, times: ReturnType<typeof said>, pressed = false) {
  const log = new TurnLog(playback, new HeardSoFar(), () => 0);
  log.said({ asked: "", purpose: "", said: "yes", times, pressed, hushed: false, turnsBefore: 0 });
  return log.close();
}

test("words into a sentence that is stopped are an interruption, and so are words into one that goes on", () => {
  const stopped = agent([[0, 1060]], [1060]);
  expect(spokenInto(said(1000, 2000), stopped)).toEqual({
    interrupted: true,
    stoppedAfterMs: 60,
    untilMs: 1060,
  });
  const spokeOn = agent([[0, 3000]]);
  expect(spokenInto(said(1000, 2000), spokeOn)).toEqual({
    interrupted: true,
    stoppedAfterMs: null,
    untilMs: 3000,
  });
});

test("words into the end of the last word interrupt nothing, and its rest is no answer", () => {
  const playback = agent([
    [0, 1150],
    [2500, 4000],
  ]);
  expect(spokenInto(said(1000, 2000), playback)).toEqual({
    interrupted: false,
    stoppedAfterMs: null,
    untilMs: 1160,
  });
  expect(turnOver(playback, said(1000, 2000))).toMatchObject({ overAgent: false, cutOff: false, gapMs: 500 });
});

test("a pause between two sentences is still the agent's turn", () => {
  const speech: Stretch[] = [
    [0, 900],
    [1300, 1400],
  ];
  const playback = agent(speech, [1400], [[900, 1300]]);
  expect(spokenInto(said(1000, 2000), playback)).toMatchObject({ interrupted: true, stoppedAfterMs: 400 });
});

test("an answer that comes soon after a short word is no more of what was said before it", () => {
  const playback = agent([
    [0, 800],
    [1180, 3000],
  ]);
  expect(spokenInto(said(900, 1080), playback)).toBeNull();
  expect(turnOver(playback, said(900, 1080))).toMatchObject({ overAgent: false, cutOff: false, gapMs: 100 });
});

test("words after the agent's are over, or before it begins, interrupt nothing", () => {
  expect(spokenInto(said(1000, 2000), agent([[0, 600]]))).toBeNull();
  expect(spokenInto(said(1000, 2000), agent([[1500, 3000]]))).toBeNull();
});

test("an answer that begins inside the caller's words cuts them off; one that is stopped by them is another matter", () => {
  const early = agent([
    [0, 500],
    [1500, 3000],
  ]);
  expect(turnOver(early, said(1000, 2000))).toMatchObject({ cutOff: true, gapMs: null });
  const stoppedAndEarly = agent(
    [
      [0, 1080],
      [1700, 3000],
    ],
    [1080],
  );
  expect(turnOver(stoppedAndEarly, said(1000, 2000))).toMatchObject({
    overAgent: true,
    stoppedAfterMs: 80,
    cutOff: true,
  });
});

test("an answer before the last key cuts nobody off, and has no gap", () => {
  const playback = agent([
    [0, 500],
    [1900, 3000],
  ]);
  expect(turnOver(playback, said(1000, 2000), true)).toMatchObject({ cutOff: false, gapMs: null });
});
