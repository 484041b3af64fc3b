import type { Synthesizer } from "../../src/ports/synthesizer.ts";
import { toneSynthesizer } from "../../src/speech/tone-synthesizer.ts";

/**
 * Says a long sentence in half a second. Quieter than the callers: tones as short as their words, and answered at once, would else
 * look like what comes back of them.
 */
export function quickTone(): Synthesizer {
  return toneSynthesizer({ msPerCharacter: 2, peak: 1_000 });
}
