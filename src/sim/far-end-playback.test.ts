import { expect, test } from "vitest";
import { FRAME_BYTES, silentFrame } from "../core/audio/audio-frame.ts";
import { FarEndPlayback } from "./far-end-playback.ts";

const tone = new Uint8Array(FRAME_BYTES).map((_, index) => (index % 8 < 4 ? 0x20 : 0xa0));
const frames = (count: number, frame: Uint8Array = tone) => {
  const sound = new Uint8Array(count * FRAME_BYTES);
  for (let index = 0; index < count; index++) sound.set(frame, index * FRAME_BYTES);
  return sound;
};

test("a burst is played at the speed of sound, and its mark comes back at its end", () => {
  const playback = new FarEndPlayback();
  playback.receive(1000, frames(10));
  playback.mark(1001, "a");
  expect(playback.nextMarkMs).toBe(1200);
  expect(playback.dueMarks(1199)).toEqual([]);
  expect(playback.dueMarks(1200)).toEqual(["a"]);
  expect(playback.dueMarks(1300)).toEqual([]);
});

test("a mark behind nothing comes back at once", () => {
  const playback = new FarEndPlayback();
  playback.mark(500, "empty");
  expect(playback.dueMarks(500)).toEqual(["empty"]);
});

test("a clear drops what was not played and returns all marks", () => {
  const playback = new FarEndPlayback();
  playback.receive(0, frames(10));
  playback.mark(0, "a");
  playback.receive(0, frames(10));
  playback.mark(0, "b");
  expect(playback.clear(100)).toEqual(["a", "b"]);
  expect(playback.frames.length).toBe(5);
  playback.receive(300, frames(1));
  expect(playback.frames.at(-1)?.atMs).toBe(300);
});

test("the first audible frame counts, not the silence sent before it", () => {
  const playback = new FarEndPlayback();
  playback.receive(0, frames(5, silentFrame()));
  playback.receive(0, frames(2));
  playback.receive(500, frames(1));
  expect(playback.firstAudibleMs(0)).toBe(100);
  expect(playback.firstAudibleMs(130)).toBe(500);
  expect(playback.firstAudibleMs(501)).toBeNull();
  expect(playback.lastAudibleMs(400)).toBe(140);
});
