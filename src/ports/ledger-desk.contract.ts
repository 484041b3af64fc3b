import { beforeEach, describe, expect, test } from "vitest";
import type { Booking, PersonDetails } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { ana, anyOpening, bornAs, civic, LedgerScene, type OpenLedger } from "./testing/ledger-scene.ts";

const practice = testPractice.id;
const staff = "santos";
const hannah = { given: "Hannah" };

/** What every ledger promises to whoever looks through it at the desk: merges taken back, tickets settled, numbers looked up. */
export function deskContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  const deeds = async () => (await scene.ledger.deeds(practice)).map(({ deed }) => deed);
  const list = async (booking: Booking, call: string) => {
    const found = await scene.ledger.listBookings(practice, booking.person, scene.next(call));
    return typeof found === "string" ? found : found.map(({ id }) => id);
  };

  describe("a merge that is taken back", () => {
    const two = async (other: Partial<PersonDetails> = {}) => {
      const first = await scene.booked("call-1", { email: null });
      const second = await scene.booked("call-2", { ...hannah, ...other });
      const pair = { kind: "person", kept: first.person, merged: second.person } as const;
      expect(await scene.ledger.mergePeople(practice, pair, staff)).toBe("merged");
      return { first, second, pair };
    };
    const undo = (pair: { kind: "person" | "vehicle"; kept: string; merged: string }) =>
      scene.ledger.undoMerge(practice, pair, staff);

    test("gives back bookings, scopes and what was filled in, and marks the two as alike again", async () => {
      const { first, second, pair } = await two();
      const [merge] = await scene.ledger.merges(practice);
      expect(merge).toMatchObject({ ...pair, staff, at: scene.clock.now() });
      expect(merge?.names.reveal()).toEqual({ kept: "Ana Marsh", merged: "Hannah Marsh" });
      expect(await undo(pair)).toBe("parted");
      const [one, other] = [
        await scene.identified("call-3", bornAs()),
        await scene.identified("call-4", bornAs({ ...ana, ...hannah })),
      ];
      expect([one.person, other.person]).toEqual([pair.kept, pair.merged]);
      expect(one.details.reveal().email).toBeNull();
      expect(await list(first, "call-3")).toEqual([first.id]);
      expect(await list(second, "call-2")).toEqual([second.id]);
      expect(await list(first, "call-2")).toBe("notAllowed");
      expect(await scene.ledger.duplicates(practice)).toMatchObject([
        { kind: "person", alike: "numberAndBirth" },
      ]);
      expect(await scene.ledger.merges(practice)).toEqual([]);
      expect(await deeds()).toEqual(["undoMerge", "mergePeople"]);
    });

    test("is taken back once, and may be done again", async () => {
      const { pair } = await two();
      expect(await undo(pair)).toBe("parted");
      expect(await undo(pair)).toBe("notThere");
      expect(await scene.ledger.mergePeople(practice, pair, staff)).toBe("merged");
      expect(await undo({ ...pair, merged: "nobody" })).toBe("notThere");
      expect(await undo(pair)).toBe("parted");
    });

    test("leaves what came since with who was kept", async () => {
      const { first, pair } = await two();
      await scene.identified("call-3", bornAs());
      const opening = await scene.firstOpening({ offering: "followUp" });
      const later = await scene.booked("call-3", { email: "new@example.com" }, opening);
      await undo(pair);
      const { details } = await scene.identified("call-4", bornAs());
      expect(details.reveal().email).toBe("new@example.com");
      expect(await list(first, "call-4")).toHaveLength(2);
      expect(await list(first, "call-4")).toContain(later.id);
    });

    test("of a chain is taken back from its end", async () => {
      const { pair } = await two();
      const third = (await scene.booked("call-3", { given: "Anna" })).person;
      const last = { kind: "person", kept: third, merged: pair.kept } as const;
      await scene.ledger.mergePeople(practice, last, staff);
      expect(await undo(pair)).toBe("notThere");
      expect(await undo(last)).toBe("parted");
      const found = await scene.identified("call-4", bornAs({ ...ana, ...hannah }));
      expect(found.person).toBe(pair.kept);
      expect(await undo(pair)).toBe("parted");
    });

    test("gives vehicles their own plate and owner again", async () => {
      const idOf = async ({ confirmation }: Booking) =>
        (await scene.ledger.bookingByConfirmation(practice, confirmation))?.details.reveal().vehicle?.id ??
        "";
      const known = { ...civic, vin: null, mileage: null };
      const kept = await idOf(await scene.booked("call-1", { vehicle: known }));
      const other = { ...civic, plate: "abc-123" };
      const second = { given: "Ben", phone: "+15035550122", vehicle: other };
      const merged = await idOf(await scene.booked("call-2", second));
      const pair = { kind: "vehicle", kept, merged } as const;
      await scene.ledger.mergeVehicles(practice, pair, staff);
      expect(await undo(pair)).toBe("parted");
      const one = await scene.identified("call-3", bornAs());
      expect(one.vehicles.reveal()).toEqual([{ ...known, id: kept }]);
      const bens = await scene.identified("call-4", { kind: "vinTail", phone: second.phone, tail: "500017" });
      expect(bens.vehicles.reveal()).toEqual([{ ...other, id: merged }]);
      expect(await deeds()).toEqual(["undoMerge", "mergeVehicles"]);
    });
  });

  test("two who look alike and are two are shown no more", async () => {
    const one = (await scene.booked("call-1")).person;
    const other = (await scene.booked("call-2", hannah)).person;
    const pair = { kind: "person", one: other, other: one } as const;
    for (let times = 0; times < 2; times++) await scene.ledger.keepApart(practice, pair, staff);
    expect(await scene.ledger.duplicates(practice)).toEqual([]);
    expect(await deeds()).toEqual(["keepApart"]);
  });

  test("a ticket is settled, and opened again, and each is kept as a deed once", async () => {
    const ticket = { about: "message", purpose: "message", to: null, phone: null } as const;
    const number = await scene.ledger.takeTicket(
      practice,
      { ...ticket, message: hide("call me") },
      scene.next("call-1"),
    );
    const settle = (state: "open" | "done") => scene.ledger.settleTicket(practice, number, { staff, state });
    expect(await settle("done")).toMatchObject({ number, state: "done" });
    expect(await settle("done")).toMatchObject({ state: "done" });
    expect(await scene.ledger.tickets(practice)).toMatchObject([{ number, state: "done" }]);
    expect(await settle("open")).toMatchObject({ state: "open" });
    expect(await deeds()).toEqual(["reopenTicket", "settleTicket"]);
    expect(await scene.ledger.settleTicket(practice, "AAAAAA", { staff, state: "done" })).toBeNull();
    expect(await scene.ledger.settleTicket("another-practice", number, { staff, state: "done" })).toBeNull();
  });

  test("who is not to be called, and what a number's owner has answered with which words", async () => {
    const [phone, other] = [hide("+15035550111"), hide("+15035550122")];
    const words = { asked: "May we text you?", answered: "yes" };
    const texts = { phone, given: true, words: hide(words), booking: null };
    await scene.ledger.answerTexts(practice, texts, scene.next("call-1"));
    await scene.ledger.stopCalling(practice, other, scene.next("call-2"));
    await scene.ledger.stopCalling(practice, phone, scene.next("call-3"));
    await scene.ledger.recordConsent(practice, other, { to: "calls", given: true }, scene.next("call-4"));
    const since = scene.clock.now();
    const found = await scene.ledger.doNotCall(practice);
    expect(found.map((one) => ({ ...one, phone: one.phone?.reveal() }))).toEqual([
      { phone: "+15035550111", since },
    ]);
    const answers = await scene.ledger.consents(practice, hide("(503) 555-0111"));
    expect(answers.at(-1)).toMatchObject({ to: "texts", given: true, call: "call-1", at: since });
    expect(answers.map(({ words: said }) => said?.reveal() ?? null)).toEqual([null, null, words]);
    expect(await scene.ledger.doNotCall("another-practice")).toEqual([]);
  });

  test("nothing of another practice is shown", async () => {
    await scene.booked("call-1");
    await scene.ledger.joinWaitlist(practice, anyOpening, hide(ana), scene.next("call-1"));
    expect(await scene.ledger.merges("another-practice")).toEqual([]);
    expect(await scene.ledger.consents("another-practice", hide(ana.phone ?? ""))).toEqual([]);
  });
}
