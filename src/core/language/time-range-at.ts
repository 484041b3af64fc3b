import type { Found } from "./found.ts";
import { type TimeFound, timeAt } from "./time-at.ts";
import type { TimeContext } from "./time-context.ts";
import { DAY_MINUTES, plainTime, timeReading } from "./time-reading.ts";
import type { Word } from "./words.ts";

/** What begins at a word, and where it ends. */
export interface TimesFound {
  readonly readings: readonly Found[];
  readonly next: number;
}

/** The time of day that begins here, unless some of its words belong to something else. */
export function freeTimeAt(
  plain: readonly Word[],
  index: number,
  context: TimeContext,
  { taken, strong = false }: { readonly taken: Uint8Array; readonly strong?: boolean },
): TimeFound | null {
  const found = timeAt(plain, index, context, strong);
  return found === null || taken.subarray(found.from, found.next).includes(1) ? null : found;
}

/** "between 3 and 5", "from nine to noon", "2:30 to 4 pm". */
export function rangeAt(
  plain: readonly Word[],
  index: number,
  context: TimeContext,
  taken: Uint8Array,
): TimesFound | null {
  const lead = plain[index]?.text;
  const led = lead === "between" || lead === "from";
  const loose = freeTimeAt(plain, led ? index + 1 : index, context, { taken, strong: led });
  const first = loose ?? freeTimeAt(plain, index, context, { taken, strong: true });
  if (first === null) return null;
  const join = plain[first.next]?.text ?? "";
  const joins = lead === "between" ? /^(?:and|to|-)$/ : /^(?:to|till|til|until|through|-)$/;
  if (!joins.test(join)) return null;
  const second = freeTimeAt(plain, first.next + 1, context, { taken, strong: true });
  // "two to four pm" is a range; "two to four people" is none.
  if (second === null || (loose === null && !second.sure)) return null;
  if (lead === "from" && isChange(plain, index)) {
    return { readings: [timeReading(second)], next: second.next };
  }
  const [from, to] = aligned(first, second);
  const value = { from: plainTime(from), to: plainTime(to) };
  const confidence = Math.min(first.confidence, second.confidence, 0.93);
  return {
    readings: [{ value: { kind: "times", value }, from: index, next: second.next, confidence }],
    next: second.next,
  };
}

/** "move it from 12:20 to 9": the second is what is wanted. */
function isChange(plain: readonly Word[], index: number): boolean {
  for (let at = Math.max(0, index - 8); at < index; at += 1) {
    if (/^(?:change|changed|move|moved|reschedule|switch|push|shift)$/.test(plain[at]?.text ?? ""))
      return true;
  }
  return false;
}

/** The unsure end takes the half of the day that puts it on the right side of the sure one. */
function aligned(first: TimeFound, second: TimeFound): readonly [number, number] {
  let from = first.minutes;
  let to = second.minutes;
  const half = DAY_MINUTES / 2;
  if (second.sure && !first.sure) {
    const morning = from % half;
    from = morning + half < to ? morning + half : morning;
  } else if (!second.sure) {
    const morning = to % half;
    to = morning > from ? morning : morning + half;
  }
  return [from, to];
}
