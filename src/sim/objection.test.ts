import { expect, test } from "vitest";
import { newPatient } from "./callers/new-patient.ts";
import { wronglyAcknowledged } from "./objection.ts";

const rows: readonly (readonly [string, string | null])[] = [
  ["Thank you, David. What is your date of birth?", null],
  ["Thank you, April. What is your date of birth?", "name"],
  ["March fifth, nineteen eighty-five, thank you. Which insurance will you be using?", null],
  ["March fifth, nineteen eighty. What is your home address?", "dateOfBirth"],
  ["March twenty-fifth, nineteen eighty-five. What is your home address?", "dateOfBirth"],
  ["I have Monday, March ninth, at eight in the morning. Which one would you like?", null],
  ["350 Maple Avenue, Portland, Oregon, nine seven two zero five. Can we reach you at this number?", null],
  [
    "315 Maple Avenue, Portland, Oregon, nine seven two zero five. Can we reach you at this number?",
    "address",
  ],
  ["Is your address still on Maple Avenue?", null],
  ["All right, you pay yourself. What is your home address?", null],
];
test.for(rows)("%s: %s is wrong", ([text, field]) => {
  expect(wronglyAcknowledged(text, newPatient.truth)).toBe(field);
});
