import type { Practice } from "../practice/practice.ts";
import { autoQuestionTable } from "./en/auto-question-table.ts";
import { acknowledgeTable, confirmTable } from "./en/confirm-table.ts";
import { phrases } from "./en/phrases-table.ts";
import { questionTable } from "./en/question-table.ts";
import { fixedPieces } from "./template.ts";

/** Every fixed piece that calls of this practice may say, so that its sound can be made before the first call. */
export function fixedTexts(practice: Practice): readonly string[] {
  const { wording, facts, offerings } = practice;
  const own = [
    wording.greeting,
    wording.closedGreeting,
    wording.holidayGreeting,
    wording.goodbye,
    wording.assistantDisclosure,
    wording.recordingDisclosure,
    wording.emergencyInstruction,
    wording.crisisInstruction,
    ...facts.map(({ answer }) => answer),
    ...offerings.map(({ preparation }) => preparation),
  ].filter((text) => text !== null);
  const templates = textsIn([phrases, questionTable, autoQuestionTable, confirmTable, acknowledgeTable]);
  return [...new Set([...own.map((text) => text.trim()), ...templates.flatMap(fixedPieces)])];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
