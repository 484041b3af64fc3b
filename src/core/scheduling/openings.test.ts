import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DayRange } from "../language/understanding.ts";
import type { Practice } from "../practice/practice.ts";
import { testPractice } from "../practice/testing/test-practice.ts";
import type { EpochMs } from "../values/ids.ts";
import type { Busy } from "./free-time.ts";
import { overlaps } from "./intervals.ts";
import type { Opening, OpeningsWanted } from "./opening.ts";
import { readOpeningId } from "./opening-id.ts";
import { allOpenings, isOfferable, openings } from "./openings.ts";

const wanted: OpeningsWanted = {
  offering: "newPatient",
  resources: ["garcia"],
  days: [],
  times: [],
  refused: [],
  order: "earliest",
  count: 3,
};
const noHolidays: ReadonlySet<string> = new Set();
const monday = at("2026-03-02T07:00");

function at(local: string, zone = testPractice.timeZone): EpochMs {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

function local(opening: Opening, zone = testPractice.timeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(opening.start).toZonedDateTimeISO(zone);
}

function times(found: readonly Opening[], zone?: string): string[] {
  return found.map((opening) => local(opening, zone).toPlainDateTime().toString({ smallestUnit: "minute" }));
}

function onDay(date: string): DayRange {
  const day = Temporal.PlainDate.from(date);
  return { from: day, to: day, weekdays: null, except: [] };
}

function all(more: Partial<OpeningsWanted> = {}, busy: readonly Busy[] = [], practice = testPractice) {
  return allOpenings(practice, { ...wanted, ...more }, busy, monday, noHolidays);
}

function dayOf(date: string, more: Partial<OpeningsWanted> = {}, busy: readonly Busy[] = []) {
  return times(all({ days: [onDay(date)], ...more }, busy)).map((time) => time.slice(11));
}

describe("hours", () => {
  test("a day has every grid time whose visit ends before the break or closing time", () => {
    expect(dayOf("2026-03-04")).toEqual([
      ...["09:00", "09:15", "09:30", "09:45", "10:00", "10:15", "10:30", "10:45", "11:00", "11:15"],
    ]);
  });

  test("the practice closes before the doctor does on Fridays", () => {
    expect(dayOf("2026-03-06").at(-1)).toBe("15:15");
  });

  test("nothing on weekends, closures, days off and holidays", () => {
    expect(dayOf("2026-03-07")).toEqual([]);
    expect(dayOf("2026-03-05", { resources: ["novak"] })).toEqual([]);
    expect(dayOf("2026-03-05", { resources: ["garcia"] })).not.toEqual([]);
    const closed: Practice = { ...testPractice, closures: ["2026-03-05"] };
    expect(times(all({ days: [onDay("2026-03-05")] }, [], closed))).toEqual([]);
    const holidays = new Set(["2026-03-04"]);
    const days = allOpenings(testPractice, wanted, [], monday, holidays).map((o) =>
      local(o).toPlainDate().toString(),
    );
    expect(days).not.toContain("2026-03-04");
    expect(days).toContain("2026-03-06");
  });

  test("notice and horizon are kept to the minute and the day", () => {
    const found = allOpenings(testPractice, wanted, [], at("2026-03-02T07:31"), noHolidays);
    expect(times(found)[0]).toBe("2026-03-02T09:45");
    expect(
      local(found.at(-1) as Opening)
        .toPlainDate()
        .toString(),
    ).toBe("2026-05-01");
  });

  test("an offering that nobody has, and one that is unknown, have no openings", () => {
    expect(all({ offering: "urgentVisit", resources: ["patel"] })).toEqual([]);
    expect(all({ offering: "surgery", resources: [] })).toEqual([]);
  });
});

describe("wishes", () => {
  test("weekdays, exceptions and ranges of days are alternatives", () => {
    const days: DayRange[] = [
      { from: null, to: Temporal.PlainDate.from("2026-03-04"), weekdays: [3], except: [] },
      {
        from: Temporal.PlainDate.from("2026-03-09"),
        to: Temporal.PlainDate.from("2026-03-11"),
        weekdays: null,
        except: [1],
      },
    ];
    const found = new Set(times(all({ days })).map((time) => time.slice(0, 10)));
    expect([...found]).toEqual(["2026-03-04", "2026-03-10", "2026-03-11"]);
  });

  test("times are those of the start: from inclusive, to exclusive", () => {
    const range = { from: Temporal.PlainTime.from("10:00"), to: Temporal.PlainTime.from("10:30") };
    expect(dayOf("2026-03-04", { times: [range] })).toEqual(["10:00", "10:15"]);
    const late = { from: Temporal.PlainTime.from("16:00"), to: null };
    expect(dayOf("2026-03-03", { times: [range, late] })).toEqual(["10:00", "10:15", "16:00", "16:15"]);
  });
});

describe("busy", () => {
  const busy = (from: string, to: string, resource = "garcia"): Busy => ({
    seat: 1,
    resource,
    start: at(`2026-03-04T${from}`),
    end: at(`2026-03-04T${to}`),
  });

  test("a booking takes its time, and the padding before it must stay free too", () => {
    // 45 minutes and 15 of padding: a visit at 9:15 would need the doctor until 10:15.
    expect(dayOf("2026-03-04", {}, [busy("10:00", "11:00")])).toEqual(["09:00", "11:00", "11:15"]);
  });

  test("another doctor's booking takes nothing", () => {
    expect(dayOf("2026-03-04", {}, [busy("09:00", "12:00", "patel")])).toHaveLength(10);
  });
});

describe("daylight saving", () => {
  const night: Practice = {
    ...testPractice,
    noticeMinutes: 0,
    gridMinutes: 30,
    closures: [],
    hours: { 6: [{ from: "00:00", to: "24:00" }], 7: [{ from: "00:00", to: "24:00" }] },
    resources: testPractice.resources.map((one) => ({
      ...one,
      hours: { 6: [{ from: "00:00", to: "24:00" }], 7: [{ from: "00:00", to: "04:00" }] },
    })),
  };
  const onNight = (date: string, now: string) =>
    allOpenings(night, { ...wanted, days: [onDay(date)] }, [], at(now), noHolidays);

  test("the hour that is skipped in Los Angeles on 2026-03-08 is never offered", () => {
    expect(times(onNight("2026-03-08", "2026-03-06T07:00")).map((time) => time.slice(11))).toEqual([
      ...["00:00", "00:30", "01:00", "01:30", "03:00"],
    ]);
  });

  test("the hour that comes twice in Los Angeles on 2026-11-01 is offered once, the first", () => {
    const found = onNight("2026-11-01", "2026-10-30T07:00");
    expect(times(found).map((time) => time.slice(11))).toEqual([
      ...["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00"],
    ]);
    expect(local(found[2] as Opening).offset).toBe("-07:00");
    expect(local(found[4] as Opening).offset).toBe("-08:00");
  });

  test("nine o'clock stays nine o'clock through both changes", () => {
    for (const date of ["2026-03-06", "2026-03-09", "2026-10-30", "2026-11-02"]) {
      const now = at(`${date}T00:00`) - 3 * 86_400_000;
      const found = allOpenings(testPractice, { ...wanted, days: [onDay(date)] }, [], now, noHolidays);
      expect(times(found)[0]).toBe(`${date}T09:00`);
    }
  });

  test("zones half an hour apart and days that begin at one o'clock are no special case", () => {
    for (const [timeZone, date] of [
      ["Asia/Kolkata", "2026-03-04"],
      ["Australia/Lord_Howe", "2026-04-06"],
      ["Africa/Cairo", "2026-04-27"],
    ] as const) {
      const there: Practice = { ...testPractice, timeZone };
      const now = at(`${date}T00:00`, timeZone) - 86_400_000;
      const found = allOpenings(there, { ...wanted, days: [onDay(date)] }, [], now, noHolidays);
      expect(times(found, timeZone)[0]).toBe(`${date}T09:00`);
    }
  });
});

describe("always", () => {
  const busyTimes = fc.array(
    fc
      .record({
        resource: fc.constantFrom("garcia", "patel", "novak"),
        start: fc.integer({ min: monday, max: monday + 20 * 86_400_000 }),
        minutes: fc.integer({ min: 1, max: 600 }),
      })
      .map(
        ({ resource, start, minutes }): Busy => ({ resource, seat: 1, start, end: start + minutes * 60_000 }),
      ),
    { maxLength: 40 },
  );
  const nows = fc.integer({ min: monday, max: monday + 365 * 86_400_000 });

  test("an opening, padding included, never overlaps what is busy", () => {
    fc.assert(
      fc.property(busyTimes, fc.constantFrom("newPatient", "followUp"), (busy, offering) => {
        const padding = offering === "newPatient" ? 15 : 10;
        for (const { resource, start, end } of all({ offering, resources: [] }, busy)) {
          const kept = { start, end: end + padding * 60_000 };
          if (busy.some((one) => one.resource === resource && overlaps(one, kept)))
            throw new Error(`${start} of ${resource} is taken`);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("an opening is on the grid, inside hours, notice and horizon, with its own length and id", () => {
    fc.assert(
      fc.property(nows, (now) => {
        for (const opening of allOpenings(testPractice, { ...wanted, resources: [] }, [], now, noHolidays)) {
          const start = local(opening);
          const ends = Temporal.Instant.fromEpochMilliseconds(opening.end).toZonedDateTimeISO(
            testPractice.timeZone,
          );
          const sound =
            start.minute % 15 === 0 &&
            start.second === 0 &&
            start.dayOfWeek <= 5 &&
            start.hour >= 9 &&
            ends.toPlainTime().toString() <= "17:00:00" &&
            opening.end - opening.start === 45 * 60_000 &&
            opening.start >= now + 120 * 60_000 &&
            opening.start <= now + 61 * 86_400_000 &&
            readOpeningId(opening.id)?.start === opening.start &&
            isOfferable(testPractice, opening, noHolidays);
          if (!sound) throw new Error(`${start} should not be offered`);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("what can have been offered", () => {
  const [real] = all();
  if (real === undefined) throw new Error("nothing is open");
  const wrong: readonly (readonly [why: string, opening: Opening, holidays?: ReadonlySet<string>])[] = [
    ["off the grid", { ...real, start: real.start + 60_000, end: real.end + 60_000 }],
    ["shorter", { ...real, end: real.end - 60_000 }],
    ["with another's id", { ...real, id: `patel@${real.start}/newPatient` }],
    ["of nobody", { ...real, resource: "nobody" }],
    ["of another doctor's offering", { ...real, resource: "patel", offering: "urgentVisit" }],
    ["at no time at all", { ...real, start: Number.NaN }],
    ["on a holiday", real, new Set([local(real).toPlainDate().toString()])],
  ];
  for (const [why, opening, holidays] of wrong)
    test(`not one ${why}`, () => {
      expect(isOfferable(testPractice, real, noHolidays)).toBe(true);
      expect(isOfferable(testPractice, opening, holidays ?? noHolidays)).toBe(false);
    });
});

describe("offers", () => {
  const offer = (more: Partial<OpeningsWanted> = {}, busy: readonly Busy[] = []) =>
    openings(testPractice, { ...wanted, ...more }, busy, monday, noHolidays);

  test("are spread over days and parts of the day, the earliest among them", () => {
    expect(times(offer())).toEqual(["2026-03-02T09:00", "2026-03-03T13:00", "2026-03-04T09:00"]);
  });

  test("on a single day are a morning and an afternoon apart", () => {
    const found = times(offer({ days: [onDay("2026-03-03")], count: 2 }));
    expect(found).toEqual(["2026-03-03T09:00", "2026-03-03T13:00"]);
  });

  test("the latest are found from the end", () => {
    expect(times(offer({ order: "latest" })).at(-1)).toBe("2026-05-01T15:15");
  });

  test("two doctors at the same time are one time to a caller", () => {
    const starts = offer({ resources: [] }).map(({ start }) => start);
    expect(new Set(starts).size).toBe(starts.length);
  });

  test("never repeat what was refused, nor its neighbourhood", () => {
    let refused: readonly string[] = [];
    const heard: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const offered = offer({ refused });
      expect(offered).toHaveLength(3);
      heard.push(...times(offered));
      refused = [...refused, ...offered.map(({ id }) => id)];
    }
    expect(new Set(heard).size).toBe(15);
    const close = heard.filter((one) =>
      heard.some(
        (other) => one < other && Temporal.PlainDateTime.from(one).until(other).total("minutes") < 60,
      ),
    );
    expect(close).toEqual([]);
  });

  test("there are as many as there are, and at most as many as wanted", () => {
    const range = { from: Temporal.PlainTime.from("11:00"), to: null };
    expect(offer({ days: [onDay("2026-03-04")], times: [range], count: 5 })).toHaveLength(2);
    expect(offer({ count: 0 })).toEqual([]);
    expect(offer({ days: [onDay("2026-03-07")] })).toEqual([]);
  });
});
