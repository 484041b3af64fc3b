import Holidays from "date-holidays";
import type { Practice } from "../core/practice/practice.ts";
import type { EpochMs } from "../core/values/ids.ts";

type Region = Practice["holidays"];

/** Public holidays as `YYYY-MM-DD`, for the year of `now` and the next one. Computed once for each region and year. */
export class HolidayCalendar {
  readonly #years = new Map<string, ReadonlySet<string>>();

  around(practice: Practice, now: EpochMs): ReadonlySet<string> {
    const { year } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(practice.timeZone);
    const name = `${practice.holidays.country}/${practice.holidays.region ?? ""}/${year}`;
    let dates = this.#years.get(name);
    if (dates === undefined) {
      dates = new Set([
        ...publicHolidays(practice.holidays, year),
        ...publicHolidays(practice.holidays, year + 1),
      ]);
      this.#years.set(name, dates);
    }
    return dates;
  }
}

function publicHolidays({ country, region }: Region, year: number): readonly string[] {
  const calendar = region === null ? new Holidays(country) : new Holidays(country, region);
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === "public")
    .flatMap(({ date, start, end }) => datesFrom(date, start, end));
}

/** A holiday may last several days; its first is in local time in `date`, its length is that from `start` to `end`. */
function datesFrom(date: string, start: Date, end: Date): readonly string[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: days }, (_, later) => first.add({ days: later }).toString());
}
