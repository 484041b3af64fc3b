import { expect, test } from "vitest";
import type { Caller, CallerAction } from "./caller.ts";
import { openMind } from "./caller-mind.ts";
import { chestPain } from "./callers/chest-pain.ts";
import { correctsAnAnswer } from "./callers/corrects-an-answer.ts";
import { newPatient } from "./callers/new-patient.ts";
import { nextWeek } from "./callers/next-week.ts";
import { seededRandom } from "./random.ts";

const monday = Temporal.PlainDate.from("2026-03-02");

/** What the caller does after each of these prompts, one after the other. */
function answers(
  caller: Caller,
  seed: number,
  prompts: readonly (readonly [string, string])[],
): CallerAction[] {
  const mind = openMind(caller, seededRandom(seed), monday);
  return prompts.map(([purpose, text]) => mind.react([{ purpose, text }]));
}

const words = (action: CallerAction | undefined) => (action?.kind === "say" ? action.text : action?.kind);

test("the same seed speaks the same way, another seed another way", () => {
  const questions = [
    ["howCanIHelp", "How can I help you?"],
    ["ask:name", "What is your name?"],
    ["ask:dateOfBirth", "What is your date of birth?"],
  ] as const;
  const spoken = (seed: number) => JSON.stringify(answers(newPatient, seed, questions));
  expect(spoken(7)).toBe(spoken(7));
  expect(new Set([1, 2, 3, 4, 5].map(spoken)).size).toBeGreaterThan(2);
});

test("who is asked to spell spells, and only the part that was asked for", () => {
  const [said, spelled, before, after] = answers(newPatient, 1, [
    ["ask:email", "What e-mail address should the confirmation go to?"],
    ["ask:email", "Please spell it letter by letter, then at, and the rest."],
    ["ask:email", "Please spell only what stands before the at sign, letter by letter."],
    ["ask:email", "And what comes after the at sign, such as gmail dot com?"],
  ]).map(words);
  expect(said).toMatch(/david dot miller at example dot com/i);
  expect(spelled).toMatch(/delta alpha victor india delta, dot, mike india .*, at example dot com/i);
  expect(before).toMatch(/delta alpha victor india delta, dot, mike india/i);
  expect(before).not.toMatch(/example/i);
  expect(after).toMatch(/^(it's )?example dot com/i);
});

test("a wrong read-back is denied, a right one affirmed", () => {
  const [wrong, right] = answers(newPatient, 1, [
    ["confirm:dateOfBirth", "March 15th, 1985. Is that right?"],
    ["confirm:dateOfBirth", "March 5th, 1985. Is that right?"],
  ]);
  expect(words(wrong)).toMatch(/^no/i);
  expect(words(right)).toMatch(/^(?:ye|that|correct)/i);
});

test("digits are keyed when the prompt invites to it", () => {
  const [spoken, keyed] = answers(newPatient, 1, [
    ["ask:phone", "What number can we reach you at?"],
    ["noMatch:phone", "Please enter it on your keypad."],
  ]);
  expect(spoken?.kind).toBe("say");
  expect(keyed).toEqual({ kind: "press", keys: [..."5035550123#"] });
});

test("the calling number is affirmed when it is offered", () => {
  const [action] = answers(newPatient, 1, [["ask:phone", "Shall we use the number you are calling from?"]]);
  expect(words(action)).toMatch(/^(?:ye|that|correct)/i);
});

test("a slip is made once and mended at the next question", () => {
  const [slip, mending, next] = answers(correctsAnAnswer, 1, [
    ["ask:dateOfBirth", "What is your date of birth?"],
    ["ask:payer", "What insurance do you have?"],
    ["ask:payer", "What insurance do you have?"],
  ]);
  expect(words(slip)).toMatch(/June sixth/);
  expect(words(mending)).toMatch(/My date of birth is June sixteenth/);
  expect(words(next)).toMatch(/Medicare/);
});

test("a slip that is read back is mended there", () => {
  const [, mending] = answers(correctsAnAnswer, 1, [
    ["ask:dateOfBirth", "What is your date of birth?"],
    ["confirm:dateOfBirth", "June 6th, 1990. Is that right?"],
  ]);
  expect(words(mending)).toMatch(/^No.*June sixteenth/);
});

test("the first offers are refused by one who wants next week, and a day that suits is taken", () => {
  const [refusal, choice] = answers(nextWeek, 1, [
    ["offerTimes", "I have Tuesday, March third, at nine, or Wednesday, March fourth, at ten."],
    ["offerTimes", "I have Friday, March sixth, at nine, or Monday, March ninth, at nine."],
  ]);
  expect(words(refusal)).toMatch(/next week/);
  expect(words(choice)).toMatch(/second/);
});

test("the emergency instruction ends the call for the caller", () => {
  const mind = openMind(chestPain, seededRandom(1), monday);
  const opening = mind.react([{ purpose: "howCanIHelp", text: "How can I help you?" }]);
  expect(words(opening)).toMatch(/chest pain/);
  expect(mind.react([{ purpose: "emergency", text: "Please call 911." }]).kind).toBe("hangUp");
  expect(mind.knows.heardEmergency).toBe(true);
});

test("who was misheard for an emergency says no and goes on", () => {
  const mind = openMind(newPatient, seededRandom(1), monday);
  const instruction = { purpose: "emergency", text: "Please call 911." };
  expect(mind.react([instruction]).kind).toBe("listen");
  const asked = { purpose: "ask:emergency", text: "Is this an emergency right now?" };
  expect(words(mind.react([instruction, asked]))).toMatch(/^no/i);
});

test("patience ends after so many of the same question", () => {
  const again = Array.from(
    { length: newPatient.habits.patience + 1 },
    () => ["ask:name", "Your name?"] as const,
  );
  expect(answers(newPatient, 1, again).at(-1)).toEqual({ kind: "hangUp", why: "gaveUp" });
});
