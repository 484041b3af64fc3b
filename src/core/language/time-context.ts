import { type DayPart, dayParts } from "./en/times-table.ts";
import { lookUp } from "./numbers.ts";
import { minutesOf } from "./time-reading.ts";
import type { Circumstances } from "./understanding.ts";
import type { Word } from "./words.ts";

/** What decides an hour that has no a.m. or p.m. and how free the parser is. All in minutes since midnight. */
export interface TimeContext {
  readonly asked: boolean;
  /** A bare number may be a number of something on offer. */
  readonly choices: boolean;
  readonly opening: { readonly from: number; readonly to: number } | null;
  /** A part of the day named elsewhere: "in the evening … around six". */
  readonly part: DayPart | null;
}

export function timeContext(plain: readonly Word[], circumstances: Circumstances): TimeContext {
  const { expectation, opening } = circumstances;
  return {
    asked: expectation.asked.includes("time"),
    choices: expectation.choices.length > 0,
    opening: opening === null ? null : { from: minutesOf(opening.from), to: minutesOf(opening.to) },
    part: onlyPart(plain),
  };
}

/** The one part of the day that the utterance names; a greeting ("good morning") names none. */
function onlyPart(plain: readonly Word[]): DayPart | null {
  let only: DayPart | null = null;
  for (let at = 0; at < plain.length; at += 1) {
    const part = lookUp(dayParts, plain[at]?.text);
    if (part === null || plain[at - 1]?.text === "good") continue;
    if (only !== null && only !== part) return null;
    only = part;
  }
  return only;
}
