import { type Expectation, nothingExpected } from "../../core/language/expectation.ts";
import type { Recognizer } from "../../ports/recognizer.ts";
import { hearSound } from "../../speech/hear-sound.ts";

export interface OverhearingEars {
  /** The words of a stretch of mu-law. */
  hear(sound: Uint8Array): Promise<string>;
  /** The same recognizer, whose questions are overheard. */
  overhear(recognizer: Recognizer): Recognizer;
}

/**
 * Ears of this machine for an emulated service. A real service hears whatever is said; the embedded recognizer does only when it
 * knows what was asked, which no service is told. So the question of the moment is overheard, of whichever call it is: good for one
 * call at a time.
 */
export function overhearingEars(ears: Recognizer): OverhearingEars {
  let asked: Expectation = nothingExpected;
  return {
    hear: (sound) => hearSound(ears, asked, sound).catch(() => ""),
    overhear: (recognizer) => ({
      open(handler) {
        const stream = recognizer.open(handler);
        return {
          listenFor(expectation) {
            asked = expectation;
            stream.listenFor(expectation);
          },
          push: (frame) => stream.push(frame),
          speechStarted: () => stream.speechStarted(),
          finish: () => stream.finish(),
          close: () => stream.close(),
        };
      },
      close: () => recognizer.close(),
    }),
  };
}
