import { describe, expect, test } from "vitest";
import { type Hearing, hear } from "./testing/hear.ts";

type Row = readonly [least: number, most: number, text: string, hearing?: Hearing];

const rows: readonly Row[] = [
  // Something is about to be put right, or a wish follows the refusal.
  [0.5, 0.7, "no sorry", { asked: ["yesNo"] }],
  [0.5, 0.7, "wait i made a mistake", { asked: ["payer"] }],
  [0.5, 0.7, "wait", { asked: ["payer"] }],
  // "Then" rounds an answer off, and "mm-hm" is one.
  [0.95, 1, "the first one then", { asked: ["choice"], choices: ["9 a.m.", "2 p.m."] }],
  [0.75, 0.95, "monday then", { asked: ["date"] }],
  [0.2, 0.4, "i fell and then", { asked: ["complaint"] }],
  [0.95, 1, "mm hmm", { asked: ["yesNo"] }],
  [0.1, 0.2, "hmm", { asked: ["complaint"] }],
  [0.1, 0.2, "yes hmm", { asked: ["yesNo"] }],
  // A date of birth that is put right out of turn lacks its year.
  [0.2, 0.4, "wait my date of birth is june sixteenth", { asked: ["payer"] }],
  [0.2, 0.4, "no i was born on june sixteenth", { asked: ["yesNo"] }],
  [0.85, 1, "wait my date of birth is june sixteenth nineteen ninety", { asked: ["payer"] }],
  [0.85, 1, "wait my date of birth is wrong", { asked: ["payer"] }],
  [0.2, 0.4, "no sorry it's june sixteenth", { asked: ["yesNo"], also: ["dateOfBirth"] }],
  [0.85, 1, "no sorry it's june sixteenth nineteen ninety", { asked: ["yesNo"], also: ["dateOfBirth"] }],
  [0.85, 1, "no that's wrong", { asked: ["yesNo"], also: ["dateOfBirth"] }],
  [0.6, 1, "no it's june sixteenth", { asked: ["yesNo"], also: ["dateOfBirth", "date"] }],
  // The thing itself comes next.
  [0.2, 0.4, "i have a sore", { asked: ["complaint"] }],
  [0.2, 0.4, "could you", { asked: ["date"] }],
  [0.2, 0.4, "i've got", { asked: ["complaint"] }],
  [0.2, 0.4, "six out of", { asked: ["pain"] }],
  [0.2, 0.4, "a six out", { asked: ["pain"] }],
  [0.9, 1, "six out of ten", { asked: ["pain"] }],
  [0.85, 1, "yes i have", { asked: ["yesNo"] }],
  [0.6, 1, "i threw my back out", { asked: ["complaint"] }],
  [0.2, 0.4, "i'm not", { asked: ["number"] }],
  [0.2, 0.4, "i don't", { asked: ["identifier"] }],
  [0.85, 1, "no i'm not", { asked: ["yesNo"] }],
  [0.85, 1, "i'm not sure", { asked: ["number"] }],
  [0.6, 1, "my back is sore", { asked: ["complaint"] }],
  [0.5, 0.7, "no wait", { asked: ["yesNo"] }],
  [0.6, 0.8, "none of those work", { asked: ["choice"], choices: ["9 a.m.", "2 p.m."] }],
  [0.95, 1, "not the first the second one", { asked: ["choice"], choices: ["9 a.m.", "2 p.m."] }],
  // Nothing more is coming.
  [1, 1, "yes", { asked: ["yesNo"] }],
  [0.85, 1, "no", { asked: ["yesNo"] }],
  [1, 1, "yes please", { asked: ["yesNo"] }],
  [0.95, 1, "march fifth nineteen eighty two", { asked: ["dateOfBirth"] }],
  [0.95, 1, "3/5/1982", { asked: ["dateOfBirth"] }],
  // "Nineteen" begins a year, except where it ends one.
  [0.8, 0.9, "june sixth twenty nineteen", { asked: ["dateOfBirth"] }],
  [0.8, 0.9, "june sixth twenty twenty", { asked: ["dateOfBirth"] }],
  [0.3, 0.5, "june sixth nineteen", { asked: ["dateOfBirth"] }],
  [0.3, 0.5, "june twenty nineteen", { asked: ["dateOfBirth"] }],
  [0.95, 1, "five oh three five five five oh one two three", { asked: ["phone"] }],
  [0.95, 1, "503 555 0123", { asked: ["phone"] }],
  [0.95, 1, "the second one", { asked: ["choice"], choices: ["9 a.m.", "2 p.m."] }],
  [0.9, 1, "at half past two", { asked: ["time"] }],
  [0.75, 0.95, "tuesday", { asked: ["date"] }],
  [0.85, 1, "can you repeat that", { asked: ["date"] }],
  [0.85, 1, "hold on", { asked: ["phone"] }],
  [0.85, 1, "wait a moment", { asked: ["payer"] }],
  [0.85, 1, "same as the one i'm calling from", { asked: ["phone"] }],
  [0.75, 1, "can you tell me when my appointment is"],
  [0.85, 1, "i don't know", { asked: ["identifier"] }],
  [0.85, 1, "i don't have one", { asked: ["identifier"] }],
  [0.85, 1, "i don't have an email", { asked: ["email"] }],
  [0.85, 1, "skip that", { asked: ["email"] }],
  [0.85, 1, "about a seven", { asked: ["pain"] }],
  [0.8, 1, "for about two days", { asked: ["duration"] }],
  [0.85, 1, "i can't breathe"],
  [0.85, 1, "skip it please", { asked: ["email"] }],
  [0.85, 1, "no thanks", { asked: ["email"] }],
  [0.85, 1, "i'd rather not", { asked: ["email"] }],
  [0.85, 1, "i don't use email", { asked: ["email"] }],
  [0.85, 1, "i'm a new patient", { asked: ["yesNo"] }],
  [0.85, 1, "i've been there before", { asked: ["yesNo"] }],
  [0.85, 1, "this is my first visit", { asked: ["yesNo"] }],
  [0.85, 1, "i've got sore throat", { asked: ["complaint"] }],
  [0.85, 1, "my back hurts", { asked: ["complaint"] }],
  [0.85, 1, "oil change please", { asked: ["service"] }],
  [0.85, 1, "for about three days", { asked: ["duration"] }],
  [0.85, 1, "since yesterday", { asked: ["duration"] }],
  [1, 1, "yes", { asked: ["yesNo", "address"] }],
  [0.85, 1, "no", { asked: ["address", "yesNo"] }],
  [0, 0.2, "yes", { asked: ["address"] }],
  [0.85, 1, "i have aetna", { asked: ["payer"] }],
  [0.85, 1, "i don't have insurance", { asked: ["payer"] }],
  [0.85, 1, "i'd like to see doctor chen", { asked: ["choice"], choices: ["Dr. Michael Chen"] }],
  [0.85, 1, "anyone is fine", { asked: ["choice"], choices: ["Dr. Michael Chen"] }],
  [0.85, 1, "any time", { asked: ["date"] }],
  [0.85, 1, "i'd like to book an appointment please"],
  [0.85, 1, "i want to make an appointment i've got a headache"],
  [0.9, 1, "hello i'd like to book an appointment please i've got a headache", { asked: ["complaint"] }],
  [0.9, 1, "hi i'd like to make an appointment it's about a headache", { asked: ["complaint"] }],
  [0.9, 1, "i have a rash on my left arm", { asked: ["complaint"] }],
  [0.8, 0.9, "march fifth nineteen eighty", { asked: ["dateOfBirth"] }],
  [0.6, 1, "i think i have the wrong number", {}],
  [0.8, 0.9, "june sixth two thousand", { asked: ["dateOfBirth"] }],
  [0.9, 1, "june sixth two thousand fourteen", { asked: ["dateOfBirth"] }],
  [0.9, 1, "june sixth twenty fourteen", { asked: ["dateOfBirth"] }],
  [0.9, 1, "one week", { asked: ["duration"] }],
  // Two answers in one breath.
  [
    0.85,
    1,
    "sarah johnson november twenty first nineteen seventy two",
    { asked: ["name"], also: ["dateOfBirth"] },
  ],
  [0.85, 1, "i've had a headache for three days", { asked: ["complaint"], also: ["duration"] }],
  // A plausible answer to an open question.
  [0.6, 0.8, "i've had a sore throat since monday", { asked: ["complaint"] }],
  [0.6, 0.8, "my brakes make a grinding noise when i stop", { asked: ["service"] }],
  // A person would wait.
  [0, 0.2, ""],
  [0, 0.2, "um"],
  [0, 0.2, "uh"],
  [0, 0.2, "tuesday and", { asked: ["date"] }],
  [0, 0.2, "i have a headache and", { asked: ["complaint"] }],
  [0, 0.2, "tuesday um", { asked: ["date"] }],
  [0, 0.2, "my number is", { asked: ["phone"] }],
  [0, 0.2, "my name is", { asked: ["name"] }],
  [0, 0.25, "five oh three five five five", { asked: ["phone"] }],
  [0, 0.35, "503 555", { asked: ["phone"] }],
  [0, 0.3, "march fifth", { asked: ["dateOfBirth"] }],
  [0, 0.5, "february eight fourteen", { asked: ["dateOfBirth"] }],
  [0.5, 0.7, "it's january twenty forty", { asked: ["dateOfBirth"] }],
  [0.8, 1, "three twenty eighty", { asked: ["dateOfBirth"] }],
  [0.8, 1, "january twentieth nineteen forty", { asked: ["dateOfBirth"] }],
  [0, 0.4, "march fifth nineteen", { asked: ["dateOfBirth"] }],
  [0, 0.2, "i'd like to come in on", { asked: ["date"] }],
  [0, 0.2, "half past", { asked: ["time"] }],
  [0, 0.2, "maybe next", { asked: ["date"] }],
  [0, 0.2, "it hurts when i", { asked: ["complaint"] }],
  [0, 0.5, "john at", { asked: ["email"] }],
  [0, 0.2, "i'm", { asked: ["yesNo"] }],
  [0, 0.2, "i'm a", { asked: ["yesNo"] }],
  [0, 0.2, "i've got a", { asked: ["complaint"] }],
  [0, 0.7, "sore", { asked: ["complaint"] }],
  [0, 0.2, "for about", { asked: ["duration"] }],
  [0, 0.3, "i have two insurances", { asked: ["payer"] }],
  [0, 0.6, "i have two insurances medicare", { asked: ["payer"] }],
  [0.85, 1, "i have two insurances medicare and aetna", { asked: ["payer"] }],
  [0, 0.2, "i don't have", { asked: ["email"] }],
  [0, 0.2, "aetna and my date of birth is", { asked: ["payer"] }],
  [0, 0.2, "for three days and it's", { asked: ["duration"] }],
  [0, 0.5, "sarah johnson november twenty first nineteen", { asked: ["name"], also: ["dateOfBirth"] }],
  [0, 0.2, "i have aetna and", { asked: ["payer"] }],
  [0, 0.8, "no", { asked: ["email"] }],
];

describe("completeness", () => {
  for (const [least, most, text, hearing] of rows) {
    test(`"${text}" lies between ${least} and ${most}`, () => {
      const { complete } = hear(text, hearing);
      expect(complete).toBeGreaterThanOrEqual(least);
      expect(complete).toBeLessThanOrEqual(most);
    });
  }
});

test("every further digit of a telephone number makes it more complete", () => {
  const digits = "five oh three five five five oh one two three".split(" ");
  const figures = digits.map(
    (_, index) => hear(digits.slice(0, index + 1).join(" "), { asked: ["phone"] }).complete,
  );
  expect(figures.at(-1)).toBeGreaterThanOrEqual(0.95);
  expect(figures.slice(0, 9).every((figure) => figure < 0.6)).toBe(true);
});
