import { beforeEach, expect, test } from "vitest";
import { testGarage } from "../core/practice/testing/test-garage.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { granted, LedgerScene, type OpenLedger } from "./testing/ledger-scene.ts";

const practice = testGarage.id;

/** What every ledger promises about bookings of several resources and resources of several bookings. */
export function resourcesContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open(testGarage));
  });

  const opening = (offering: string, resource?: string): Promise<Opening> =>
    scene.firstOpening({ offering, resources: resource === undefined ? [] : [resource] });

  test("a booking takes every resource that its offering needs, and tells which", async () => {
    const overhaul = await opening("overhaul", "ray");
    expect(overhaul.also).toEqual(["lift", "loaner"]);
    const booking = await scene.booked("call-1", {}, overhaul);
    expect(booking).toMatchObject({ resource: "ray", also: ["lift", "loaner"] });
    expect(await scene.ledger.listBookings(practice, booking.person, scene.next("call-1"))).toEqual([
      booking,
    ]);
    const brakes = await opening("brakes", "kim");
    expect(brakes.start).toBe(booking.end);
  });

  test("of two that need the only lift at once, one has it and the other has nothing", async () => {
    const [ray, kim] = [await opening("brakes", "ray"), await opening("brakes", "kim")];
    const answers = await Promise.all([
      scene.ledger.hold(practice, ray, scene.next("call-ray")),
      scene.ledger.hold(practice, kim, scene.next("call-kim")),
    ]);
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
    const [free] = await scene.openings({ offering: "oilChange", resources: ["lane"] });
    expect(free).toBeDefined();
  });

  test("all of a booking's time is given back and moved together", async () => {
    const overhaul = await opening("overhaul", "ray");
    const booking = await scene.booked("call-1", {}, overhaul);
    const later = await opening("overhaul", "kim");
    const { hold } = await scene.held(later, scene.next("call-1"));
    const moved = await scene.ledger.reschedule(booking, hold, scene.next("call-1"));
    expect(moved).toMatchObject({ resource: "kim", also: ["lift", "loaner"], start: later.start });
    expect(await opening("overhaul", "ray")).toEqual(overhaul);
    if (typeof moved === "string") return expect.unreachable();
    await scene.ledger.cancelBooking(moved, null, scene.next("call-1"));
    expect(await opening("overhaul", "kim")).toMatchObject({ start: overhaul.start });
  });

  test("a resource takes as many at once as its capacity, and one more is refused", async () => {
    const oil = await opening("oilChange");
    const answers = await Promise.all(
      ["a", "b", "c"].map((call) => scene.ledger.hold(practice, oil, scene.next(`call-${call}`))),
    );
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
    expect((await opening("oilChange")).start).toBeGreaterThan(oil.start);
    const [one] = answers.filter((answer) => answer !== "taken");
    await scene.ledger.release(granted(one ?? "taken").hold, scene.next("call-z"));
    expect((await opening("oilChange")).start).toBeGreaterThan(oil.start);
  });

  test("a time with resources that do not fit the offering is refused", async () => {
    const overhaul = await opening("overhaul", "ray");
    for (const also of [[], ["lift"], ["loaner", "lift"], ["lift", "kim"], ["lift", "lift"]]) {
      const id = `${["ray", ...also].join("+")}@${overhaul.start}/overhaul`;
      const answer = await scene.ledger.hold(practice, { ...overhaul, also, id }, scene.next("call-1"));
      expect(answer, id).toBe("taken");
    }
  });

  test("a hold that ran out gives all of its resources to the next", async () => {
    const tomorrow = () => scene.later(scene.clock.now(), 1, { offering: "overhaul", resources: ["ray"] });
    const overhaul = await tomorrow();
    await scene.held(overhaul, scene.next("call-1"));
    scene.clock.advance(120_000);
    const { hold } = await scene.held(overhaul, scene.next("call-2"));
    await scene.ledger.release(hold, scene.next("call-2"));
    expect(await tomorrow()).toEqual(overhaul);
  });
}
