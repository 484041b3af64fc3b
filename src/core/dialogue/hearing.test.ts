import { expect, test } from "vitest";
import { demoClinic } from "../call/testing/demo-clinic.ts";
import { understand } from "../language/understand.ts";
import { hide } from "../values/private.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { initialDialogue } from "./dialogue-state.ts";
import { hear } from "./hearing.ts";

const context: DialogueContext = {
  practice: demoClinic,
  now: Date.UTC(2026, 2, 2, 17),
  previous: "On a scale from zero to ten, how bad is the pain?",
  understand,
  spokenOpening: () => [],
  wordsOf: () => "",
  earlier: () => [],
};
const asked = { ...initialDialogue(null), aim: { kind: "field", field: "pain", part: null } } as const;

test("keys answer by the keypad form of the question, and the star goes back", () => {
  const keys = (text: string) =>
    hear(
      asked,
      { kind: "turn", by: "keys", heard: hide({ text, alternatives: [text] }), confidence: 1 },
      context,
    );
  expect(keys("7")).toMatchObject({ keys: "7", confidence: 1 });
  expect(keys("*").said.acts).toMatchObject([{ kind: "goBack" }]);
});
