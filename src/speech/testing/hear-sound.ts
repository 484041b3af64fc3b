import { nothingExpected } from "../../core/language/expectation.ts";
import type { Recognizer } from "../../ports/recognizer.ts";

/** What a recognizer makes of a stretch of sound, when a yes or no is expected. */
export function hearSound(ears: Recognizer, sound: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = ears.open({
      heard({ text, final }) {
        if (!final) return;
        stream.close();
        resolve(text);
      },
      lost: reject,
    });
    stream.listenFor({ ...nothingExpected, asked: ["yesNo"] });
    for (let at = 0; at + 160 <= sound.length; at += 160) {
      stream.push(sound.slice(at, at + 160));
      if (at === 0) stream.speechStarted();
    }
    stream.finish();
  });
}
