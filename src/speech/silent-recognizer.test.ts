import { expect, test } from "vitest";
import { recognizerContract } from "../ports/recognizer.contract.ts";
import { silentRecognizer } from "./silent-recognizer.ts";

recognizerContract({ open: async () => silentRecognizer(), say: null });

test("the script answers each finish", async () => {
  const texts: string[] = [];
  const stream = silentRecognizer((utterance) => `answer ${utterance}`).open({
    heard: (hypothesis) => texts.push(hypothesis.text),
    lost: () => undefined,
  });
  stream.finish();
  stream.finish();
  await Promise.resolve();
  expect(texts).toEqual(["answer 1", "answer 2"]);
});
