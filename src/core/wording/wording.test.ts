import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demoClinic } from "../call/testing/demo-clinic.ts";
import { fixedTexts } from "./fixed-texts.ts";
import { splitLong } from "./split-long.ts";
import { fill, fixedPieces, varied } from "./template.ts";

describe("templates", () => {
  test("what varies is a piece of its own, with its punctuation; what stands around it is fixed", () => {
    expect(fill("I have your name as {value}. Is that right?", { value: "Maria Lopez" })).toEqual([
      { text: "I have your name as", fixed: true },
      { text: "Maria Lopez.", fixed: false },
      { text: "Is that right?", fixed: true },
    ]);
  });

  test("a hole at an end leaves no empty piece", () => {
    expect(fill("{value}.", { value: "Aetna" })).toEqual([{ text: "Aetna.", fixed: false }]);
  });

  test("the fixed pieces are what is between the holes", () => {
    expect(fixedPieces("I have {list}. Which one?")).toEqual(["I have", "Which one?"]);
  });

  test("wording varies with the turn and with nothing else", () => {
    expect([0, 1, 2, 3].map((turn) => varied(["a", "b", "c"], turn))).toEqual(["a", "b", "c", "a"]);
  });
});

test("the fixed texts hold the practice's own words, each once and none with a hole", () => {
  const texts = fixedTexts(demoClinic);
  expect(texts).toContain(demoClinic.wording.emergencyInstruction);
  expect(texts).toContain("What is your date of birth?");
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => text.includes("{") || text.trim() === "")).toEqual([]);
});

describe("long texts are cut", () => {
  const long =
    "I have tomorrow, Tuesday, March third, at nine in the morning with Dr. Elena Garcia; Wednesday, March fourth, at two thirty in the afternoon; or Thursday, March fifth, at four in the afternoon with Dr. Michael Chen.";

  test("at the end of a clause", () => {
    const parts = splitLong(long);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/[.;:,!?]$/);
  });

  test("never after the title of a doctor", () => {
    for (const part of splitLong(`${long} ${long}`)) expect(part).not.toMatch(/Dr\.$/);
  });

  test("and their parts join to the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("Dr.", "Garcia", "nine.", "Then", "two,", "and", "five;", "P.O.", "box", "12"),
          { maxLength: 80 },
        ),
        (words) => {
          const text = words.join(" ");
          expect(splitLong(text).join(" ")).toBe(text);
        },
      ),
    );
  });
});
