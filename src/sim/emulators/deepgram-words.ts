import { BYTES_PER_MS, FRAME_BYTES } from "../../core/audio/audio-frame.ts";
import { levelDb } from "../../core/audio/level.ts";

/** Quieter sound counts as silence. */
const SPEECH_DB = -45;

export function isLoud(sound: Uint8Array): boolean {
  return levelDb(sound) > SPEECH_DB;
}

/** The words with their times in seconds, spread evenly over the part of the sound in which something is said. */
export function wordsIn(text: string, sound: Uint8Array, startMs: number) {
  const spoken = text.split(" ").filter((word) => word !== "");
  const [fromMs, toMs] = loudPart(sound);
  const stepMs = (toMs - fromMs) / Math.max(1, spoken.length);
  return spoken.map((word, index) => ({
    word,
    start: (startMs + fromMs + stepMs * index) / 1000,
    end: (startMs + fromMs + stepMs * (index + 1)) / 1000,
    confidence: 0.98,
  }));
}

/** From the first to the last loud frame; all of it when none is loud. */
function loudPart(sound: Uint8Array): readonly [fromMs: number, toMs: number] {
  const frames = Math.floor(sound.length / FRAME_BYTES);
  const loud = Array.from({ length: frames }, (_, index) => index).filter((index) =>
    isLoud(sound.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES)),
  );
  const [first, last] = [loud[0] ?? 0, loud.at(-1) ?? frames - 1];
  return [(first * FRAME_BYTES) / BYTES_PER_MS, ((last + 1) * FRAME_BYTES) / BYTES_PER_MS];
}
