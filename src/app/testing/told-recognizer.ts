import type { Recognizer, RecognizerHandler } from "../../ports/recognizer.ts";

export interface ToldRecognizer {
  readonly recognizer: Recognizer;
  /** What the caller says on each line, in the order in which the lines were opened. */
  readonly lines: readonly ((text: string) => void)[];
}

/** Ears that hear what a test tells them: as a hypothesis, and as final words once turn-taking asks for them. */
export function toldRecognizer(): ToldRecognizer {
  const lines: ((text: string) => void)[] = [];
  return { lines, recognizer: { open: (handler) => listening(handler, lines), close: async () => {} } };
}

function listening(handler: RecognizerHandler, lines: ((text: string) => void)[]) {
  let utterance = 0;
  let text = "";
  const heard = (final: boolean) =>
    handler.heard({ utterance: utterance + 1, text, final, confidence: 0.95, alternatives: [text] });
  lines.push((words) => {
    text = words;
    heard(false);
  });
  return {
    listenFor: () => {},
    push: () => {},
    speechStarted: () => {},
    finish: () => {
      heard(true);
      utterance++;
      text = "";
    },
    close: () => {},
  };
}
