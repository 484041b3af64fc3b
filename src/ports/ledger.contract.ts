import { beforeEach, describe, expect, test } from "vitest";
import type { NewTicket } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { hide } from "../core/values/private.ts";
import { bookingChangesContract } from "./ledger-changes.contract.ts";
import { deskContract } from "./ledger-desk.contract.ts";
import { movesContract } from "./ledger-moves.contract.ts";
import { peopleContract } from "./ledger-people.contract.ts";
import { proofsContract } from "./ledger-proofs.contract.ts";
import { resourcesContract } from "./ledger-resources.contract.ts";
import { rulesContract } from "./ledger-rules.contract.ts";
import { staffContract } from "./ledger-staff.contract.ts";
import { textsContract } from "./ledger-texts.contract.ts";
import { ana, key, LedgerScene, type OpenLedger, visit } from "./testing/ledger-scene.ts";

const practice = testPractice.id;

/** What every ledger promises. `open` makes a fresh, empty one. */
export function ledgerContract(name: string, open: OpenLedger): void {
  describe(`ledger on ${name}`, () => {
    describe("holds and bookings", () => holdsAndBookingsContract(open));
    describe("changes of bookings", () => bookingChangesContract(open));
    describe("moves over a booking's own time", () => movesContract(open));
    describe("rules and calendars", () => rulesContract(open));
    describe("people", () => peopleContract(open));
    describe("proofs", () => proofsContract(open));
    describe("texts", () => textsContract(open));
    describe("staff", () => staffContract(open));
    describe("the desk", () => deskContract(open));
    describe("resources", () => resourcesContract(open));
  });
}

function holdsAndBookingsContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  test("a booking can be read back as it was made", async () => {
    const opening = await scene.firstOpening();
    const booking = await scene.booked("call-1");
    const record = await scene.ledger.bookingByConfirmation(practice, booking.confirmation);
    expect(record).toMatchObject({ ...booking, practice, call: "call-1", state: "booked" });
    expect(booking).toMatchObject({ resource: opening.resource, start: opening.start, end: opening.end });
    expect(record?.details.reveal()).toEqual(ana);
    expect(record?.visit.reveal()).toEqual(visit);
    expect(record?.bookedAt).toBe(scene.clock.now());
    const range = { from: booking.start, to: booking.start + 1 };
    expect((await scene.ledger.bookings(practice, range)).map(({ id }) => id)).toEqual([booking.id]);
    expect(await scene.ledger.bookings(practice, { from: booking.end, to: booking.end + 1e9 })).toEqual([]);
  });

  test("a confirmation number has six characters that nobody mixes up, in any case", async () => {
    const { confirmation } = await scene.booked("call-1");
    expect(confirmation).toMatch(/^[3467ACDEFGHJKMNPQRTWXY]{6}$/);
    const found = await scene.ledger.bookingByConfirmation(practice, confirmation.toLowerCase());
    expect(found?.confirmation).toBe(confirmation);
    expect(await scene.ledger.bookingByConfirmation(practice, "AAAAAA")).toBeNull();
  });

  test("messages name e-mail only when the person gave an address", async () => {
    expect((await scene.booked("call-1")).messages).toEqual(["email"]);
    expect((await scene.booked("call-2", { given: "Ben", email: null })).messages).toEqual([]);
  });

  test("a booked time is no opening, nor is the padding after it", async () => {
    const booking = await scene.booked("call-1");
    const later = await scene.openings({ resources: [booking.resource], count: 50 });
    const reserved = booking.end + 15 * 60_000;
    expect(later.length).toBe(50);
    expect(later.filter(({ start, end }) => start < reserved && booking.start < end)).toEqual([]);
  });

  test("a held time is taken for others until the hold runs out", async () => {
    const opening = await scene.firstOpening();
    const hold = await scene.held(opening, key("call-1", 1));
    expect(hold.expires).toBe(scene.clock.now() + 120_000);
    expect(await scene.ledger.hold(practice, opening, key("call-2", 1))).toBe("taken");
    expect((await scene.firstOpening()).id).not.toBe(opening.id);
    scene.clock.advance(120_000);
    expect(await scene.ledger.hold(practice, opening, key("call-2", 2))).toMatchObject({ opening });
    expect(await scene.ledger.book(hold.hold, hide(ana), hide(visit), key("call-1", 2))).toBe("expired");
  });

  test("asked again with the same key, a hold is the same one with its full time again", async () => {
    const opening = await scene.firstOpening();
    const first = await scene.held(opening, key("call-1", 1));
    scene.clock.advance(100_000);
    const again = await scene.held(opening, key("call-1", 1));
    expect(again).toEqual({ ...first, expires: scene.clock.now() + 120_000 });
    scene.clock.advance(100_000);
    expect(await scene.ledger.hold(practice, opening, key("call-2", 1))).toBe("taken");
  });

  test("a refusal stays a refusal when it is delivered again", async () => {
    const opening = await scene.firstOpening();
    const hold = await scene.held(opening, key("call-1", 1));
    expect(await scene.ledger.hold(practice, opening, key("call-2", 1))).toBe("taken");
    await scene.ledger.release(hold.hold, key("call-1", 2));
    expect(await scene.ledger.hold(practice, opening, key("call-2", 1))).toBe("taken");
    expect(await scene.ledger.hold(practice, opening, key("call-2", 2))).toMatchObject({ opening });
  });

  test("a released time is open at once, and releasing twice changes nothing", async () => {
    const opening = await scene.firstOpening();
    const hold = await scene.held(opening, key("call-1", 1));
    await scene.ledger.release(hold.hold, key("call-1", 2));
    await scene.ledger.release(hold.hold, key("call-1", 2));
    expect((await scene.firstOpening()).id).toBe(opening.id);
  });

  test("only the call that holds a time can release or book it", async () => {
    const opening = await scene.firstOpening();
    const hold = await scene.held(opening, key("call-1", 1));
    await scene.ledger.release(hold.hold, key("call-2", 1));
    expect(await scene.ledger.book(hold.hold, hide(ana), hide(visit), key("call-2", 2))).toBe("expired");
    expect(await scene.ledger.book(hold.hold, hide(ana), hide(visit), key("call-1", 2))).toMatchObject({
      start: opening.start,
    });
  });

  test("a change of mind gives up the earlier time when the new one is had, not before", async () => {
    const [one, other] = await scene.openings();
    if (one === undefined || other === undefined) throw new Error("two openings are needed");
    await scene.held(other, key("call-2", 1));
    await scene.held(one, key("call-1", 1));
    expect(await scene.ledger.hold(practice, other, key("call-1", 2))).toBe("taken");
    expect(await scene.ledger.hold(practice, one, key("call-3", 1))).toBe("taken");
    await scene.ledger.release((await scene.held(other, key("call-2", 1))).hold, key("call-2", 2));
    await scene.held(other, key("call-1", 3));
    await scene.held(one, key("call-3", 2));
  });

  test("the same time can be held again by the call that holds it", async () => {
    const opening = await scene.firstOpening();
    await scene.held(opening, key("call-1", 1));
    await scene.held(opening, key("call-1", 2));
  });

  test("delivered again, a booking is made once and answered alike", async () => {
    const hold = await scene.held(await scene.firstOpening(), key("call-1", 1));
    const book = () => scene.ledger.book(hold.hold, hide(ana), hide(visit), key("call-1", 2));
    const answers = await Promise.all([book(), book(), book()]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await scene.ledger.bookings(practice, { from: 0, to: 4e12 })).toHaveLength(1);
  });

  test("a time that is booked while its own call gives it up is taken if it is booked", async () => {
    for (let round = 1; round <= 10; round += 1) {
      const call = `call-${round}`;
      const [one, other] = await scene.openings();
      if (one === undefined || other === undefined) throw new Error("two openings are needed");
      const hold = await scene.held(one, key(call, 1));
      const [booking] = await Promise.all([
        scene.ledger.book(hold.hold, hide({ ...ana, given: call }), hide(visit), key(call, 2)),
        scene.ledger.hold(practice, other, key(call, 3)),
      ]);
      const answer = await scene.ledger.hold(practice, one, key(`${call}-later`, 1));
      expect(answer === "taken").toBe(typeof booking !== "string");
    }
  });

  test("fifty callers at once for one time end with one booking", async () => {
    const opening = await scene.firstOpening();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, caller) => {
        const hold = await scene.ledger.hold(practice, opening, key(`call-${caller}`, 1));
        if (hold === "taken" || "kind" in hold) return hold;
        const person = hide({ ...ana, given: `Caller${caller}` });
        return scene.ledger.book(hold.hold, person, hide(visit), key(`call-${caller}`, 2));
      }),
    );
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(49);
    expect(await scene.ledger.bookings(practice, { from: 0, to: 4e12 })).toHaveLength(1);
  });

  test("overlapping times of one resource are not both held", async () => {
    const opening = await scene.firstOpening();
    const overlapping = shifted(opening, 15 * 60_000);
    const answers = await Promise.all([
      scene.ledger.hold(practice, opening, key("call-1", 1)),
      scene.ledger.hold(practice, overlapping, key("call-2", 1)),
    ]);
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
  });

  test("times that the practice never offers are refused", async () => {
    const opening = await scene.firstOpening();
    const wrong: Opening[] = [
      shifted(opening, 60_000),
      shifted(opening, 14 * 3_600_000),
      shifted(opening, -7 * 86_400_000),
      { ...opening, end: opening.end - 60_000 },
      { ...opening, resource: "nobody", id: `nobody@${opening.start}/newPatient` },
    ];
    for (const [index, one] of wrong.entries())
      expect(await scene.ledger.hold(practice, one, key("call-1", index + 1))).toBe("taken");
  });

  test("a ticket is taken once for a key", async () => {
    const ticket: NewTicket = {
      purpose: "callBack",
      to: "santos",
      about: "billing",
      phone: hide("+15035550111"),
      message: hide("please call me"),
    };
    const number = await scene.ledger.takeTicket(practice, ticket, key("call-1", 1));
    expect(number).toMatch(/^[3467ACDEFGHJKMNPQRTWXY]{6}$/);
    expect(await scene.ledger.takeTicket(practice, ticket, key("call-1", 1))).toBe(number);
    expect(await scene.ledger.takeTicket(practice, ticket, key("call-1", 2))).not.toBe(number);
    const record = await scene.ledger.ticket(practice, number);
    expect(record).toMatchObject({ number, practice, about: "billing", state: "open" });
    expect(record?.takenAt).toBe(scene.clock.now());
    expect([record?.phone?.reveal(), record?.message.reveal()]).toEqual(["+15035550111", "please call me"]);
    expect(await scene.ledger.ticket("another-practice", number)).toBeNull();
  });

  test("a key that belongs to another request is a bug, not an answer", async () => {
    await scene.ledger.hold(practice, await scene.firstOpening(), key("call-1", 1));
    await expect(scene.ledger.release("anything", key("call-1", 1))).rejects.toThrow("request key");
  });
}

function shifted(opening: Opening, byMs: number): Opening {
  const start = opening.start + byMs;
  const id = `${opening.resource}@${start}/${opening.offering}`;
  return { ...opening, id, start, end: opening.end + byMs };
}
