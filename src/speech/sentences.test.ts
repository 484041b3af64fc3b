import fc from "fast-check";
import { expect, test } from "vitest";
import { sentences } from "./sentences.ts";

test.each<[string, readonly string[]]>([
  ["", []],
  ["  ", []],
  ["You are booked. Is there anything else?", ["You are booked.", "Is there anything else?"]],
  ["Okay. Which day suits you?", ["Okay. Which day suits you?"]],
  ["With Dr. Garcia at 9 a.m. on Tuesday.", ["With Dr. Garcia at 9 a.m. on Tuesday."]],
  ["on Tuesday, the third", ["on Tuesday, the third"]],
])("%j", (text, parts) => {
  expect(sentences(text)).toEqual(parts);
});

test("nothing is lost, and nothing is longer than a service takes", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}[.,!?]?$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const parts = sentences(words.join("  "));
      expect(parts.join(" ")).toBe(words.join(" "));
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(400);
    }),
  );
});

test("a word without end is cut all the same", () => {
  expect(sentences("x".repeat(1_000)).map((part) => part.length)).toEqual([400, 400, 200]);
});
