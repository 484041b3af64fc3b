import type { SoundShape } from "../audio/sound-shape.ts";
import type { Ms } from "../values/ids.ts";

/** Longer sound without a voice may be a whisper; knocks, and two coughs one after the other, are over by then. */
const LONGEST_MS = 740;
/** The shortest words have a vowel of 60 ms; noise seems to have a pitch for a frame now and then. */
const VOWEL_MS = 40;
/** A cough may end in so much voice, which is weak beside its burst; in words the vowels are the loudest. */
const COUGH_VOICE_MS = 100;
const COUGH_VOICE_SHARE = 0.2;

/** A hum of one or two syllables. */
const LONGEST_HUM_MS = 560;
const HUMMED_SHARE = 0.8;
/** With a closed mouth little is heard above the pitch; noise of the line makes it no more than this. */
const HUM_BRIGHTNESS = 0.085;
/** A word goes from a dull sound to a bright one, if only from "n" to "o". */
const HUM_VARIES = 1.75;
/** Between its two syllables is a breath; "two" is as dull as they are, and is one. */
const HUM_DIP_DB = 6;

/** Whether sound that lasted so long is hummed with a closed mouth, as an "mm-hm" is. */
export function isHummed({ pitchedShare, dipDb, dullest, brightest }: SoundShape, lastedMs: Ms): boolean {
  if (lastedMs > LONGEST_HUM_MS || pitchedShare < HUMMED_SHARE || dipDb < HUM_DIP_DB) return false;
  return brightest <= HUM_BRIGHTNESS && brightest <= dullest * HUM_VARIES;
}

/** Whether sound that lasted so long is a cough, a knock or a click, by its not having any vowel: then it has no words. */
export function isVoiceless({ pitchedMs, pitchedShare }: SoundShape, lastedMs: Ms): boolean {
  if (lastedMs > LONGEST_MS) return false;
  return pitchedMs < VOWEL_MS || (pitchedMs <= COUGH_VOICE_MS && pitchedShare < COUGH_VOICE_SHARE);
}
