import type { HolidayRule } from "./en/holidays-table.ts";

type Day = Temporal.PlainDate;

/** The first such weekday after `day`. */
export function weekdayAfter(day: Day, weekday: number): Day {
  return day.add({ days: ((weekday - day.dayOfWeek + 6) % 7) + 1 });
}

/** The last such weekday before `day`. */
export function weekdayBefore(day: Day, weekday: number): Day {
  return day.subtract({ days: ((day.dayOfWeek - weekday + 6) % 7) + 1 });
}

/** Monday of the week that `day` lies in. */
export function weekStart(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

export function monthStart(day: Day): Day {
  return day.with({ day: 1 });
}

export function monthEnd(day: Day): Day {
  return day.with({ day: day.daysInMonth });
}

/** The day, or null when the calendar has none such: 30 February. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999) return null;
  if (day > 28 && day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  return Temporal.PlainDate.from({ year, month, day });
}

/** The next such day of the year, `today` included; 29 February looks as far as the next leap year. */
export function nextMonthDay(today: Day, month: number, day: number): Day | null {
  for (let year = today.year; year <= today.year + 8; year += 1) {
    const found = dayOf(year, month, day);
    if (found !== null && Temporal.PlainDate.compare(found, today) >= 0) return found;
  }
  return null;
}

/** The next such day of a month, `today` included; months without a 31st are passed over. */
export function nextDayOfMonth(today: Day, day: number): Day | null {
  for (let months = 0; months <= 12; months += 1) {
    const month = monthStart(today).add({ months });
    const found = dayOf(month.year, month.month, day);
    if (found !== null && Temporal.PlainDate.compare(found, today) >= 0) return found;
  }
  return null;
}

/** The next day that a rule yields, `today` included. */
export function nextHoliday(today: Day, rule: HolidayRule): Day {
  const thisYear = holidayIn(today.year, rule);
  return Temporal.PlainDate.compare(thisYear, today) >= 0 ? thisYear : holidayIn(today.year + 1, rule);
}

export function holidayIn(year: number, rule: HolidayRule): Day {
  switch (rule.kind) {
    case "fixed":
      return Temporal.PlainDate.from({ year, month: rule.month, day: rule.day });
    case "weekday":
      return nthWeekday(year, rule);
    case "after":
      return nthWeekday(year, rule).add({ days: rule.offsetDays });
    case "easter":
      return easterSunday(year).add({ days: rule.offsetDays });
  }
}

function nthWeekday(year: number, rule: { month: number; weekday: number; nth: number }): Day {
  const first = Temporal.PlainDate.from({ year, month: rule.month, day: 1 });
  if (rule.nth < 0) return weekdayBefore(first.add({ months: 1 }), rule.weekday);
  return weekdayAfter(first.subtract({ days: 1 }), rule.weekday).add({ days: 7 * (rule.nth - 1) });
}

/** Gregorian Easter by the anonymous algorithm of 1876 (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 });
}
