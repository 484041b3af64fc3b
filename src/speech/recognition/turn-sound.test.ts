import { expect, test } from "vitest";
import { mulawOf } from "../../core/audio/mulaw.ts";
import { TurnSound } from "./turn-sound.ts";

/** 20 ms of a tone at this amplitude. */
function frame(amplitude: number): Uint8Array {
  return Uint8Array.from({ length: 160 }, (_, index) => mulawOf(Math.round(amplitude * Math.sin(index / 3))));
}

function append(sound: TurnSound, amplitude: number, frames: number): void {
  for (let count = 0; count < frames; count++) sound.append(frame(amplitude));
}

test("silence has no speech in it", () => {
  const sound = new TurnSound();
  append(sound, 0, 50);
  expect(sound.hasSpeech).toBe(false);
});

test("the end of speech is where the voice stops, and later noise of the line does not move it", () => {
  const sound = new TurnSound();
  append(sound, 20, 15);
  append(sound, 6_000, 40);
  append(sound, 20, 6);
  expect(sound.pauses).toBe(false);
  append(sound, 20, 4);
  expect(sound.pauses).toBe(true);
  const end = sound.speechEnd;
  append(sound, 20, 10);
  expect(sound.speechEnd).toBe(end);
  expect(sound.spoken(end).length).toBe(end + 1_600);
});

test("speech that goes on moves the end", () => {
  const sound = new TurnSound();
  append(sound, 20, 15);
  append(sound, 6_000, 20);
  append(sound, 20, 10);
  const pause = sound.speechEnd;
  append(sound, 5_000, 5);
  expect(sound.speechEnd).toBeGreaterThan(pause);
  expect(sound.pauses).toBe(false);
});

test("what begins to sound after a pause belongs to the turn only once it has gone on for a while", () => {
  const sound = new TurnSound();
  append(sound, 20, 15);
  append(sound, 6_000, 20);
  append(sound, 20, 10);
  const pause = sound.speechEnd;
  append(sound, 5_000, 4);
  expect(sound.turnEnd).toBe(pause);
  expect(sound.spoken(pause).length).toBe(pause + 1_600);
  append(sound, 5_000, 16);
  expect(sound.turnEnd).toBe(sound.speechEnd);
  expect(sound.spoken(sound.turnEnd).length).toBe(sound.speechEnd);
});

test("a short word between two pauses belongs to the turn", () => {
  const sound = new TurnSound();
  append(sound, 20, 15);
  append(sound, 6_000, 20);
  append(sound, 20, 10);
  append(sound, 5_000, 6);
  append(sound, 20, 8);
  expect(sound.turnEnd).toBe(sound.speechEnd);
});

test("a gap within a word is no pause", () => {
  const sound = new TurnSound();
  append(sound, 20, 15);
  append(sound, 6_000, 20);
  append(sound, 20, 5);
  append(sound, 5_000, 2);
  expect(sound.turnEnd).toBe(sound.speechEnd);
});

test("sound beyond a minute is left out", () => {
  const sound = new TurnSound();
  append(sound, 6_000, 3_100);
  expect(sound.lengthMs).toBe(60_000);
});
