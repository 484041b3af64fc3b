import { expect, test } from "vitest";
import { payers } from "./en/payer-table.ts";
import { hear } from "./testing/hear.ts";

function payersIn(text: string, asked: boolean): readonly string[] {
  return hear(text, asked ? { asked: ["payer"] } : {}).readings.flatMap((reading) =>
    reading.kind === "payer" ? [reading.value] : [],
  );
}

test.each(payers.map(({ id, spoken }) => [id, spoken] as const))(
  "every way to say %s is understood",
  (id, spoken) => {
    for (const phrase of spoken) {
      expect(payersIn(phrase, true), phrase).toEqual([id]);
      expect(payersIn(`I have ${phrase}`, true)[0], phrase).toBe(id);
    }
  },
);

test("ids are unique and lower camel case", () => {
  const ids = payers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z]+$/);
});

const table: [expected: string[], texts: string[]][] = [
  [
    ["self"],
    [
      "I don't have insurance",
      "I don't have any insurance",
      "no insurance",
      "I have no insurance",
      "I'm not insured",
      "I'll pay out of pocket",
      "I'm paying cash",
      "none",
      "I'm uninsured",
      "I lost my insurance",
      "I'll pay for it myself",
      "I don't have health insurance right now",
      "I'll be paying with a credit card",
      "my insurance expired",
      "without insurance",
    ],
  ],
  [
    ["aetna"],
    ["it's Aetna", "Aetna PPO", "I have Aetna through my work", "um etna I think", "aetna not cigna"],
  ],
  [
    ["humana"],
    [
      "I used to have Cigna but now I have Humana",
      "not Aetna anymore it's Humana",
      "I switched from Aetna to Humana",
    ],
  ],
  [
    ["cigna"],
    [
      "aetna no sorry cigna",
      "Aetna. I mean Cigna.",
      "it's Aetna, oh wait, it's Cigna now",
      "humana or actually aetna, no, cigna",
    ],
  ],
  [
    ["medicare", "blueCross"],
    [
      "I have two insurances Medicare and Blue Cross",
      "Medicare and Blue Cross as secondary",
      "Medicare, and actually also Blue Cross",
      "Medicare, oh wait, and Blue Cross",
    ],
  ],
  [["anthem"], ["Anthem Blue Cross", "Anthem Blue Cross Blue Shield"]],
  [["careFirst"], ["CareFirst Blue Cross Blue Shield"]],
  [["unitedHealthcare"], ["United", "United Healthcare", "UHC", "u h c", "optum"]],
  [
    [],
    [
      "I don't have it with me",
      "I don't have my insurance card",
      "hold on",
      "I don't know",
      "help",
      "what insurance do you take",
      "I have two insurances",
      "yes",
      "I can't find my insurance card",
      "I don't have my insurance information on me",
    ],
  ],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is [${expected}]`, (text) =>
    expect(payersIn(text, true).toSorted()).toEqual(expected.toSorted()),
  );

test("unasked, everyday words are no payers", () => {
  expect(payersIn("I live on Oxford Street", false)).toEqual([]);
  expect(payersIn("my name is Oscar", false)).toEqual([]);
  expect(payersIn("do you take Oscar insurance", false)).toEqual(["oscar"]);
  expect(payersIn("I have Blue Cross insurance and my member ID is ABC123456", false)).toEqual(["blueCross"]);
});

test("asking whether a payer is taken tells little", () => {
  const reading = hear("do you accept Aetna", { asked: ["payer"] }).readings.find(
    ({ kind }) => kind === "payer",
  );
  expect(reading?.confidence).toBeLessThanOrEqual(0.5);
});

test("another guess of the recognizer may name the payer, with less confidence", () => {
  const reading = hear("sick now", { asked: ["payer"], nbest: ["sick now", "cigna"] }).readings[0];
  expect(reading).toMatchObject({ kind: "payer", value: "cigna" });
  expect(reading?.confidence).toBeLessThan(0.7);
});
