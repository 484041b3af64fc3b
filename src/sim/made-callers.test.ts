// Goal: whoever writes a practice file can try it at once. Method: callers made from files unlike the demonstrations, and from
// these as well, telephone in virtual time and are graded by what the office has booked.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Practice } from "../core/practice/practice.ts";
import { loadPractice, parsePractice } from "../practices/load-practice.ts";
import type { Caller } from "./caller.ts";
import { callersOf } from "./callers.ts";
import { firstVisitOf } from "./first-visit.ts";
import { gradeCall } from "./grade.ts";
import { changesBetween } from "./ledger-changes.ts";
import { madeCallers } from "./made-callers.ts";
import { memoryOffice } from "./memory-office.ts";
import { simulate } from "./simulation.ts";
import { smallPracticeFile } from "./testing/small-practices.data.ts";
import { callVirtually, transcriptOf } from "./virtual-call.ts";

const folder = join(import.meta.dirname, "../../practices");
const monday = Date.UTC(2026, 2, 2, 17);
const small = (id: string) => parsePractice(`${id}.yaml`, id, smallPracticeFile(id));
const names = (callers: readonly Caller[]) => callers.map(({ name }) => name);

/** The conversation with its faults; empty when the caller got what they wanted. */
async function faultsOf(caller: Caller, practice: Practice, seed: number, how: "typed" | "spoken") {
  const office = memoryOffice(practice, monday);
  const options = { practice, perform: office.perform, seed, instant: monday } as const;
  if (caller.truth.seenBefore)
    await callVirtually({ ...options, caller: firstVisitOf(caller), how: "typed" });
  const before = office.seen();
  const call = await callVirtually({ ...options, caller, how });
  const today = Temporal.Instant.fromEpochMilliseconds(monday)
    .toZonedDateTimeISO(practice.timeZone)
    .toPlainDate();
  const changes = changesBetween(before, office.seen());
  const faults = gradeCall({ caller, changes, ...call.knows, today, practice });
  return faults.length === 0 ? "" : `${caller.name}, ${how}\n${transcriptOf(call)}\n${faults.join("\n")}`;
}

test("somebody new comes for each offering that can be had for the asking", () => {
  expect(names(madeCallers(small("river-clinic")))).toEqual([
    "books-first-visit",
    "books-shots",
    "books-back-care",
    "books-teens",
    "asks-for-the-hours",
    "moves",
    "cancels",
  ]);
  expect(names(madeCallers(small("tire-barn"))).slice(0, 3)).toEqual([
    "books-tires",
    "books-rotation",
    "books-both",
  ]);
  expect(names(madeCallers(small("music-school")))[0]).toBe("books-trial");
});

test("everybody has a number of their own, and what the rules of the visit ask of them", () => {
  const callers = madeCallers(small("river-clinic"));
  expect(new Set(callers.map(({ truth }) => truth.phone)).size).toBe(callers.length);
  for (const { truth } of callers) expect(truth.phone).toMatch(/^\+1\d{3}55501\d\d$/);
  const teenager = callers.find(({ name }) => name === "books-teens")?.truth.dateOfBirth ?? "";
  const years = Temporal.PlainDate.from(teenager).until("2026-03-02", { largestUnit: "years" }).years;
  expect(years).toBeGreaterThanOrEqual(12);
  expect(years).toBeLessThanOrEqual(19);
});

test("a practice for which callers were written is called by them alone", async () => {
  const clinic = await loadPractice(folder, "clinic");
  expect(names(callersOf(clinic))[0]).toBe("new-patient");
  expect(names(callersOf({ ...clinic, id: "my-clinic" }))).toEqual(names(madeCallers(clinic)));
});

test.for(["river-clinic", "tire-barn", "music-school"])("all get what they want at the %s", async (id) => {
  const practice = small(id);
  for (const caller of madeCallers(practice))
    for (const how of ["typed", "spoken"] as const)
      for (let seed = 1; seed <= 4; seed++) expect(await faultsOf(caller, practice, seed, how)).toBe("");
});

test.for(["clinic", "auto-service"])("and so do callers made from the %s", async (id) => {
  const practice = { ...(await loadPractice(folder, id)), id: `my-${id}` };
  for (const caller of madeCallers(practice)) expect(await faultsOf(caller, practice, 1, "typed")).toBe("");
});

test("no promise of a small practice is broken in simulated calls", async () => {
  const { broken, calls, ends } = await simulate({ practice: small("river-clinic"), seed: 1, calls: 60 });
  expect(broken).toEqual([]);
  expect(ends["done"] ?? 0).toBeGreaterThan(calls / 3);
});
