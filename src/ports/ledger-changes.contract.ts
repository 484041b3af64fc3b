import { beforeEach, expect, test } from "vitest";
import type { Booking } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { ana, anyOpening, key, LedgerScene, type OpenLedger } from "./testing/ledger-scene.ts";

const practice = testPractice.id;

/** What every ledger promises about confirming, cancelling and moving bookings, and about who waits for their time. */
export function bookingChangesContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  const list = (booking: Booking, call = "call-1") =>
    scene.ledger.listBookings(practice, booking.person, scene.next(call));
  const elsewhere = (booking: Booking) => scene.later(booking.start, 1);
  const moved = async (booking: Booking, call = "call-1") => {
    const { hold } = await scene.held(await elsewhere(booking), scene.next(call));
    const answer = await scene.ledger.reschedule(booking, hold, scene.next(call));
    return typeof answer === "string" ? expect.unreachable() : answer;
  };

  test("a person's bookings are those to come, in their order", async () => {
    const first = await scene.booked("call-1");
    const third = await scene.booked("call-1", {}, await scene.later(first.start, 2));
    const second = await scene.booked("call-1", {}, await elsewhere(first));
    await scene.booked("call-2", { given: "Ben" });
    expect(await list(first)).toEqual([first, second, third]);
    await scene.ledger.cancelBooking(third, null, scene.next("call-1"));
    expect(await list(first)).toEqual([first, second]);
    scene.clock.advance(first.start - scene.clock.now());
    expect(await list(first)).toEqual([second]);
  });

  test("confirmed is what the person has said again, once or twice", async () => {
    const booking = await scene.booked("call-1");
    const confirmed = { ...booking, state: "confirmed" };
    expect(await scene.ledger.confirmBooking(booking, scene.next("call-1"))).toEqual(confirmed);
    expect(await scene.ledger.confirmBooking(booking, scene.next("call-1"))).toEqual(confirmed);
    expect(await list(booking)).toEqual([confirmed]);
  });

  test("a cancelled booking gives its time back and keeps its reason", async () => {
    const booking = await scene.booked("call-1");
    expect(await scene.isOpen(booking)).toBe(false);
    const request = scene.next("call-1");
    const cancel = () => scene.ledger.cancelBooking(booking, hide("I feel better"), request);
    expect(await cancel()).toEqual({ ...booking, state: "cancelled" });
    expect(await cancel()).toEqual({ ...booking, state: "cancelled" });
    expect(await scene.isOpen(booking)).toBe(true);
    const record = await scene.ledger.bookingByConfirmation(practice, booking.confirmation);
    expect(record).toMatchObject({ state: "cancelled", sequence: 1 });
    expect(record?.reason?.reveal()).toBe("I feel better");
  });

  test("a booking that is moved keeps its number, has the new time and gives the old one back", async () => {
    const booking = await scene.booked("call-1");
    await scene.ledger.confirmBooking(booking, scene.next("call-1"));
    const opening = await elsewhere(booking);
    const { hold } = await scene.held(opening, scene.next("call-1"));
    const request = scene.next("call-1");
    const { id: _, ...place } = opening;
    const expected = { ...booking, ...place, state: "booked" };
    expect(await scene.ledger.reschedule(booking, hold, request)).toEqual(expected);
    expect(await scene.ledger.reschedule(booking, hold, request)).toEqual(expected);
    expect(await scene.isOpen(booking)).toBe(true);
    expect(await list(booking)).toEqual([expected]);
    const record = await scene.ledger.bookingByConfirmation(practice, booking.confirmation);
    expect(record).toMatchObject({ ...expected, sequence: 1, changedAt: scene.clock.now() });
  });

  test("without a live hold of the call, a booking stays where it is", async () => {
    const booking = await scene.booked("call-1");
    const opening = await elsewhere(booking);
    const theirs = await scene.held(opening, key("call-2", 1));
    expect(await scene.ledger.reschedule(booking, theirs.hold, scene.next("call-1"))).toBe("expired");
    await scene.ledger.release(theirs.hold, key("call-2", 2));
    const { hold } = await scene.held(opening, scene.next("call-1"));
    scene.clock.advance(120_000);
    expect(await scene.ledger.reschedule(booking, hold, scene.next("call-1"))).toBe("expired");
    expect(await list(booking)).toEqual([booking]);
    expect(await scene.isOpen(booking)).toBe(false);
  });

  test("what was cancelled, is past, or is not where the caller was told any more, is gone", async () => {
    const cancelled = await scene.booked("call-1");
    await scene.ledger.cancelBooking(cancelled, null, scene.next("call-1"));
    const old = await scene.booked("call-1");
    await moved(old);
    const past = await scene.booked("call-1");
    const { hold } = await scene.held(await elsewhere(past), scene.next("call-1"));
    for (const booking of [cancelled, old]) {
      expect(await scene.ledger.confirmBooking(booking, scene.next("call-1"))).toBe("gone");
      expect(await scene.ledger.cancelBooking(booking, null, scene.next("call-1"))).toBe("gone");
      expect(await scene.ledger.reschedule(booking, hold, scene.next("call-1"))).toBe("gone");
    }
    scene.clock.advance(past.start - scene.clock.now());
    expect(await scene.ledger.confirmBooking(past, scene.next("call-1"))).toBe("gone");
  });

  test("another call changes nothing until it has proved to be the person", async () => {
    const booking = await scene.booked("call-1");
    const { hold } = await scene.held(await elsewhere(booking), scene.next("call-2"));
    expect(await scene.ledger.confirmBooking(booking, scene.next("call-2"))).toBe("notAllowed");
    expect(await scene.ledger.cancelBooking(booking, null, scene.next("call-2"))).toBe("notAllowed");
    expect(await scene.ledger.reschedule(booking, hold, scene.next("call-2"))).toBe("notAllowed");
    expect(await scene.ledger.cancelBooking({ ...booking, id: "nothing" }, null, scene.next("call-2"))).toBe(
      "notAllowed",
    );
    expect(await list(booking)).toEqual([booking]);
    await scene.identified("call-2");
    expect(await scene.ledger.reschedule(booking, hold, scene.next("call-2"))).toMatchObject({
      id: booking.id,
    });
  });

  test("of two that move and cancel one booking at once, one is told that it is gone", async () => {
    for (let round = 1; round <= 5; round += 1) {
      const call = `call-${round}`;
      const booking = await scene.booked(call, { given: call });
      const { hold } = await scene.held(await elsewhere(booking), scene.next(call));
      const answers = await Promise.all([
        scene.ledger.reschedule(booking, hold, scene.next(call)),
        scene.ledger.cancelBooking(booking, null, scene.next(call)),
      ]);
      expect(answers.filter((answer) => answer === "gone")).toHaveLength(1);
      expect(await scene.isOpen(booking)).toBe(true);
    }
  });

  test("two that give up their times for each other's both find them taken", async () => {
    const [one, other] = [await scene.booked("call-1"), await scene.booked("call-2", { given: "Ben" })];
    const asOpening = ({ resource, also, offering, start, end }: Booking) => ({
      ...{ id: `${resource}@${start}/${offering}`, resource, also, offering, start, end },
    });
    const answers = await Promise.all([
      scene.ledger.hold(practice, asOpening(other), scene.next("call-1")),
      scene.ledger.hold(practice, asOpening(one), scene.next("call-2")),
    ]);
    expect(answers).toEqual(["taken", "taken"]);
  });

  test("freed time is offered to the first who waits for such a time, once for one change", async () => {
    const booking = await scene.booked("call-1");
    const freed = { resources: [booking.resource], start: booking.start, end: booking.end };
    const join = (call: string, wanted: Partial<typeof anyOpening>) =>
      scene.ledger.joinWaitlist(
        practice,
        { ...anyOpening, ...wanted },
        hide({ ...ana, given: call }),
        key(call, 1),
      );
    const others = testPractice.resources.map(({ id }) => id).filter((id) => id !== booking.resource);
    await join("call-2", { resources: others });
    scene.clock.advance(1000);
    const first = await join("call-3", {});
    scene.clock.advance(1000);
    const second = await join("call-4", {});
    expect(await scene.ledger.offerFreed(practice, freed, "no change")).toBeNull();
    await scene.ledger.cancelBooking(booking, null, scene.next("call-1"));
    expect(await scene.ledger.offerFreed(practice, freed, "change 1")).toBe(first);
    expect(await scene.ledger.offerFreed(practice, freed, "change 1")).toBeNull();
    expect(await scene.ledger.offerFreed(practice, freed, "change 2")).toBe(second);
    const [, ...told] = await scene.ledger.waiting(practice);
    for (const { offered } of told) expect(offered).toMatchObject({ resource: booking.resource });
  });
}
