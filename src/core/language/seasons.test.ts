import { expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";

// All phrases count from Monday 2 March 2026.
const seasonRows: readonly (readonly [from: string, to: string, said: readonly string[]])[] = [
  ["2026-03-02", "2026-05-31", ["in the spring", "this spring"]],
  ["2026-06-01", "2026-08-31", ["in the summer", "sometime in the summer"]],
  ["2026-09-01", "2026-11-30", ["in the fall", "during autumn", "next fall"]],
  ["2026-12-01", "2027-02-28", ["this winter", "over the winter"]],
  ["2026-08-01", "2026-08-31", ["late summer", "the end of the summer"]],
  ["2027-03-01", "2027-05-31", ["next spring"]],
];
for (const [from, to, said] of seasonRows)
  for (const text of said)
    test(`"${text}" is ${from} to ${to}`, () => {
      const range = first(hear(text, { asked: ["date"] }), "days")?.value;
      expect([range?.from?.toString(), range?.to?.toString()]).toEqual([from, to]);
    });

test.each(["I had a fall", "the hot springs", "I fall asleep", "spring cleaning"])(
  '"%s" names no season',
  (text) => {
    expect(first(hear(text), "days")).toBeUndefined();
  },
);
