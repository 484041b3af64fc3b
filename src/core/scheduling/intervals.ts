/** A stretch of time, `start` inclusive, `end` exclusive, `start < end`; in whatever unit its user counts. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export function overlaps(one: Interval, other: Interval): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Sorts, drops what is empty and joins what overlaps or touches. Every other function here wants its result. */
export function normalize(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const joined: Interval[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last === undefined || last.end < next.start) joined.push(next);
    else if (last.end < next.end) joined[joined.length - 1] = { start: last.start, end: next.end };
  }
  return joined;
}

/** What both have. Sorted in, sorted out; one pass. */
export function intersect(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = one[i];
    const b = other[j];
    if (a === undefined || b === undefined) return common;
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (start < end) common.push({ start, end });
    if (a.end < b.end) i += 1;
    else j += 1;
  }
}

/** The index of the first interval that ends after `instant`: where a look-up in sorted intervals begins. */
export function firstEndingAfter(sorted: readonly Interval[], instant: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Interval).end <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether nothing of sorted, disjoint `taken` reaches into `wanted`. */
export function isFree(wanted: Interval, taken: readonly Interval[]): boolean {
  const next = taken[firstEndingAfter(taken, wanted.start)];
  return next === undefined || next.start >= wanted.end;
}
