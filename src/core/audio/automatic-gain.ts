import { FRAME_BYTES } from "./audio-frame.ts";
import { levelDb, SILENCE_DB } from "./level.ts";

/** The voice of a usual telephone call is no quieter than this at its loudest, and is left as it is. */
const USUAL_DB = -26;
/** More would only make the noise of the line loud. */
const MOST_GAIN_DB = 40;
/** A voice is as loud as the loudest tenth of a second of it; a click is shorter. */
const LOUDEST_FRAMES = 5;

/**
 * By how much to multiply the samples of a stretch of speech so that a quiet caller is as loud as others: 1 to 100. One factor
 * for all of it, so that words keep their loudness among each other. Loud voices are not made quieter: what a line has clipped
 * does not come back.
 */
export function automaticGain(mulaw: Uint8Array): number {
  const levels: number[] = [];
  for (let start = 0; start + FRAME_BYTES <= mulaw.length; start += FRAME_BYTES)
    levels.push(levelDb(mulaw.subarray(start, start + FRAME_BYTES)));
  const loudestDb = levels.sort((one, other) => other - one)[LOUDEST_FRAMES - 1] ?? SILENCE_DB;
  if (loudestDb <= SILENCE_DB) return 1;
  return 10 ** (Math.min(MOST_GAIN_DB, Math.max(0, USUAL_DB - loudestDb)) / 20);
}
