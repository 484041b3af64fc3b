import { expect, test } from "vitest";
import type { FieldId } from "../core/dialogue/field-ids.ts";
import { newPatient } from "./callers/new-patient.ts";
import { readBackIsRight } from "./read-back.ts";

const truth = { ...newPatient.truth, memberId: "W48291307" };

const table: readonly [right: boolean, field: FieldId, text: string][] = [
  [true, "dateOfBirth", "That's March 5th, 1985. Is that right?"],
  [true, "dateOfBirth", "March fifth, nineteen eighty-five, correct?"],
  [false, "dateOfBirth", "That's March 15th, 1985. Is that right?"],
  [false, "dateOfBirth", "March fifth, nineteen eighty-six, correct?"],
  [true, "phone", "I have 5 0 3, 5 5 5, 0 1 2 3. Is that right?"],
  [true, "phone", "You are calling from the number ending in 0 1 2 3. Shall I use it?"],
  [false, "phone", "I have five zero three, five five five, zero one two four."],
  [false, "phone", "5 0 3, 5 5 6, 0 1 2 3, correct?"],
  [true, "memberId", "W as in Whiskey, 4 8 2 9 1 3 0 7. Is that right?"],
  [false, "memberId", "W as in Whiskey, 4 8 2 9 1 3 0 8. Is that right?"],
  [true, "email", "david dot miller at example dot com, right?"],
  [false, "email", "david dot muller at example dot com, right?"],
  [true, "name", "David Miller, is that right?"],
  [true, "name", "D, A, V, I, D. M, I, L, L, E, R. Is that right?"],
  [false, "name", "David Millard, is that right?"],
  [true, "address", "350 Maple Avenue, Portland, Oregon, 9 7 2 0 5. Is that right?"],
  [false, "address", "350 Main Street, Portland, Oregon, 9 7 2 0 5. Is that right?"],
  [true, "payer", "You have Aetna?"],
];

for (const [right, field, text] of table)
  test(`the caller says ${right ? "yes" : "no"} to "${text}"`, () =>
    expect(readBackIsRight(field, text, truth)).toBe(right));
