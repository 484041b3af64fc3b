/** How a holiday's day is found in a year. `nth` -1 is the last such weekday of the month. */
export type HolidayRule =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  | { readonly kind: "weekday"; readonly month: number; readonly weekday: number; readonly nth: number }
  | { readonly kind: "easter"; readonly offsetDays: number }
  /** Days after the n-th weekday: Black Friday is the day after Thanksgiving. */
  | {
      readonly kind: "after";
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly offsetDays: number;
    };

/** Holidays that callers name; the federal ones and those that appointments are arranged around. */
export const holidays: readonly (readonly [HolidayRule, readonly string[]])[] = [
  [
    { kind: "fixed", month: 1, day: 1 },
    ["(new year|new years|new year's) day", "(the)? new (year|years|year's)"],
  ],
  [
    { kind: "fixed", month: 12, day: 31 },
    ["(new year|new years|new year's) eve", "(the)? (very)? last day of (the|this) year"],
  ],
  [
    { kind: "weekday", month: 1, weekday: 1, nth: 3 },
    ["(martin luther king|mlk|martin luther king jr) (junior)? day", "(martin luther king|mlk)"],
  ],
  [{ kind: "fixed", month: 2, day: 2 }, ["groundhog day"]],
  [
    { kind: "fixed", month: 2, day: 14 },
    ["(valentine|valentines|valentine's) day", "(valentines|valentine's)"],
  ],
  [
    { kind: "weekday", month: 2, weekday: 1, nth: 3 },
    ["(president|presidents|president's|presidents') day", "washington's birthday"],
  ],
  [{ kind: "fixed", month: 3, day: 17 }, ["(saint|st) (patrick|patricks|patrick's|paddy's) day"]],
  [{ kind: "fixed", month: 4, day: 1 }, ["april (fool|fools|fool's|fools') (day)?"]],
  [{ kind: "easter", offsetDays: -2 }, ["good friday"]],
  [{ kind: "easter", offsetDays: 0 }, ["easter sunday", "easter"]],
  [{ kind: "easter", offsetDays: 1 }, ["easter monday"]],
  [{ kind: "easter", offsetDays: -7 }, ["palm sunday"]],
  [{ kind: "easter", offsetDays: -46 }, ["ash wednesday"]],
  [{ kind: "fixed", month: 4, day: 15 }, ["tax day"]],
  [{ kind: "fixed", month: 5, day: 5 }, ["cinco de mayo"]],
  [{ kind: "weekday", month: 5, weekday: 7, nth: 2 }, ["(mother|mothers|mother's) day"]],
  [{ kind: "weekday", month: 5, weekday: 1, nth: -1 }, ["memorial day"]],
  [{ kind: "weekday", month: 6, weekday: 7, nth: 3 }, ["(father|fathers|father's) day"]],
  [{ kind: "fixed", month: 6, day: 19 }, ["juneteenth"]],
  [{ kind: "fixed", month: 7, day: 4 }, ["independence day", "(the)? fourth of july", "july fourth"]],
  [{ kind: "weekday", month: 9, weekday: 1, nth: 1 }, ["(labor|labour) day"]],
  [
    { kind: "weekday", month: 10, weekday: 1, nth: 2 },
    ["columbus day", "indigenous (people's|peoples|people|peoples') day"],
  ],
  [{ kind: "fixed", month: 10, day: 31 }, ["halloween"]],
  [{ kind: "fixed", month: 11, day: 11 }, ["(veteran|veterans|veteran's|veterans') day"]],
  [{ kind: "weekday", month: 11, weekday: 4, nth: 4 }, ["thanksgiving day", "(thanksgiving|turkey day)"]],
  [{ kind: "after", month: 11, weekday: 4, nth: 4, offsetDays: 1 }, ["black friday"]],
  [{ kind: "after", month: 11, weekday: 4, nth: 4, offsetDays: 4 }, ["cyber monday"]],
  [{ kind: "after", month: 11, weekday: 4, nth: 4, offsetDays: -1 }, ["thanksgiving eve"]],
  [{ kind: "fixed", month: 12, day: 24 }, ["(christmas|xmas) eve"]],
  [{ kind: "fixed", month: 12, day: 25 }, ["(christmas|xmas) day", "(christmas|xmas)"]],
  [{ kind: "fixed", month: 12, day: 26 }, ["boxing day"]],
];
