import type { Expectation } from "../core/language/expectation.ts";
import type { Recognizer, RecognizerHandler, RecognizerStream } from "../ports/recognizer.ts";

/** What the caller of a stream "says": the answer to its n-th `finish`, counted from 1. */
export type Script = (utterance: number, expectation: Expectation | null) => string;

/**
 * Recognizes nothing and costs nothing, so that a measurement shows the cost of everything else. Each `finish` is answered
 * at once with what the script says, by default with no words.
 */
export function silentRecognizer(script: Script = () => ""): Recognizer {
  return {
    open: (handler) => openStream(handler, script),
    close: async () => undefined,
  };
}

function openStream(handler: RecognizerHandler, script: Script): RecognizerStream {
  let utterance = 0;
  let expectation: Expectation | null = null;
  let closed = false;
  return {
    listenFor(next) {
      expectation = next;
    },
    push: () => undefined,
    speechStarted: () => undefined,
    finish() {
      if (closed) return;
      utterance += 1;
      const text = script(utterance, expectation);
      const said = { utterance, text, final: true, confidence: text === "" ? 0 : 1, alternatives: [text] };
      queueMicrotask(() => {
        if (!closed) handler.heard(said);
      });
    },
    close() {
      closed = true;
    },
  };
}
