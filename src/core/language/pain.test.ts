import { expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";

const asked = { asked: ["pain"] } as const;
const painIn = (text: string, hearing: object = asked): number | null =>
  first(hear(text, hearing), "pain")?.value ?? null;

const table: [expected: number | null, texts: string[]][] = [
  [0, ["zero", "no pain", "none", "it doesn't hurt", "0", "not at all", "zero out of ten", "no pain at all"]],
  [1, ["one", "about a one", "one out of ten", "just a 1"]],
  [4, ["four", "a four", "maybe a four", "4/10", "four out of ten", "I'd say four"]],
  [
    7,
    [
      "seven",
      "about a seven",
      "7",
      "a seven I think",
      "like a seven out of ten",
      "on a scale of one to ten I'd say seven",
      "it's a seven right now",
      "between six and seven",
      "six or seven",
      "six, maybe seven",
      "my pain is a seven",
      "a solid seven",
    ],
  ],
  [8, ["seven and a half", "eight", "it was a six now it's an eight", "no, eight"]],
  [10, ["ten", "ten out of ten", "eleven", "a ten", "12 out of 10"]],
  [
    null,
    [
      "it's killing me",
      "out of ten",
      "of ten",
      "for about two days",
      "it started at five",
      "since three weeks",
      "hold on",
      "I don't know",
      "quite bad",
      "help",
      "what do you mean",
      "this one",
      "one moment",
      "two weeks ago",
      "around 7 pm",
      "at 7",
      "mild",
      "twenty",
    ],
  ],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected ?? "no degree"}`, (text) => expect(painIn(text)).toBe(expected));

test("a range is less certain than a number", () => {
  const sure = (text: string): number => first(hear(text, asked), "pain")?.confidence ?? 0;
  expect(sure("six or seven")).toBeLessThan(sure("seven"));
});

test("unasked only with its scale", () => {
  expect(painIn("my knee hurts seven out of ten", {})).toBe(7);
  expect(painIn("I have two kids", {})).toBeNull();
});

test("a duration after a complaint is no pain", () => {
  const told = hear("for about two days", { asked: ["duration", "pain"] });
  expect(first(told, "pain")).toBeUndefined();
  expect(first(told, "duration")?.value.iso).toBe("P2D");
});
