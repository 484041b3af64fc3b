import fc from "fast-check";
import { expect, test } from "vitest";
import { nothingExpected } from "../../core/language/expectation.ts";
import { tokensOf } from "../../sim/emulators/deepgram-listen.ts";
import { keyTerms } from "./key-terms.ts";

test("names of the question come before those of the practices, each once", () => {
  const expectation = { ...nothingExpected, hints: ["Dr. Elena Garcia", "garcia"] };
  expect(keyTerms(expectation, ["Garcia", "Gresham", "  "])).toEqual([
    "Dr. Elena Garcia",
    "garcia",
    "Gresham",
  ]);
});

test("never more than the service takes", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 300 }), (names) => {
      const terms = keyTerms(null, names);
      expect(terms.length).toBeLessThanOrEqual(50);
      expect(tokensOf(terms)).toBeLessThanOrEqual(500);
    }),
  );
});
