import type { Practice } from "../core/practice/practice.ts";
import type { Caller } from "./caller.ts";
import { asksQuestions } from "./callers/asks-questions.ts";
import { autoServiceCallers } from "./callers/auto-service.data.ts";
import { chestPain } from "./callers/chest-pain.ts";
import { clinicErrands } from "./callers/clinic-errands.data.ts";
import { correctsAnAnswer } from "./callers/corrects-an-answer.ts";
import { interrupts } from "./callers/interrupts.ts";
import { knownPatient } from "./callers/known-patient.ts";
import { newPatient } from "./callers/new-patient.ts";
import { nextWeek } from "./callers/next-week.ts";
import { severalAnswers } from "./callers/several-answers.ts";
import { silent } from "./callers/silent.ts";
import { madeCallers } from "./made-callers.ts";

/** Every caller who was written for a practice of ours, in the order in which they are listed. */
export const callers: readonly Caller[] = [
  newPatient,
  severalAnswers,
  correctsAnAnswer,
  chestPain,
  nextWeek,
  knownPatient,
  asksQuestions,
  interrupts,
  silent,
  ...clinicErrands,
  ...autoServiceCallers,
];

/** Returns null when nobody has the name. */
export function findCaller(name: string): Caller | null {
  return callers.find((caller) => caller.name === name) ?? null;
}

/** Who calls a practice: those who were written for it, else callers made from its file. */
export function callersOf(practice: Practice): readonly Caller[] {
  const written = callers.filter((caller) => caller.practice === practice.id);
  return written.length > 0 ? written : madeCallers(practice);
}
