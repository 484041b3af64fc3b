import { expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

function numbersIn(text: string): readonly number[] {
  return hear(text, { asked: ["number"] }).readings.flatMap((reading) =>
    reading.kind === "number" ? [reading.value] : [],
  );
}

test.each([
  ["sixty two thousand", [62_000]],
  ["about a hundred and four thousand two hundred", [104_200]],
  ["six two five zero zero", [62_500]],
  ["8 5 0 0 0", [85_000]],
  ["seven", [7]],
  ["six or seven", [6, 7]],
  ["four five", [4, 5]],
  ["k l m four five six", []],
  ["b k t 472", []],
  ["this one", []],
])("asked for a number, %s is %j", (text, numbers) => expect(numbersIn(text)).toEqual(numbers));
