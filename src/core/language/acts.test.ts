import { describe, expect, test } from "vitest";
import { actPhrases } from "./testing/act-phrases.data.ts";
import { hear } from "./testing/hear.ts";
import { questionPhrases } from "./testing/question-phrases.data.ts";

describe("what callers want done", () => {
  for (const [kind, phrases] of actPhrases) {
    for (const text of phrases) {
      test(`"${text}": ${kind}`, () => expect(hear(text).acts.map((act) => act.kind)).toContain(kind));
    }
  }
});

describe("questions have a topic", () => {
  for (const [topic, phrases] of questionPhrases) {
    for (const text of phrases) {
      test(`"${text}": ${topic}`, () => {
        expect(hear(text).acts.find((act) => act.kind === "question")?.topic).toBe(topic);
      });
    }
  }
});

test.each([
  "tuesday at nine",
  "my name is john smith",
  "five five five one two three four",
  "i have a sore throat",
  "blue cross",
  "for two days",
])("%s wants nothing of the kind", (text) => {
  const unwanted = new Set([
    "person",
    "cancel",
    "stop",
    "goodbye",
    "startOver",
    "goBack",
    "repeat",
    "wait",
    "help",
  ]);
  expect(hear(text).acts.filter((act) => unwanted.has(act.kind))).toEqual([]);
});

test.each([
  ["change my phone number", "phone"],
  ["that's the wrong address", "address"],
  ["you got my name wrong", "name"],
  ["my date of birth is wrong", "dateOfBirth"],
  ["i need to fix my email", "email"],
  ["i said wednesday", null],
])("%s corrects the field %s", (text, topic) => {
  expect(hear(text).acts.find((act) => act.kind === "correct")).toMatchObject({ topic });
});

const more: readonly (readonly [kind: string, said: readonly string[], negatives: readonly string[]])[] = [
  [
    "slower",
    [
      "slower",
      "slow down please",
      "could you speak a little slower",
      "you talk too fast",
      "not so fast",
      "that was very quick",
    ],
    ["there's a slow leak in the tire", "my heart beats too fast", "the car is slow", "it runs slow"],
  ],
  ["wait", ["wait", "wait a second"], ["i can't wait to feel better", "it can't wait"]],
  [
    "person",
    ["can a person help me", "could a nurse help", "put a human on"],
    ["can you help me", "can someone help me with my bill", "put my wife's name on it"],
  ],
  ["dontKnow", ["i haven't got a clue", "i haven't the faintest idea"], ["i have an idea"]],
  ["confirm", ["i got a text to confirm", "i'd like to confirm"], ["i got a text"]],
  [
    "book",
    ["could i schedule something", "can i drop off my truck for an oil change"],
    ["i drop off my kids at nine"],
  ],
];

describe("what is like a wish and is none", () => {
  for (const [kind, wishes, others] of more) {
    const kinds = (text: string): readonly string[] => hear(text).acts.map((act) => act.kind);
    for (const text of wishes) test(`"${text}": ${kind}`, () => expect(kinds(text)).toContain(kind));
    for (const text of others) test(`"${text}": no ${kind}`, () => expect(kinds(text)).not.toContain(kind));
  }
});
