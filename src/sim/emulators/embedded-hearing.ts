import { FRAME_BYTES } from "../../core/audio/audio-frame.ts";
import type { Expectation } from "../../core/language/expectation.ts";
import type { Recognizer } from "../../ports/recognizer.ts";

/** What the embedded recognizer makes of stretches of sound, for emulated services to give as theirs. */
export function embeddedHearing(ears: Recognizer, expectation: Expectation) {
  return (sound: Uint8Array): Promise<string> =>
    new Promise((resolve) => {
      const stream = ears.open({
        heard({ text, final }) {
          if (!final) return;
          stream.close();
          resolve(text);
        },
        lost: () => resolve(""),
      });
      stream.listenFor(expectation);
      for (let at = 0; at + FRAME_BYTES <= sound.length; at += FRAME_BYTES) {
        stream.push(sound.slice(at, at + FRAME_BYTES));
        if (at === 0) stream.speechStarted();
      }
      stream.finish();
    });
}
