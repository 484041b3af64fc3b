import { beforeEach, expect, test } from "vitest";
import type { Booking, PersonDetails, Proof } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import {
  ana,
  anyOpening,
  bornAs,
  civic,
  granted,
  key,
  LedgerScene,
  type OpenLedger,
} from "./testing/ledger-scene.ts";

const practice = testPractice.id;
const staff = "santos";

/** What every ledger promises to staff: changes from outside of a call, and people and vehicles that turn out to be one. */
export function staffContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  const list = (booking: Booking, call = "call-1") =>
    scene.ledger.listBookings(practice, booking.person, scene.next(call));
  const deeds = async () => (await scene.ledger.deeds(practice)).map(({ deed }) => deed);

  test("what staff cancel is gone for the caller who was just told of it, and open to others", async () => {
    const booking = await scene.booked("call-1");
    const { hold } = await scene.held(await scene.later(booking.start, 1), scene.next("call-1"));
    const cancel = () =>
      scene.ledger.cancelForStaff(practice, booking.confirmation, { staff, reason: hide("doctor ill") });
    expect(await cancel()).toEqual({ ...booking, state: "cancelled" });
    expect(await cancel()).toBe("gone");
    expect(await scene.ledger.reschedule(booking, hold, scene.next("call-1"))).toBe("gone");
    expect(await scene.ledger.cancelBooking(booking, null, scene.next("call-1"))).toBe("gone");
    expect(await scene.ledger.confirmBooking(booking, scene.next("call-1"))).toBe("gone");
    expect(await scene.isOpen(booking)).toBe(true);
    expect(await scene.ledger.deeds(practice)).toEqual([
      { deed: "cancelBooking", staff, at: scene.clock.now(), subjects: [booking.id] },
    ]);
  });

  test("what staff move is gone where the caller was told, and theirs where it is", async () => {
    const booking = await scene.booked("call-1");
    const later = await scene.later(booking.start, 1);
    const move = () => scene.ledger.moveForStaff(practice, booking.confirmation, { staff, opening: later });
    const moved = granted(await move());
    expect(moved).toMatchObject({ id: booking.id, start: later.start, confirmation: booking.confirmation });
    expect(await move()).toEqual(moved);
    expect(await scene.ledger.cancelBooking(booking, null, scene.next("call-1"))).toBe("gone");
    expect(await list(booking)).toEqual([moved]);
    expect(await scene.ledger.cancelBooking(moved, null, scene.next("call-1"))).toMatchObject({
      state: "cancelled",
    });
    expect(await deeds()).toEqual(["moveBooking"]);
  });

  test("staff move a booking over its own time, but never to a time that is taken or not offered", async () => {
    const booking = await scene.booked("call-1");
    const other = await scene.booked("call-2", { given: "Ben" });
    const move = (minutes: number, from: Booking = booking) =>
      scene.ledger.moveForStaff(practice, booking.confirmation, {
        staff,
        opening: scene.shifted(from, minutes),
      });
    const { resource } = booking;
    expect(await move(0, { ...other, resource })).toEqual(resource === other.resource ? "taken" : booking);
    expect(await move(0, other)).toBe("taken");
    expect(await move(7)).toBe("taken");
    expect(await move(15)).toMatchObject({ start: booking.start + 15 * 60_000 });
    expect(
      await scene.ledger.moveForStaff(practice, "AAAAAA", { staff, opening: scene.shifted(booking, 0) }),
    ).toBe("gone");
  });

  test("a caller's hold over the time of a booking that staff move meanwhile is good for nothing", async () => {
    const booking = await scene.booked("call-1");
    const quarter = scene.shifted(booking, 15);
    const { hold } = granted(
      await scene.ledger.hold(practice, quarter, scene.next("call-1"), { replacing: booking.id }),
    );
    const later = await scene.later(booking.start, 1);
    const moved = granted(
      await scene.ledger.moveForStaff(practice, booking.confirmation, { staff, opening: later }),
    );
    expect(await scene.ledger.reschedule(booking, hold, scene.next("call-1"))).toBe("gone");
    expect(await scene.ledger.reschedule(moved, hold, scene.next("call-1"))).toBe("expired");
    granted(await scene.ledger.hold(practice, quarter, scene.next("call-2")));
  });

  test("tickets are read newest first", async () => {
    const take = (about: string, request: number) =>
      scene.ledger.takeTicket(
        practice,
        { purpose: "callBack", to: null, about, phone: null, message: hide("call me") },
        key("call-1", request),
      );
    await take("billing", 1);
    scene.clock.advance(1000);
    await take("records", 2);
    expect((await scene.ledger.tickets(practice)).map(({ about }) => about)).toEqual(["records", "billing"]);
    expect(await scene.ledger.tickets("another-practice")).toEqual([]);
  });

  test.each<[what: string, other: Partial<PersonDetails>, alike: string | null]>([
    ["the same name and number", { dateOfBirth: "1980-02-01" }, "name"],
    ["the same number and date of birth", { given: "Hannah" }, "numberAndBirth"],
    ["the same name without a date of birth", { dateOfBirth: null, phone: "+15035550122" }, "name"],
    ["the same name alone", { dateOfBirth: "1981-01-02", phone: "+15035550122" }, null],
    ["the same number alone", { given: "Tom", dateOfBirth: "2015-03-04" }, null],
  ])(
    "somebody new with %s as somebody on file is marked for staff, and kept apart",
    async (_what, other, alike) => {
      const first = await scene.booked("call-1");
      const second = await scene.booked("call-2", other);
      expect(second.person).not.toBe(first.person);
      const found = await scene.ledger.duplicates(practice);
      if (alike === null) return expect(found).toEqual([]);
      const pair = { one: { person: first.person }, other: { person: second.person } };
      expect(found).toMatchObject([{ kind: "person", alike, ...pair, noticedAt: scene.clock.now() }]);
    },
  );

  test("two people who are one have everything of both under everything that either was found by", async () => {
    const misheard = { given: "Hannah", email: null, payer: null, vehicle: civic };
    const first = await scene.booked("call-1", { email: null, memberId: null });
    const other = await scene.later(first.start, 1);
    const second = await scene.booked("call-2", { ...misheard, email: "hannah@example.com" }, other);
    await scene.ledger.joinWaitlist(
      practice,
      anyOpening,
      hide({ ...ana, ...misheard }),
      scene.next("call-2"),
    );
    const pair = { kept: first.person, merged: second.person };
    expect(await scene.ledger.mergePeople(practice, pair, staff)).toBe("merged");
    expect(await scene.ledger.mergePeople(practice, pair, staff)).toBe("merged");
    expect(await scene.ledger.duplicates(practice)).toEqual([]);
    for (const [call, given] of [
      ["call-3", "Ana"],
      ["call-4", "Hannah"],
    ] as const) {
      const found = await scene.identified(call, bornAs({ ...ana, given }));
      expect(found.person).toBe(first.person);
      expect(found.details.reveal()).toMatchObject({
        given: "Ana",
        email: "hannah@example.com",
        payer: "aetna",
      });
      expect(found.vehicles.reveal()).toMatchObject([{ plate: "ABC 123" }]);
      const kept = await scene.ledger.listBookings(practice, first.person, scene.next(call));
      expect(kept).toMatchObject([{ id: first.id }, { id: second.id, person: first.person }]);
    }
    const callers = (await scene.ledger.whoCalls(practice, hide("+15035550111"))).reveal();
    expect(callers).toEqual([{ person: first.person, given: "Ana" }]);
    const byPlate: Proof = { kind: "plate", phone: "+15035550111", plate: "ABC123" };
    expect(await scene.identified("call-5", byPlate)).toMatchObject({ person: first.person });
    expect((await scene.booked("call-6", { given: "Hannah" })).person).toBe(first.person);
    expect(await deeds()).toEqual(["mergePeople"]);
  });

  test("the call that made the merged person's booking may still change it", async () => {
    const first = await scene.booked("call-1");
    const second = await scene.booked("call-2", { given: "Hannah" });
    await scene.ledger.mergePeople(practice, { kept: first.person, merged: second.person }, staff);
    expect(await list(first, "call-2")).toHaveLength(2);
    const merged = { ...second, person: first.person };
    expect(await scene.ledger.cancelBooking(merged, null, scene.next("call-2"))).toMatchObject({
      state: "cancelled",
    });
  });

  test("nobody is merged with themselves, with nobody, or twice with different people", async () => {
    const [one, two, three] = [
      (await scene.booked("call-1")).person,
      (await scene.booked("call-2", { given: "Hannah" })).person,
      (await scene.booked("call-3", { given: "Anna" })).person,
    ];
    const merge = (kept: string, merged: string) =>
      scene.ledger.mergePeople(practice, { kept, merged }, staff);
    expect(await merge(one, one)).toBe("notThere");
    expect(await merge(one, "person-99")).toBe("notThere");
    expect(await merge(two, three)).toBe("merged");
    expect(await merge(one, three)).toBe("notThere");
    expect(await merge(three, one)).toBe("notThere");
    expect(await merge(one, two)).toBe("merged");
    expect(await scene.identified("call-4", bornAs({ ...ana, given: "Anna" }))).toMatchObject({
      person: one,
    });
  });

  test("a vehicle of another's VIN or plate is marked, and merged by staff into one that has all of both", async () => {
    const ownerOf = async (call: string, details: Partial<PersonDetails>) => {
      const { confirmation } = await scene.booked(call, details);
      const record = await scene.ledger.bookingByConfirmation(practice, confirmation);
      return record?.details.reveal().vehicle?.id ?? expect.unreachable();
    };
    const known = { ...civic, vin: null, mileage: null };
    const kept = await ownerOf("call-1", { vehicle: known });
    const merged = await ownerOf("call-2", {
      given: "Ben",
      phone: "+15035550122",
      vehicle: { ...civic, plate: "abc-123" },
    });
    expect(await scene.ledger.duplicates(practice)).toMatchObject([{ kind: "vehicle", alike: "plate" }]);
    await scene.ledger.setStatus(practice, { vehicle: merged, state: "inWork" });
    expect(await scene.ledger.mergeVehicles(practice, { kept, merged }, staff)).toBe("merged");
    expect(await scene.ledger.mergeVehicles(practice, { kept, merged }, staff)).toBe("merged");
    const { vehicles } = await scene.identified("call-3", {
      kind: "vinTail",
      phone: ana.phone ?? "",
      tail: "500017",
    });
    expect(vehicles.reveal()).toEqual([{ ...civic, id: kept }]);
    const { vehicles: left } = await scene.identified("call-4", bornAs({ ...ana, given: "Ben" }));
    expect(left.reveal()).toEqual([]);
    expect(await scene.ledger.duplicates(practice)).toEqual([]);
    expect(await deeds()).toEqual(["mergeVehicles"]);
  });

  test("two VINs are two vehicles", async () => {
    const first = await scene.booked("call-1", { vehicle: civic });
    const vehicle = { ...civic, vin: "1HGCM82633A004352" };
    const second = await scene.booked("call-2", { given: "Ben", phone: "+15035550122", vehicle });
    const idOf = async (booking: Booking) =>
      (await scene.ledger.bookingByConfirmation(practice, booking.confirmation))?.details.reveal().vehicle
        ?.id ?? "";
    const pair = { kept: await idOf(first), merged: await idOf(second) };
    expect(await scene.ledger.mergeVehicles(practice, pair, staff)).toBe("different");
    expect(await scene.ledger.mergeVehicles(practice, { ...pair, merged: "nothing" }, staff)).toBe(
      "notThere",
    );
  });
}
