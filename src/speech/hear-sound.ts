import { FRAME_BYTES } from "../core/audio/audio-frame.ts";
import type { Expectation } from "../core/language/expectation.ts";
import type { Recognizer } from "../ports/recognizer.ts";

/** What a recognizer makes of a stretch of mu-law, as one utterance. Rejects when it is lost. */
export function hearSound(ears: Recognizer, expectation: Expectation, sound: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = ears.open({
      heard({ text, final }) {
        if (!final) return;
        stream.close();
        resolve(text);
      },
      lost: reject,
    });
    stream.listenFor(expectation);
    for (let at = 0; at + FRAME_BYTES <= sound.length; at += FRAME_BYTES) {
      stream.push(sound.slice(at, at + FRAME_BYTES));
      if (at === 0) stream.speechStarted();
    }
    stream.finish();
  });
}
