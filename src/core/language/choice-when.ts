import type { DayRange, Reading, TimeRange } from "./understanding.ts";

/** The day and time of something on offer, as far as they are known. */
export interface DatedOffer {
  readonly date: Temporal.PlainDate | null;
  readonly time: Temporal.PlainTime | null;
}

/** Whether the day and time of an offer agree with a day or time that was said. */
export function agrees(offer: DatedOffer, reading: Reading): boolean {
  switch (reading.kind) {
    case "date":
      return offer.date === null || offer.date.equals(reading.value);
    case "time":
      return offer.time === null || sameTime(offer.time, reading.value);
    case "days":
      return offer.date === null || dayWithin(offer.date, reading.value);
    case "times":
      return offer.time === null || timeWithin(offer.time, reading.value);
    default:
      return true;
  }
}

/** The half of the day is not held against the caller: among things on offer "nine" is the nine that is there. */
function sameTime(offered: Temporal.PlainTime, said: Temporal.PlainTime): boolean {
  return offered.hour % 12 === said.hour % 12 && offered.minute === said.minute;
}

function dayWithin(date: Temporal.PlainDate, range: DayRange): boolean {
  if (range.from !== null && Temporal.PlainDate.compare(date, range.from) < 0) return false;
  if (range.to !== null && Temporal.PlainDate.compare(date, range.to) > 0) return false;
  if (range.weekdays !== null && !range.weekdays.includes(date.dayOfWeek)) return false;
  return !range.except.includes(date.dayOfWeek);
}

function timeWithin(time: Temporal.PlainTime, range: TimeRange): boolean {
  if (range.from !== null && Temporal.PlainTime.compare(time, range.from) < 0) return false;
  return range.to === null || Temporal.PlainTime.compare(time, range.to) < 0;
}
