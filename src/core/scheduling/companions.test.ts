import { expect, test } from "vitest";
import type { Offering, Practice, Resource } from "../practice/practice.ts";
import { testPractice } from "../practice/testing/test-practice.ts";
import type { Busy } from "./free-time.ts";
import type { Opening } from "./opening.ts";
import { allOpenings, isOfferable } from "./openings.ts";

const [doctor] = testPractice.resources as readonly [Resource];
const [visit] = testPractice.offerings as readonly [Offering];
const nine = Temporal.ZonedDateTime.from("2026-03-04T09:00[America/Los_Angeles]").epochMilliseconds;
const hour = 3_600_000;
const noHolidays: ReadonlySet<string> = new Set();

function helper(id: string, skills: readonly string[], more: Partial<Resource> = {}): Resource {
  return { ...doctor, id, skills, offerings: [], hours: testPractice.hours, ...more };
}

function garage(needs: readonly string[], ...helpers: readonly Resource[]): Practice {
  const tech: Resource = { ...doctor, id: "tech", offerings: ["repair"], hours: testPractice.hours };
  const repair: Offering = { ...visit, id: "repair", durationMinutes: 60, paddingMinutes: 0, needs };
  return { ...testPractice, gridMinutes: 60, resources: [tech, ...helpers], offerings: [repair] };
}

/** The openings of the Wednesday, as `HH:MM` and the further resources. */
function wednesday(
  practice: Practice,
  busy: readonly Busy[] = [],
  refused: readonly string[] = [],
): string[] {
  const day = Temporal.PlainDate.from("2026-03-04");
  const days = [{ from: day, to: day, weekdays: null, except: [] }];
  const wanted = { offering: "repair", resources: [], days, times: [], refused };
  return allOpenings(practice, wanted, busy, nine - 24 * hour, noHolidays).map(({ start, also }) =>
    [8 + (start - (nine - hour)) / hour, ...also].join(" "),
  );
}

const taken = (resource: string, from: number, to: number, seat = 1): Busy => ({
  resource,
  seat,
  start: nine + (from - 9) * hour,
  end: nine + (to - 9) * hour,
});

test("a need is served by the first resource that has the skill and the time", () => {
  const practice = garage(["lift"], helper("lift1", ["lift"]), helper("lift2", ["lift"]));
  const busy = [taken("lift1", 8, 10), taken("lift2", 9, 12)];
  expect(wednesday(practice, busy).slice(0, 4)).toEqual(["8 lift2", "10 lift1", "11 lift1", "12 lift1"]);
});

test("a resource serves one need of a booking, and need not be kept from the one that only it can serve", () => {
  const practice = garage(["lift", "loaner"], helper("both", ["lift", "loaner"]), helper("lift", ["lift"]));
  expect(wednesday(practice)[0]).toBe("8 lift both");
  expect(wednesday(practice, [taken("lift", 8, 17)])).toEqual([]);
});

test("who is not there cannot serve", () => {
  const mornings = { 3: [{ from: "08:00", to: "10:30" }] };
  const practice = garage(["lift"], helper("lift", ["lift"], { hours: mornings }));
  expect(wednesday(practice)).toEqual(["8 lift", "9 lift"]);
  const away = garage(["lift"], helper("lift", ["lift"], { daysOff: ["2026-03-04"] }));
  expect(wednesday(away)).toEqual([]);
});

test("a resource takes as many bookings at once as its capacity says, each in a seat of its own", () => {
  const practice = garage(["lane"], helper("lane", ["lane"], { capacity: 2 }));
  expect(wednesday(practice, [taken("lane", 8, 10)])[0]).toBe("8 lane");
  const both = [taken("lane", 8, 10), taken("lane", 9, 11, 2)];
  expect(wednesday(practice, both).slice(0, 3)).toEqual(["8 lane", "10 lane", "11 lane"]);
});

test("who refuses a time refuses it with every further resource", () => {
  const practice = garage(["loaner"], helper("car1", ["loaner"]), helper("car2", ["loaner"]));
  const refused = [`tech+car1@${nine}/repair`];
  expect(wednesday(practice, [taken("car1", 8, 17)], refused).slice(0, 2)).toEqual(["8 car2", "10 car2"]);
});

test("an opening that comes back is proved with its further resources", () => {
  const practice = garage(["lift"], helper("lift", ["lift"]), helper("car", ["loaner"]));
  const opening = (...also: string[]): Opening => ({
    id: `${["tech", ...also].join("+")}@${nine}/repair`,
    resource: "tech",
    also,
    offering: "repair",
    start: nine,
    end: nine + hour,
  });
  expect(isOfferable(practice, opening("lift"), noHolidays)).toBe(true);
  for (const wrong of [opening(), opening("car"), opening("tech"), opening("lift", "car"), opening("nobody")])
    expect(isOfferable(practice, wrong, noHolidays), wrong.id).toBe(false);
  expect(isOfferable(practice, { ...opening("lift"), id: opening().id }, noHolidays)).toBe(false);
});
