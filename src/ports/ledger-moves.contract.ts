import { beforeEach, expect, test } from "vitest";
import type { Booking, PersonDetails } from "../core/dialogue/requests.ts";
import { testGarage } from "../core/practice/testing/test-garage.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { hide } from "../core/values/private.ts";
import { ana, anyOpening, granted, LedgerScene, type OpenLedger, visit } from "./testing/ledger-scene.ts";

const practice = testPractice.id;

/** What every ledger promises about moving a booking to a time that overlaps its own. */
export function movesContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  /** Tomorrow morning, when there is room around it. */
  const booked = async (call = "call-1", who: Partial<PersonDetails> = {}) =>
    scene.booked(call, who, await scene.later(scene.clock.now(), 1));
  const quarterLater = (booking: Booking) => scene.shifted(booking, 15);
  const holdFor = (booking: Booking, opening: Opening, call = "call-1") =>
    scene.ledger.hold(practice, opening, scene.next(call), { replacing: booking.id });
  const otherHold = (opening: Opening) => scene.ledger.hold(practice, opening, scene.next("call-9"));

  test("half an hour later is open to who moves, held, and had; the rest of the old time is free then", async () => {
    const booking = await booked();
    const later = scene.shifted(booking, 30);
    const { offering, resource } = booking;
    const from = Temporal.PlainDate.from(dateOf(booking.start));
    const days = [{ from, to: from, weekdays: null, except: [] }];
    const found = async (more: object, wanted: object = {}) => {
      const all = { ...anyOpening, offering, resources: [resource], days, count: 100, ...wanted };
      return granted(await scene.ledger.findOpenings(practice, all, more)).openings;
    };
    expect(await found({})).not.toContainEqual(later);
    expect(await found({ call: "call-9", replacing: booking.id })).not.toContainEqual(later);
    expect(await found({ call: "call-1", replacing: booking.id })).toContainEqual(later);
    expect(await scene.ledger.hold(practice, later, scene.next("call-1"))).toBe("taken");
    const { hold } = granted(await holdFor(booking, later));
    const moved = granted(await scene.ledger.reschedule(booking, hold, scene.next("call-1")));
    const { id, confirmation } = booking;
    expect(moved).toMatchObject({ id, confirmation, start: later.start, end: later.end });
    const short = (await found({}, { offering: "urgentVisit" })).map(({ start }) => start);
    expect(short).toContain(booking.start);
    expect(short.filter((start) => start > booking.start && start < moved.end)).toEqual([]);
  });

  test("until it is moved, others can have neither the old time nor the new one", async () => {
    const booking = await booked();
    granted(await holdFor(booking, quarterLater(booking)));
    for (const minutes of [-45, -30, -15, 0, 15, 30, 45, 60])
      expect(await otherHold(scene.shifted(booking, minutes)), `${minutes}`).toBe("taken");
  });

  test("a hold that is given up or runs out leaves the booking as it was, and its own time free", async () => {
    const booking = await booked();
    const { hold } = granted(await holdFor(booking, quarterLater(booking)));
    await scene.ledger.release(hold, scene.next("call-1"));
    granted(await otherHold(scene.shifted(booking, 60)));
    expect(await holdFor(booking, quarterLater(booking))).toBe("taken");
    scene.clock.advance(120_000);
    granted(await holdFor(booking, quarterLater(booking)));
    expect(await scene.ledger.listBookings(practice, booking.person, scene.next("call-1"))).toEqual([
      booking,
    ]);
  });

  test("somebody else's booking makes no room, nor does one that is cancelled meanwhile", async () => {
    const booking = await booked();
    expect(await holdFor(booking, quarterLater(booking), "call-2")).toBe("taken");
    const { hold } = granted(await holdFor(booking, quarterLater(booking)));
    await scene.identified("call-2");
    await scene.ledger.cancelBooking(booking, null, scene.next("call-2"));
    expect(await scene.ledger.reschedule(booking, hold, scene.next("call-1"))).toBe("gone");
    granted(await otherHold(scene.shifted(booking, 15)));
    expect(await scene.ledger.book(hold, hide(ana), hide(visit), scene.next("call-1"))).toBe("expired");
  });

  test("such a hold moves its own booking and is good for nothing else", async () => {
    const first = await booked();
    const second = await scene.booked("call-1", {}, await scene.later(first.start, 1));
    const { hold } = granted(await holdFor(first, quarterLater(first)));
    expect(await scene.ledger.book(hold, hide(ana), hide(visit), scene.next("call-1"))).toBe("expired");
    expect(await scene.ledger.reschedule(second, hold, scene.next("call-1"))).toBe("expired");
    expect(await scene.ledger.reschedule(first, hold, scene.next("call-1"))).toMatchObject({ id: first.id });
  });

  test("of two calls of one person that move a booking over its own time at once, one does", async () => {
    for (let round = 1; round <= 5; round += 1) {
      const [one, other] = [`call-${round}`, `again-${round}`];
      const who = { given: `Ana${round}` };
      const booking = await booked(one, who);
      await scene.identified(other, { kind: "nameAndBirth", ...ana, ...who, dateOfBirth: "1980-01-02" });
      const move = async (call: string, minutes: number) => {
        const held = await holdFor(booking, scene.shifted(booking, minutes), call);
        if (held === "taken" || "kind" in held) return held;
        return scene.ledger.reschedule(booking, held.hold, scene.next(call));
      };
      const answers = await Promise.all([move(one, 15), move(other, 30)]);
      expect(answers.filter((answer) => typeof answer === "object")).toHaveLength(1);
      for (const call of [one, other]) {
        const kept = granted(await scene.ledger.listBookings(practice, booking.person, scene.next(call)));
        expect(kept).toHaveLength(1);
      }
    }
  });

  test("a booking of several resources moves over its own time, seats and all", async () => {
    const there = new LedgerScene(await open(testGarage));
    const overhaul = await there.firstOpening({ offering: "overhaul", resources: ["ray"] });
    const booking = await there.booked("call-1", {}, overhaul);
    const later = there.shifted(booking, testGarage.gridMinutes);
    const key = there.next("call-1");
    const { hold } = granted(await there.ledger.hold(testGarage.id, later, key, { replacing: booking.id }));
    expect(await there.ledger.hold(testGarage.id, overhaul, there.next("call-2"))).toBe("taken");
    const moved = granted(await there.ledger.reschedule(booking, hold, there.next("call-1")));
    expect(moved).toMatchObject({ start: later.start, also: booking.also });
    const next = await there.firstOpening({ offering: "overhaul", resources: ["ray"] });
    expect(next.start).toBeGreaterThanOrEqual(moved.end);
  });
}

function dateOf(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(testPractice.timeZone)
    .toPlainDate()
    .toString();
}
