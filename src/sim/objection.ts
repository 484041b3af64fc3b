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
  if (name !== undefined && name.toLowerCase() !== truth.given.toLowerCase()) return "name";
  return truth.address !== null && isOtherHouse(text, truth.address) ? "address" : null;
}

/** Another number before the caller's own street. */
function isOtherHouse(text: string, { number, street }: NonNullable<CallerTruth["address"]>): boolean {
  const at = text.indexOf(` ${street}`);
  const [said] = /\d+$/.exec(text.slice(0, Math.max(0, at))) ?? [];
  return said !== undefined && said !== number;
}
