import { expect, test } from "vitest";
import { FRAME_BYTES, FRAME_MS } from "../core/audio/audio-frame.ts";
import { levelDb } from "../core/audio/level.ts";
import { mulawOf } from "../core/audio/mulaw.ts";
import type { CallEvent } from "../core/call/events.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { CallEars } from "./call-ears.ts";
import { CallTime } from "./call-time.ts";

/** Loudness of a sentence, frame by frame, 0 to 1: syllables of many lengths with pauses between them. */
const sentence = [5, 9, 4, 7, 12, 6, 3, 8, 5, 11].flatMap((frames, syllable) => [
  ...Array.from(
    { length: frames },
    (_, at) => (syllable % 3 === 0 ? 1 : 0.4) * Math.sin((Math.PI * (at + 1)) / (frames + 1)),
  ),
  ...Array.from({ length: 1 + ((syllable * 5) % 9) }, () => 0),
]);

let samples = 0;
/** A frame of a voice that is so loud. */
function voice(amplitude: number): Uint8Array {
  return Uint8Array.from({ length: FRAME_BYTES }, () => {
    const turn = (2 * Math.PI * 130 * samples++) / 8000;
    return mulawOf(Math.round(amplitude * (Math.sin(turn) + Math.sin(3 * turn) + Math.sin(9 * turn)) * 0.4));
  });
}

/** We say the sentence over and over; `comesIn` tells how loud what is heard is, by frame, given what we said then. */
function onsetsWhile(
  frames: number,
  comesIn: (frame: number, said: (frame: number) => number) => number,
): number[] {
  return onLine(frames, comesIn).onsets;
}

function onLine(
  frames: number,
  comesIn: (frame: number, said: (frame: number) => number) => number,
): { onsets: number[]; echoes: number[]; recognized: Uint8Array[] } {
  const clock = new VirtualClock();
  const events: CallEvent[] = [];
  const recognized: Uint8Array[] = [];
  const listening = { listenFor: () => {}, speechStarted: () => {}, finish: () => {}, close: () => {} };
  const ears = new CallEars({
    recognizer: {
      open: () => ({ ...listening, push: (frame) => recognized.push(frame) }),
      close: async () => {},
    },
    meter: countingTelemetry().meter,
    time: new CallTime(clock),
    clock,
    speaking: () => true,
    aboutToTell: () => {},
    happened: (event) => events.push(event),
  });
  const said = (frame: number) => 9000 * (sentence[frame % sentence.length] ?? 0);
  for (let frame = 0; frame < frames; frame++) {
    ears.plays(voice(said(frame)), clock.monotonicMs());
    clock.advance(FRAME_MS);
    ears.frame(voice(comesIn(frame, said)));
  }
  const onsets = events.filter(({ kind }) => kind === "speechStarted").map(({ at }) => at);
  const stops = events.filter((event) => event.kind === "speechStopped");
  return { onsets, echoes: stops.filter(({ echo }) => echo).map(({ at }) => at), recognized };
}

const LAG = 9;
const echoed = (frame: number, said: (frame: number) => number) =>
  frame < LAG ? 0 : 0.2 * said(frame - LAG);

test("our own echo is taken for the caller only until it is known", () => {
  expect(onsetsWhile(600, echoed).filter((at) => at > 2000)).toEqual([]);
});

test("and when it is known, what was taken for the caller is told to be it", () => {
  const { onsets, echoes } = onLine(300, echoed);
  expect(onsets.length).toBeGreaterThan(0);
  expect(echoes).toHaveLength(1);
});

test("a caller who speaks up over it is heard", () => {
  const from = 480;
  const onsets = onsetsWhile(600, (frame, said) => (frame < from ? echoed(frame, said) : 8000));
  const [first] = onsets.filter((at) => at > 2000);
  expect(first).toBeGreaterThan((from - 8) * FRAME_MS);
  expect(first).toBeLessThan((from + 10) * FRAME_MS);
});

test("the recognizer hears the caller, and nothing of the echo once it is known", () => {
  const from = 480;
  const { recognized } = onLine(520, (frame, said) => (frame < from ? echoed(frame, said) : 8000));
  const loudest = (frames: readonly Uint8Array[]) => Math.max(...frames.map(levelDb));
  expect(loudest(recognized.slice(0, 60))).toBeGreaterThan(-40);
  expect(loudest(recognized.slice(200, from))).toBeLessThan(-50);
  expect(loudest(recognized.slice(from))).toBeGreaterThan(-20);
});
