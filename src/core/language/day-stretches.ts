import { isExcluded } from "./day-limits.ts";
import { dayStretches, preferencePhrases } from "./en/times-table.ts";
import type { Found } from "./found.ts";
import { phraseBook } from "./phrases.ts";
import type { TimeRange } from "./understanding.ts";
import type { Word } from "./words.ts";

const stretchBook = phraseBook(dayStretches);
const preferenceBook = phraseBook(preferencePhrases);

/** "In the morning", "after lunch"; one that is refused leaves the rest of the day. */
export function stretchesOfDay(plain: readonly Word[], taken: Uint8Array): readonly Found[] {
  const readings: Found[] = [];
  const matches = [...stretchBook.find(plain)].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  for (const { value, from, to } of matches) {
    if (taken.subarray(from, to).includes(1) || plain[from - 1]?.text === "good") continue;
    taken.fill(1, from, to);
    const named = { from: parse(value[0]), to: parse(value[1]) };
    const times = isExcluded(plain, { from, next: to }) ? restOfDay(named) : named;
    if (times === null) continue;
    readings.push({ value: { kind: "times", value: times }, from, next: to, confidence: 0.85 });
  }
  return readings.sort((a, b) => a.from - b.from);
}

/** What is left of the day when a stretch of it is refused: "not in the morning" is from noon on. */
function restOfDay(range: TimeRange): TimeRange | null {
  if (range.from === null) return range.to === null ? null : { from: range.to, to: null };
  // A stretch in the middle leaves two rests; what lies before it is kept, since most practices have more of it.
  return { from: null, to: range.from };
}

function parse(clock: string | null): Temporal.PlainTime | null {
  return clock === null ? null : Temporal.PlainTime.from(clock);
}

/** "the last time I came": a story and no wish. */
const TOLD = /^(?:i|we|you|he|she|they|someone|somebody)$/;

/** "As soon as possible", "the last one of the day". */
export function preferences(plain: readonly Word[], taken: Uint8Array): readonly Found[] {
  const matches = preferenceBook
    .find(plain)
    .filter(({ from, to }) => !taken.subarray(from, to).includes(1) && !TOLD.test(plain[to]?.text ?? ""));
  const best = matches.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (best === undefined || best.to - best.from < 2) {
    if (best === undefined || !/^(?:asap|soonest|immediately|urgently)$/.test(plain[best.from]?.text ?? ""))
      return [];
  }
  return [
    { value: { kind: "preference", value: best.value }, from: best.from, next: best.to, confidence: 0.85 },
  ];
}
