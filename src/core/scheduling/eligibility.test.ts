import { describe, expect, test } from "vitest";
import type { Offering } from "../practice/practice.ts";
import { testPractice } from "../practice/testing/test-practice.ts";
import {
  type Attendee,
  anybody,
  type Ineligible,
  ineligibleFor,
  neverEligible,
  takesPayer,
} from "./eligibility.ts";

const noRules = { minAgeYears: null, maxAgeYears: null, payers: null, referral: false };
const [plain] = testPractice.offerings.filter(({ id }) => id === "urgentVisit");
const offering = (rules: Partial<Offering["rules"]>, more: Partial<Offering> = {}): Offering => ({
  ...(plain ?? expect.unreachable()),
  rules: { ...noRules, ...rules },
  ...more,
});

describe("whole years on the day of the visit", () => {
  const grownUp = offering({ minAgeYears: 18 });
  const child = offering({ maxAgeYears: 17 });
  test.each<[born: string, on: string, may: "grown up" | "child"]>([
    ["2008-03-02", "2026-03-01", "child"],
    ["2008-03-02", "2026-03-02", "grown up"],
    ["2008-02-29", "2026-02-27", "child"],
    ["2008-02-29", "2026-03-01", "grown up"],
    ["2025-12-31", "2026-03-02", "child"],
    ["1930-01-01", "2026-03-02", "grown up"],
  ])("born %s, on %s: %s", (dateOfBirth, on, may) => {
    const attendee: Attendee = { ...anybody, dateOfBirth };
    const day = Temporal.PlainDate.from(on);
    expect(ineligibleFor(grownUp, attendee, day)).toBe(may === "grown up" ? null : "age");
    expect(ineligibleFor(child, attendee, day)).toBe(may === "child" ? null : "age");
  });

  test("the years of a range are both in it", () => {
    const range = offering({ minAgeYears: 5, maxAgeYears: 7 });
    const ages = [4, 5, 7, 8].map((age) => {
      const attendee = { ...anybody, dateOfBirth: `${2026 - age}-03-02` };
      return ineligibleFor(range, attendee, Temporal.PlainDate.from("2026-03-02"));
    });
    expect(ages).toEqual(["age", null, null, "age"]);
  });
});

const everyRule = offering({ minAgeYears: 18, payers: ["aetna"], referral: true }, { newPeople: false });
const right: Attendee = { dateOfBirth: "1980-01-02", payer: "aetna", referral: true, known: true };
test.each<[what: string, attendee: Partial<Attendee>, reason: Ineligible | null]>([
  ["everything right", {}, null],
  ["nothing known", anybody, null],
  ["a child", { dateOfBirth: "2015-01-02" }, "age"],
  ["another payer", { payer: "bcbs" }, "payer"],
  ["paying oneself", { payer: "self" }, "payer"],
  ["no referral", { referral: false }, "referral"],
  ["somebody new", { known: false }, "onlyKnown"],
])("with all rules and %s: %s", (_what, attendee, reason) => {
  expect(ineligibleFor(everyRule, { ...right, ...attendee }, Temporal.PlainDate.from("2026-03-02"))).toBe(
    reason,
  );
});

test.each<[payers: readonly string[] | null, payer: string | null, takes: boolean]>([
  [null, "anything", true],
  [["aetna"], "aetna", true],
  [["aetna"], "bcbs", false],
  [["aetna"], "self", true],
  [["aetna"], null, true],
  [[], "aetna", false],
])("who takes %j takes %s: %s", (payers, payer, takes) => {
  expect(takesPayer({ payers }, payer)).toBe(takes);
});

describe("never, of all days that can be booked", () => {
  const now = Date.parse("2026-03-02T17:00:00Z");
  const practice = { ...testPractice, offerings: [offering({ maxAgeYears: 17 })] };
  const asked = { offering: "urgentVisit", resources: [] };
  const born = (dateOfBirth: string) => neverEligible(practice, asked, { ...anybody, dateOfBirth }, now);

  test("is a grown-up's age for a children's visit", () => {
    expect(born("1980-01-02")).toBe("age");
  });

  test("is not that of somebody who comes of age within the horizon", () => {
    expect(born("2008-03-10")).toBeNull();
    expect(born("2008-03-02")).toBe("age");
  });

  test("is what no resource of those wanted takes", () => {
    const payers = (resources: string[], payer: string) =>
      neverEligible(testPractice, { offering: "newPatient", resources }, { ...anybody, payer }, now);
    expect(payers(["patel"], "bcbs")).toBe("payer");
    expect(payers(["patel", "garcia"], "bcbs")).toBeNull();
  });

  test("says nothing of what the practice does not know", () => {
    expect(neverEligible(practice, { offering: "haircut", resources: [] }, right, now)).toBeNull();
  });
});
