import { expect, test } from "vitest";
import { characterRuns } from "./character-runs.ts";
import { charactersAt, costOfConfusion } from "./spoken-characters.ts";
import { splitWords } from "./words.ts";

const best = (text: string): string | undefined => charactersAt(splitWords(text), 0)[0]?.text;

test.each([
  ["b", "B"],
  ["bee", "B"],
  ["bravo", "B"],
  ["b as in boy", "B"],
  ["b for bravo", "B"],
  ["b like boy", "B"],
  ["b boy", "B"],
  ["p as in boy", "B"],
  ["double u", "W"],
  ["double you", "W"],
  ["double l", "LL"],
  ["triple seven", "777"],
  ["double oh", "00"],
  ["x-ray", "X"],
  ["x ray", "X"],
  ["zed", "Z"],
  ["aitch", "H"],
  ["seven", "7"],
  ["twenty three", "23"],
  ["forty-one", "41"],
  ["nine hundred", "900"],
  ["tw6", "TW6"],
  ["1zv", "1ZV"],
])('"%s" stands for %s', (text, expected) => expect(best(text)).toBe(expected));

test.each(["hello", "insurance", "moment", ""])('"%s" stands for no character', (text) =>
  expect(charactersAt(splitWords(text), 0)).toEqual([]),
);

test("letters that sound alike are cheaper to confuse than others", () => {
  expect(costOfConfusion("B", "B")).toBe(0);
  expect(costOfConfusion("S", "F") ?? 9).toBeLessThan(costOfConfusion("B", "E") ?? 9);
  expect(costOfConfusion("B", "X")).toBeNull();
});

test.each([
  ["a b c one two three", ["ABC123"]],
  ["it's x 4 to 7 okay", ["X427"]],
  ["a b 1 2 no sorry a c 1 2", ["AB12", "AC12"]],
  ["I have it here", []],
  ["hold on for a second", []],
  ["ab 12 and then 34", ["AB1234"]],
])('"%s" holds %j', (text, expected) =>
  expect(characterRuns(splitWords(text), text).map((run) => run.text)).toEqual(expected),
);
