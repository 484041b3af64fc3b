import { describe, expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";

// All phrases count from Monday 2 March 2026.
type Range = readonly [
  from: string | null,
  to: string | null,
  weekdays?: readonly number[] | null,
  except?: readonly number[],
];
const ranges: readonly (readonly [expected: Range, said: readonly string[]])[] = [
  [
    ["2026-03-09", "2026-03-15"],
    ["next week", "sometime next week", "any time next week", "any day next week"],
  ],
  [
    ["2026-03-02", "2026-03-08"],
    ["this week", "any day this week"],
  ],
  [["2026-03-16", "2026-03-22"], ["the week after next"]],
  [
    ["2026-03-09", "2026-03-10"],
    ["early next week", "the beginning of next week"],
  ],
  [
    ["2026-03-12", "2026-03-13"],
    ["late next week", "the end of next week"],
  ],
  [
    ["2026-03-25", "2026-03-31"],
    ["the end of the month", "end of this month"],
  ],
  [
    ["2026-04-01", "2026-04-30"],
    ["next month", "in april", "some time in april"],
  ],
  [
    ["2026-04-01", "2026-04-10"],
    ["early april", "the beginning of april", "early next month"],
  ],
  [
    ["2026-03-07", "2026-03-08", [6, 7]],
    ["this weekend", "the weekend", "over the weekend"],
  ],
  [["2026-03-14", "2026-03-15", [6, 7]], ["next weekend"]],
  [
    [null, null, [1, 2, 3, 4, 5]],
    ["weekdays", "any weekday", "on a weekday", "during the week"],
  ],
  [
    [null, null, [2]],
    ["tuesdays", "any tuesday", "tuesdays are best"],
  ],
  [
    [null, null, null, [1]],
    [
      "any day but monday",
      "anything except monday",
      "not monday",
      "mondays don't work",
      "i can't do monday",
      "any day except for monday",
      "monday is not good",
    ],
  ],
  [
    ["2026-03-15", null],
    ["after the 14th", "later than the 14th"],
  ],
  [
    ["2026-03-14", null],
    ["from the 14th on", "starting the 14th", "on or after the 14th", "the 14th or later"],
  ],
  [
    [null, "2026-03-06"],
    ["by friday", "no later than friday", "friday at the latest", "friday or earlier"],
  ],
  [[null, "2026-03-05"], ["before friday"]],
  [
    ["2026-03-03", "2026-03-05"],
    [
      "between tuesday and thursday",
      "from tuesday to thursday",
      "tuesday through thursday",
      "tuesday to thursday",
    ],
  ],
  [
    ["2026-03-09", "2026-03-12"],
    ["march ninth to twelfth", "between the 9th and the 12th", "from the 9th through the 12th"],
  ],
  [
    ["2026-03-09", "2026-03-15"],
    ["the week of march ninth", "the week of the 9th"],
  ],
];

describe("ranges of days", () => {
  for (const [[from, to, weekdays, except], said] of ranges) {
    for (const text of said) {
      test(`"${text}"`, () => {
        const range = first(hear(text), "days")?.value;
        expect(
          range && [
            range.from?.toString() ?? null,
            range.to?.toString() ?? null,
            range.weekdays,
            range.except,
          ],
        ).toEqual([from, to, weekdays ?? null, except ?? []]);
      });
    }
  }
});
