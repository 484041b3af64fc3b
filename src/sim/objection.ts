import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { CallerTruth } from "./caller.ts";
import { readBackIsRight } from "./read-back.ts";
import { monthNames } from "./spoken-forms.ts";

/** A date with its year, as only dates of birth are said. */
const BIRTH_DATE = new RegExp(
  `\\b(?:${monthNames.join("|")}) [a-z-]+(?: [a-z-]+)?, (?:nineteen|two thousand|twenty)[a-z -]*`,
);
const THANKS = /\b(?:Thanks|Thank you), (\p{L}[\p{L}'-]*)/u;

/** What the agent has got wrong in passing, while it asks about something else; null when nothing is. */
export function wronglyAcknowledged(text: string, truth: CallerTruth): FieldId | null {
  const [date] = BIRTH_DATE.exec(text) ?? [];
  if (date !== undefined && !readBackIsRight("dateOfBirth", date, truth)) return "dateOfBirth";
  const [, name] = THANKS.exec(text) ?? [];
  return name !== undefined && name.toLowerCase() !== truth.given.toLowerCase() ? "name" : null;
}
