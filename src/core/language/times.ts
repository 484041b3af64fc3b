import { correctedHalf } from "./corrected-half.ts";
import { isExcluded } from "./day-limits.ts";
import { preferences, stretchesOfDay } from "./day-stretches.ts";
import { doubtedTimes } from "./doubted-times.ts";
import type { Found } from "./found.ts";
import { withHours } from "./hour-homophones.ts";
import { lookUp } from "./numbers.ts";
import { quantityAt } from "./quantity-at.ts";
import { type TimeContext, timeContext } from "./time-context.ts";
import { joinLimits, withLimit } from "./time-limits.ts";
import { freeTimeAt, rangeAt, type TimesFound } from "./time-range-at.ts";
import { DAY_MINUTES, plainTime } from "./time-reading.ts";
import type { Circumstances } from "./understanding.ts";
import type { Word } from "./words.ts";

/** "To thirty" for "two thirty" wants hardly more than the next hint to the contrary. */
const MISHEARD = 0.6;

/** Reads times of day and ranges of them in the words that no day has taken. */
export function readTimes(
  words: readonly Word[],
  circumstances: Circumstances,
  taken: Uint8Array,
): readonly Found[] {
  const plain = circumstances.expectation.asked.includes("time") ? withHours(words) : words;
  const context = timeContext(plain, circumstances);
  const days = taken.slice();
  const readings: Found[] = [];
  let at = 0;
  while (at < plain.length) {
    const found =
      taken[at] === 1
        ? null
        : (hoursFromNow(plain, at, circumstances) ??
          wantedRange(plain, at, context, taken) ??
          singleTime({ words, plain }, at, context, taken));
    readings.push(...(found?.readings ?? []));
    const next = found?.next ?? at + 1;
    if (found !== null) taken.fill(1, at, next);
    at = next;
  }
  if (readings.length === 0) readings.push(...correctedHalf(plain, circumstances));
  readings.push(...stretchesOfDay(plain, taken), ...preferences(plain, taken));
  return joinLimits(plain, doubtedTimes(plain, readings, days));
}

/** "Between three and five", unless it is refused: "any time but from three to five". */
function wantedRange(
  plain: readonly Word[],
  index: number,
  context: TimeContext,
  taken: Uint8Array,
): TimesFound | null {
  const range = rangeAt(plain, index, context, taken);
  return range !== null && isExcluded(plain, { from: index, next: range.next })
    ? { readings: [], next: range.next }
    : range;
}

/** One time of day. `words` are as they were heard, `plain` as they are read. */
function singleTime(
  { words, plain }: { readonly words: readonly Word[]; readonly plain: readonly Word[] },
  index: number,
  context: TimeContext,
  taken: Uint8Array,
): TimesFound | null {
  const found = freeTimeAt(plain, index, context, { taken });
  if (found === null) return null;
  const { from, next } = found;
  const misheard = plain.slice(from, next).some(({ text }, offset) => text !== words[from + offset]?.text);
  return { readings: withLimit(plain, misheard ? { ...found, confidence: MISHEARD } : found), next };
}

/** "in two hours", "in half an hour", counted from the reference; not past midnight. */
function hoursFromNow(
  plain: readonly Word[],
  index: number,
  circumstances: Circumstances,
): TimesFound | null {
  if (plain[index]?.text !== "in") return null;
  const quantity =
    quantityAt(plain, index + 1) ??
    (/^an?$/.test(plain[index + 1]?.text ?? "") ? { value: 1, next: index + 2 } : null);
  if (quantity === null) return null;
  const at = /^an?$/.test(plain[quantity.next]?.text ?? "") ? quantity.next + 1 : quantity.next;
  const unit = lookUp({ hour: 60, hours: 60, minutes: 1, minute: 1, mins: 1 }, plain[at]?.text);
  const now = circumstances.reference;
  const minutes =
    unit === null ? DAY_MINUTES : now.hour * 60 + now.minute + Math.round(quantity.value * unit);
  if (minutes >= DAY_MINUTES) return null;
  const value = { kind: "time", value: plainTime(minutes) } as const;
  return { readings: [{ value, from: index, next: at + 1, confidence: 0.7 }], next: at + 1 };
}
