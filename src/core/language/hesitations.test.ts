import { describe, expect, test } from "vitest";
import { hesitations } from "./en/hesitations-table.ts";
import type { FieldKind } from "./expectation.ts";
import { saidWithoutHesitations } from "./hesitations.ts";
import { first, hear } from "./testing/hear.ts";
import type { ReadingValue } from "./understanding.ts";

// People think in the middle of an answer. Wherever they do, they have said what they would have said without it.

const rows: readonly (readonly [kind: FieldKind & ReadingValue["kind"], said: string])[] = [
  ["dateOfBirth", "august twenty sixth nineteen forty three"],
  ["dateOfBirth", "the third of may two thousand and one"],
  ["dateOfBirth", "oh five nineteen eighty two"],
  ["dateOfBirth", "my date of birth is march fifth sixty one"],
  ["date", "a week from friday"],
  ["date", "march the twenty third"],
  ["date", "the day after tomorrow"],
  ["time", "at quarter to nine in the morning"],
  ["time", "ten thirty"],
  ["time", "half past two"],
  ["phone", "five oh three five five five oh one four two"],
  ["phone", "area code five oh three five five five oh one four two"],
  ["number", "a hundred and twenty three"],
  ["duration", "about a week and a half"],
  ["pain", "i would say about a seven"],
  ["vehicle", "a twenty eighteen honda civic"],
  ["complaint", "i have a sore throat"],
  ["service", "i need an oil change"],
];

describe.each(rows)("%s: %s", (kind, said) => {
  const read = (text: string) => String(first(hear(text, { asked: [kind] }), kind)?.value);
  const words = said.split(" ");

  test("is understood", () => expect(read(said)).not.toBe("undefined"));

  test.each(hesitations)("is the same with %s before any of its words", (sound) => {
    const hesitant = words.map((_, index) => words.toSpliced(index, 0, sound).join(" "));
    expect(hesitant.map(read)).toEqual(words.map(() => read(said)));
  });
});

const alarms = ["i have chest pain", "i can't breathe", "i want to kill myself", "my face is drooping"];

test.each(alarms)('"%s" alarms wherever somebody stops to think', (said) => {
  const alarm = hear(said).redFlag;
  expect(alarm).not.toBeNull();
  const words = said.split(" ");
  const hesitant = words.map((_, index) => words.toSpliced(index, 0, "um").join(" "));
  expect(hesitant.map((text) => hear(text).redFlag?.kind)).toEqual(words.map(() => alarm?.kind));
});

const sayings: readonly (readonly [said: string, steady: string])[] = [
  ["i don't have um insurance", "i don't have insurance"],
  ["Um, the second one", "the second one"],
  ["i'd like uh to erm cancel", "i'd like to cancel"],
  ["um", "um"],
  ["it's the um second one", "it's the second one"],
  ["I was in the er last week", "I was in the er last week"],
  ["human uh", "human uh"],
  ["uh huh", "uh huh"],
  ["uh-uh", "uh-uh"],
  ["Mr. Umber's summer", "Mr. Umber's summer"],
];
test.each(sayings)('"%s" says "%s"', (said, steady) => expect(saidWithoutHesitations(said)).toBe(steady));
