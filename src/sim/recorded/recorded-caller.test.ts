import { expect, test } from "vitest";
import { readRecordings, recordedMind } from "./recorded-caller.ts";

const asks = [{ purpose: "ask:name", text: "What is your name?" }];

test("one recording for each question, and then goodbye", () => {
  const turns = ["one.wav", "two.wav"].map((name) => ({ name, sound: new Uint8Array(160) }));
  const mind = recordedMind(turns);
  expect(mind.react([{ purpose: "greeting", text: "Thank you for calling." }])).toEqual({ kind: "listen" });
  expect(mind.react(asks)).toEqual({ kind: "say", text: "one.wav" });
  expect(mind.react(asks)).toEqual({ kind: "say", text: "two.wav" });
  expect(mind.react(asks)).toEqual({ kind: "hangUp", why: "done" });
});

test("a file that cannot be read is named", async () => {
  const files = [{ name: "notes.txt", content: new TextEncoder().encode("no sound at all") }];
  await expect(readRecordings(files)).rejects.toThrow(/notes\.txt/);
});
