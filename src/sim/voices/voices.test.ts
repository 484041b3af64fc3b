import { afterAll, expect, test } from "vitest";
import { levelDb } from "../../core/audio/level.ts";
import { voiceTable } from "./voice-table.ts";
import { openVoices } from "./voices.ts";

const voices = openVoices();
afterAll(() => voices.close());

test("every voice speaks at the level of a telephone, in whole frames", async () => {
  for (const voice of Object.keys(voiceTable)) {
    const sound = await voices.say("I would like to see a doctor, please.", voice);
    expect(sound.length % 160, voice).toBe(0);
    expect(sound.length / 8000, voice).toBeGreaterThan(1);
    expect(sound.length / 8000, voice).toBeLessThan(4);
    expect(Math.abs(levelDb(sound) + 20), voice).toBeLessThan(3);
  }
});

test("the first and the last frame sound", async () => {
  const sound = await voices.say("Yes.", "alan");
  expect(levelDb(sound.subarray(0, 160))).toBeGreaterThan(-60);
  expect(levelDb(sound.subarray(-160))).toBeGreaterThan(-60);
});

test("the same words in the same voice give the same sound, and two voices differ", async () => {
  const [once, again, other] = await Promise.all([
    voices.say("March fifth", "rob"),
    voices.say("March fifth", "rob"),
    voices.say("March fifth", "alan"),
  ]);
  expect(once).toEqual(again);
  expect(once).not.toEqual(other);
});

test("a voice that does not exist is an error that names it", async () => {
  await expect(voices.say("hello", "nobody")).rejects.toThrow('there is no voice "nobody"');
});
