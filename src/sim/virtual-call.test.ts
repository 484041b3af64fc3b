// Goal: find faults of the dialogue without sound and without waiting. Method: every caller with many seeds, typed and
// spoken, in virtual time; graded by what the office has booked.
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Practice } from "../core/practice/practice.ts";
import { loadPractice } from "../practices/load-practice.ts";
import type { Caller } from "./caller.ts";
import { callers } from "./callers.ts";
import { firstVisitOf } from "./first-visit.ts";
import { gradeCall } from "./grade.ts";
import { changesBetween } from "./ledger-changes.ts";
import { memoryOffice } from "./memory-office.ts";
import { noTrouble } from "./virtual/trouble.ts";
import { callVirtually, transcriptOf, type VirtualCallOptions } from "./virtual-call.ts";

/** Typed, a call is the same but for its day; spoken, also for what the recognizer and the line make of it. */
const seeds = { typed: 7, spoken: 12 } as const;
const DAY_MS = 24 * 60 * 60_000;
/** A Monday, nine in the morning in the practice's zone; each seed calls on another day. */
const monday = Date.UTC(2026, 2, 2, 17);
const practices = new Map<string, Practice>();

beforeAll(async () => {
  for (const id of new Set(callers.map((caller) => caller.practice)))
    practices.set(id, await loadPractice(join(import.meta.dirname, "../../practices"), id));
});

function practiceOf(caller: Caller): Practice {
  const practice = practices.get(caller.practice);
  if (practice === undefined) throw new Error(`${caller.practice} is not loaded`);
  return practice;
}

/** The conversation with its faults; empty when the caller got what they wanted. */
async function faultsOf(caller: Caller, seed: number, how: VirtualCallOptions["how"]): Promise<string> {
  const practice = practiceOf(caller);
  const instant = monday + (seed % 7) * DAY_MS;
  const office = memoryOffice(practice, instant);
  const options = { practice, perform: office.perform, seed, instant } as const;
  if (caller.truth.seenBefore)
    await callVirtually({ ...options, caller: firstVisitOf(caller), how: "typed" });
  const before = office.seen();
  const call = await callVirtually({ ...options, caller, how });
  const { timeZone } = practice;
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const changes = changesBetween(before, office.seen());
  const faults = [
    ...gradeCall({ caller, changes, ...call.knows, today, practice }),
    ...(call.gaveUp ? ["The caller lost patience."] : []),
    ...(call.end === "tooLong" || call.end === "fault" ? [`The call ended with ${call.end}.`] : []),
  ];
  return faults.length === 0 ? "" : `seed ${seed}, ${how}\n${transcriptOf(call)}\n${faults.join("\n")}`;
}

for (const caller of callers)
  for (const how of ["typed", "spoken"] as const)
    test(`${caller.name} gets what they want, ${how}, with ${seeds[how]} seeds`, async () => {
      for (let seed = 1; seed <= seeds[how]; seed++) expect(await faultsOf(caller, seed, how)).toBe("");
    });

test("a recognizer that errs in every tenth utterance never makes a wrong booking that the caller agreed to", async () => {
  const [caller] = callers;
  if (caller === undefined) throw new Error("there are no callers");
  const practice = practiceOf(caller);
  let booked = 0;
  for (let seed = 1; seed <= 2 * seeds.spoken; seed++) {
    const office = memoryOffice(practice, monday);
    const options = {
      caller,
      practice,
      perform: office.perform,
      seed,
      instant: monday,
      how: "spoken",
      trouble: { ...noTrouble, recognizer: { ...noTrouble.recognizer, misheard: 0.1 } },
    } as const;
    const call = await callVirtually(options);
    const details = office.seen().bookings[0]?.details;
    if (details === undefined) continue;
    booked++;
    const { given, family, dateOfBirth, phone } = caller.truth;
    expect(details, `seed ${seed}\n${transcriptOf(call)}`).toMatchObject({
      given,
      family,
      dateOfBirth,
      phone,
    });
  }
  expect(booked).toBeGreaterThan(seeds.spoken);
});

test("the same seed gives the same call", async () => {
  const [caller] = callers;
  if (caller === undefined) throw new Error("there are no callers");
  const practice = practiceOf(caller);
  const run = async () => {
    const office = memoryOffice(practice, monday);
    return callVirtually({
      caller,
      practice,
      perform: office.perform,
      seed: 5,
      instant: monday,
      how: "spoken",
    });
  };
  const [once, again] = [await run(), await run()];
  expect(again.events).toEqual(once.events);
});
