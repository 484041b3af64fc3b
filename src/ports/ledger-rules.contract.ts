import { beforeEach, expect, test } from "vitest";
import type { PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";
import type { Offering, Practice } from "../core/practice/practice.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { type Attendee, anybody } from "../core/scheduling/eligibility.ts";
import { hide } from "../core/values/private.ts";
import {
  ana,
  anyOpening,
  bornAs,
  granted,
  LedgerScene,
  type OpenLedger,
  visit,
} from "./testing/ledger-scene.ts";

const noRules = { minAgeYears: null, maxAgeYears: null, payers: null, referral: false };

/** A clinic that also sees children, and takes people for heart visits when they are referred and insured with one payer. */
const choosy: Practice = {
  ...testPractice,
  resources: testPractice.resources.map((one) => ({
    ...one,
    offerings: [
      ...one.offerings,
      ...(one.id === "patel" ? ["child"] : []),
      ...(one.id === "novak" ? ["heart"] : []),
    ],
  })),
  offerings: [
    ...testPractice.offerings,
    ...testPractice.offerings.slice(2).flatMap((one): Offering[] => [
      { ...one, id: "child", rules: { ...noRules, maxAgeYears: 17 } },
      { ...one, id: "heart", rules: { ...noRules, payers: ["aetna", "medicare"], referral: true } },
    ]),
  ],
};

/** What every ledger promises about whom an offering is for, and about calendars that change while callers think. */
export function rulesContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open(choosy));
  });

  const find = (offering: string, attendee: Partial<Attendee>, resources: string[] = []) =>
    scene.ledger.findOpenings(
      choosy.id,
      { ...anyOpening, offering, resources },
      { attendee: hide({ ...anybody, ...attendee }) },
    );
  const bookAs = async (
    offering: string,
    person: Partial<PersonDetails>,
    told: Partial<VisitDetails> = {},
    call = "call-1",
  ) => {
    const { hold } = await scene.held(await scene.firstOpening({ offering }), scene.next(call));
    return scene.ledger.book(
      hold,
      hide({ ...ana, ...person }),
      hide({ ...visit, ...told }),
      scene.next(call),
    );
  };

  test.each<[who: string, offering: string, attendee: Partial<Attendee>, reason: string | null]>([
    ["a child", "child", { dateOfBirth: "2015-06-01" }, null],
    ["a grown-up", "child", { dateOfBirth: "1980-01-02" }, "age"],
    ["somebody of unknown age", "child", {}, null],
    ["somebody without a referral", "heart", { referral: false }, "referral"],
    ["somebody who was not asked for it", "heart", {}, null],
    ["somebody with another payer", "heart", { payer: "bcbs", referral: true }, "payer"],
    ["who pays for themselves, where a payer is needed", "heart", { payer: "self", referral: true }, "payer"],
    ["somebody known", "newPatient", { known: true }, "onlyNew"],
    ["somebody new", "followUp", { known: false }, "onlyKnown"],
  ])("%s asks for %s", async (_who, offering, attendee, reason) => {
    const opening = await scene.firstOpening({ offering });
    const held = await scene.ledger.hold(choosy.id, opening, scene.next("call-1"), {
      attendee: hide({ ...anybody, ...attendee }),
    });
    const found = await find(offering, attendee);
    if (reason === null) return expect([found, held]).toMatchObject([{ kind: "openings" }, { opening }]);
    const refused = { kind: "notEligible", offering, reason };
    expect([found, held]).toEqual([refused, refused]);
  });

  test("who does not take the payer is not offered, unless people pay for themselves", async () => {
    const resources = async (payer: string) =>
      new Set(
        granted(await find("newPatient", { payer }, ["patel", "garcia"])).openings.map(
          ({ resource }) => resource,
        ),
      );
    expect(await resources("bcbs")).toEqual(new Set(["garcia"]));
    const refused = { kind: "notEligible", offering: "newPatient", reason: "payer" };
    expect(await find("newPatient", { payer: "bcbs" }, ["patel"])).toEqual(refused);
    expect(await find("newPatient", { payer: "self" }, ["patel"])).toMatchObject({ kind: "openings" });
  });

  test("who comes of age within the horizon is offered the days before or after", async () => {
    const birthday = { dateOfBirth: "2008-03-10" };
    const child = granted(await find("child", birthday)).openings;
    for (const { start } of child) expect(start).toBeLessThan(Date.parse("2026-03-10T08:00:00Z"));
    expect(child.length).toBeGreaterThan(0);
  });

  test.each<
    [
      what: string,
      offering: string,
      person: Partial<PersonDetails>,
      told: Partial<VisitDetails>,
      reason: string,
    ]
  >([
    ["the age", "child", {}, {}, "age"],
    ["a missing age", "child", { dateOfBirth: null }, {}, "age"],
    ["a missing referral", "heart", {}, {}, "referral"],
    ["the payer", "heart", { payer: "bcbs" }, { referral: true }, "payer"],
    ["not being on file", "followUp", {}, {}, "onlyKnown"],
  ])(
    "whatever the hold was taken with, %s is looked at when it is booked",
    async (_what, offering, person, told, reason) => {
      expect(await bookAs(offering, person, told)).toEqual({ kind: "notEligible", offering, reason });
      expect(await scene.ledger.bookings(choosy.id, { from: 0, to: 4e12 })).toEqual([]);
    },
  );

  test("what the rules allow is booked; who pays may be told later", async () => {
    expect(await bookAs("heart", { payer: null }, { referral: true })).toMatchObject({ offering: "heart" });
    expect(await bookAs("child", { given: "Tom", dateOfBirth: "2015-06-01" })).toMatchObject({
      offering: "child",
    });
  });

  test("known is who has proved it; the name alone tells nobody whether somebody is on file", async () => {
    await scene.booked("call-1");
    expect(await bookAs("newPatient", {}, {}, "call-2")).toMatchObject({ offering: "newPatient" });
    expect(await bookAs("followUp", {}, {}, "call-2")).toMatchObject({ reason: "onlyKnown" });
    await scene.identified("call-3", bornAs());
    expect(await bookAs("followUp", {}, {}, "call-3")).toMatchObject({ offering: "followUp" });
    expect(await bookAs("newPatient", {}, {}, "call-3")).toMatchObject({ reason: "onlyNew" });
  });

  test("who was put on file by this call may have either", async () => {
    await scene.booked("call-1");
    expect(await bookAs("followUp", {})).toMatchObject({ offering: "followUp" });
    expect(await bookAs("newPatient", {})).toMatchObject({ offering: "newPatient" });
  });

  test("a refusal is answered alike when it is delivered again", async () => {
    const opening = await scene.firstOpening({ offering: "heart" });
    const key = scene.next("call-1");
    const attendee = (referral: boolean) => ({ attendee: hide({ ...anybody, referral }) });
    const refused = await scene.ledger.hold(choosy.id, opening, key, attendee(false));
    expect(refused).toMatchObject({ reason: "referral" });
    expect(await scene.ledger.hold(choosy.id, opening, key, attendee(true))).toEqual(refused);
  });

  test.each<[what: string, change: (date: string) => Practice]>([
    ["a closure", (date) => ({ ...choosy, closures: [date] })],
    [
      "the doctor's day off",
      (date) => ({
        ...choosy,
        resources: choosy.resources.map((one) => ({ ...one, daysOff: [...one.daysOff, date] })),
      }),
    ],
    ["other hours", () => ({ ...choosy, hours: {} })],
    [
      "another duration",
      () => ({
        ...choosy,
        offerings: choosy.offerings.map((one) => ({ ...one, durationMinutes: one.durationMinutes + 15 })),
      }),
    ],
  ])("%s that comes while the caller thinks is noticed when they book or move", async (_what, change) => {
    const booking = await scene.booked("call-1");
    const moving = await scene.held(await scene.later(booking.start, 1), scene.next("call-1"));
    const booking2 = await scene.held(
      await scene.later(booking.start, 1, { resources: ["garcia"], offering: "urgentVisit" }),
      scene.next("call-2"),
    );
    scene.changePractice(change(dateOf(moving.opening.start)));
    expect(await scene.ledger.reschedule(booking, moving.hold, scene.next("call-1"))).toBe("taken");
    expect(
      await scene.ledger.book(
        booking2.hold,
        hide({ ...ana, given: "Ben" }),
        hide(visit),
        scene.next("call-2"),
      ),
    ).toBe("taken");
    expect(await scene.ledger.listBookings(choosy.id, booking.person, scene.next("call-1"))).toEqual([
      booking,
    ]);
  });
}

function dateOf(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(choosy.timeZone)
    .toPlainDate()
    .toString();
}
