import { describe, expect, test } from "vitest";
import { FRAME_BYTES, silentFrame } from "../../core/audio/audio-frame.ts";
import type { SoundShape } from "../../core/audio/sound-shape.ts";
import { VoiceActivity } from "../../core/audio/voice-activity.ts";
import { type Random, seededRandom } from "../random.ts";
import { cough } from "./cough.ts";
import { murmur } from "./murmur.ts";

/** What voice activity makes of a sound on a quiet line: one shape for each of its stretches. */
function shapesOf(sound: Uint8Array): SoundShape[] {
  const activity = new VoiceActivity();
  const shapes: SoundShape[] = [];
  const quiet = (frames: number) => Array.from({ length: frames }, silentFrame);
  const frames = Array.from({ length: sound.length / FRAME_BYTES }, (_, index) =>
    sound.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
  );
  for (const frame of [...quiet(50), ...frames, ...quiet(20)])
    if (activity.push(frame) === "stopped") shapes.push(activity.sound);
  return shapes;
}

const sounds: readonly (readonly [name: string, make: (random: Random) => Uint8Array])[] = [
  ["a cough", cough],
  ["an mm-hm", murmur],
];

describe.each(sounds)("%s", (_name, make) => {
  test("comes in whole frames, the same from the same seed and another from another", () => {
    expect(make(seededRandom(1)).length % FRAME_BYTES).toBe(0);
    expect(make(seededRandom(1))).toEqual(make(seededRandom(1)));
    expect(make(seededRandom(1))).not.toEqual(make(seededRandom(2)));
  });

  test("is loud enough to be noticed", () => {
    for (let seed = 1; seed <= 40; seed++) expect(shapesOf(make(seededRandom(seed)))).not.toEqual([]);
  });
});

test("coughs hardly have a pitch, and hums hardly anything else", () => {
  for (let seed = 1; seed <= 40; seed++) {
    for (const { pitchedShare } of shapesOf(cough(seededRandom(seed))))
      expect(pitchedShare).toBeLessThan(0.3);
    for (const { pitchedShare } of shapesOf(murmur(seededRandom(seed))))
      expect(pitchedShare).toBeGreaterThan(0.8);
  }
});
