import { beforeEach, expect, test } from "vitest";
import type { PersonDetails, Proof } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import type { Preferences } from "./ledger.ts";
import { ben, home } from "./testing/garage-customer.ts";
import { ana, anyOpening, civic, key, LedgerScene, type OpenLedger } from "./testing/ledger-scene.ts";

const practice = testPractice.id;
const phone = "(503) 555-0111";

/** What every ledger promises about people, their vehicles and whom a call may touch. */
export function peopleContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  const identify = (call: string, proof: Proof) =>
    scene.ledger.identify(practice, hide(proof), scene.next(call));

  test("a person is known by name and date of birth, however the name is written", async () => {
    const asked = { given: "Zoë", family: "O'Neil", dateOfBirth: "1990-05-06" };
    const proof = (who: typeof asked): Proof => ({ kind: "nameAndBirth", ...who });
    expect(await identify("call-2", proof(asked))).toBe("new");
    const { person } = await scene.booked("call-1", asked);
    const found = await scene.identified("call-2", proof({ ...asked, given: "zoe", family: "ONEIL" }));
    expect(found).toMatchObject({ person });
    expect(found.details.reveal()).toMatchObject({ ...ana, ...asked });
    expect(await identify("call-3", proof({ ...asked, dateOfBirth: "1990-06-05" }))).toBe("new");
    expect(await scene.ledger.identify("another-practice", hide(proof(asked)), key("call-3", 1))).toBe("new");
  });

  test("a call reads only what belongs to whom it has proved to be or has created", async () => {
    const { person } = await scene.booked("call-1", ben);
    for (const call of ["call-1", "call-2"]) {
      const allowed = call === "call-1";
      expect((await scene.ledger.listBookings(practice, person, scene.next(call))) !== "notAllowed").toBe(
        allowed,
      );
      expect((await scene.ledger.askStatus(practice, person, scene.next(call))) !== "notAllowed").toBe(
        allowed,
      );
      expect((await scene.ledger.preferences(practice, person, scene.next(call))) !== "notAllowed").toBe(
        allowed,
      );
    }
    await scene.identified("call-2", { kind: "plate", phone, plate: "ABC 123" });
    expect(await scene.ledger.listBookings(practice, person, scene.next("call-2"))).toHaveLength(1);
  });

  test("who books under a name on file may touch that booking and nothing else of the person", async () => {
    const first = await scene.booked("call-1");
    const second = await scene.booked("call-2");
    expect(second.person).toBe(first.person);
    expect(await scene.ledger.listBookings(practice, first.person, scene.next("call-2"))).toBe("notAllowed");
    expect(await scene.ledger.cancelBooking(first, null, scene.next("call-2"))).toBe("notAllowed");
    expect(await scene.ledger.cancelBooking(second, null, scene.next("call-2"))).toMatchObject({
      state: "cancelled",
    });
  });

  test("after a proof, what is given anew replaces what is on file, and what is not given stays", async () => {
    const first = await scene.booked("call-1");
    await scene.identified("call-2");
    const again = await scene.firstOpening({ offering: "followUp" });
    const second = await scene.booked("call-2", { phone: "+15035550122", email: null }, again);
    expect(second.person).toBe(first.person);
    expect((await scene.identified("call-3")).details.reveal()).toEqual({ ...ana, phone: "+15035550122" });
  });

  test("without a proof, a booking changes nothing that is on file", async () => {
    const first = await scene.booked("call-1");
    const second = await scene.booked("call-2", { phone: "+15035550122", email: "other@example.com" });
    expect(second.person).toBe(first.person);
    expect((await scene.identified("call-3")).details.reveal()).toEqual(ana);
    const record = await scene.ledger.bookingByConfirmation(practice, second.confirmation);
    expect(record?.details.reveal().phone).toBe("+15035550122");
  });

  test("nobody makes a proof of being somebody by booking under their name", async () => {
    const first = await scene.booked("call-1", ben);
    const vehicle = { ...civic, plate: "EVIL 1", vin: "1HGCM82633A004352" };
    const second = await scene.booked("call-2", { ...ben, vehicle, address: { ...home, zip: "97299" } });
    expect(second.person).toBe(first.person);
    expect(await identify("call-2", { kind: "plate", phone, plate: "EVIL 1" })).toBe("new");
    expect(await identify("call-2", { kind: "vinTail", phone, tail: "004352" })).toBe("new");
    expect(await identify("call-2", { kind: "familyAndZip", phone, family: "Oakes", zip: "97299" })).toBe(
      "new",
    );
  });

  test("a VIN that is another owner's is not taken over with a vehicle of one's own", async () => {
    await scene.booked("call-1", ben);
    const lee = { ...ben, given: "Lee", phone: "+15035550122" };
    const own = { ...civic, plate: "LEE 1", vin: null };
    await scene.booked("call-2", { ...lee, vehicle: own });
    await scene.booked("call-2", { ...lee, vehicle: { ...own, vin: civic.vin, mileage: 7 } });
    const { vehicles } = await scene.identified("call-3", {
      kind: "plate",
      phone: lee.phone,
      plate: "LEE 1",
    });
    expect(vehicles.reveal()).toEqual([{ ...own, mileage: 7, id: expect.any(String) }]);
  });

  test("without dates of birth, name and number make a person, in the same call the name alone", async () => {
    const first = await scene.booked("call-1", ben);
    expect((await scene.booked("call-2", { ...ben, phone })).person).toBe(first.person);
    expect((await scene.booked("call-1", { ...ben, phone: "+15035550122" })).person).toBe(first.person);
    expect((await scene.booked("call-3", { ...ben, phone: "+15035550133" })).person).not.toBe(first.person);
    expect((await scene.booked("call-4", { ...ben, given: "Bea" })).person).not.toBe(first.person);
  });

  test("one VIN is one vehicle, and one plate of one owner too", async () => {
    const vehicleOf = async (call: string, details: PersonDetails) => {
      const { confirmation } = await scene.booked(call, details);
      const record = await scene.ledger.bookingByConfirmation(practice, confirmation);
      return record?.details.reveal().vehicle?.id ?? expect.unreachable();
    };
    const first = await vehicleOf("call-1", ben);
    const news = { ...civic, mileage: 52_000, plate: null };
    expect(await vehicleOf("call-1", { ...ben, vehicle: news })).toBe(first);
    expect(await vehicleOf("call-1", { ...ben, vehicle: { ...civic, vin: null, plate: "ABC123" } })).toBe(
      first,
    );
    expect(await vehicleOf("call-1", { ...ben, vehicle: { ...civic, vin: null, plate: "XYZ 9" } })).not.toBe(
      first,
    );
    const lee = { ...ben, given: "Lee", phone: "+15035550122" };
    expect(await vehicleOf("call-2", { ...lee, vehicle: { ...civic, make: "Ford", plate: "LEE 1" } })).toBe(
      first,
    );
    const { vehicles } = await scene.identified("call-3", { kind: "vinTail", phone, tail: "500017" });
    expect(vehicles.reveal()).toContainEqual({ ...civic, plate: "ABC123", id: first });
    expect(await identify("call-3", { kind: "plate", phone: lee.phone, plate: "LEE 1" })).toBe("new");
  });

  test("how far the work is: one state a vehicle, since it began", async () => {
    const { person, confirmation } = await scene.booked("call-1", ben);
    const record = await scene.ledger.bookingByConfirmation(practice, confirmation);
    const vehicle = record?.details.reveal().vehicle?.id ?? expect.unreachable();
    const status = () => scene.ledger.askStatus(practice, person, scene.next("call-1"));
    expect(await status()).toEqual([]);
    await scene.ledger.setStatus(practice, { vehicle, state: "inWork" });
    const since = scene.clock.now();
    scene.clock.advance(60_000);
    await scene.ledger.setStatus(practice, { vehicle, state: "inWork" });
    expect(await status()).toEqual([{ vehicle: "2018 Honda Civic", state: "inWork", since }]);
    await scene.ledger.setStatus(practice, { vehicle, state: "ready" });
    expect(await status()).toEqual([{ vehicle: "2018 Honda Civic", state: "ready", since: since + 60_000 }]);
  });

  test("who waits is created or found like who books, and their ticket is made once", async () => {
    const join = () => scene.ledger.joinWaitlist(practice, anyOpening, hide(ana), key("call-1", 1));
    const ticket = await join();
    expect(await join()).toBe(ticket);
    expect(await scene.ledger.waiting(practice)).toMatchObject([
      { ticket, practice, wanted: anyOpening, offered: null },
    ]);
    expect(await scene.ledger.waiting("another-practice")).toEqual([]);
    expect(await scene.identified("call-2")).toMatchObject({ person: (await scene.booked("call-1")).person });
  });

  test("the newest answer of a number's owner counts, in any spelling of the number", async () => {
    const answer = () => scene.ledger.consent(practice, hide("+15035550111"), "calls");
    expect(await answer()).toBeNull();
    await scene.ledger.recordConsent(practice, hide(phone), { to: "calls", given: true }, key("call-1", 1));
    expect(await answer()).toBe(true);
    await scene.ledger.stopCalling(practice, hide("503 555 0111"), key("call-2", 1));
    expect(await answer()).toBe(false);
    await scene.ledger.recordConsent(practice, hide(phone), { to: "calls", given: true }, key("call-1", 1));
    expect(await answer()).toBe(false);
    expect(await scene.ledger.consent(practice, hide(phone), "recording")).toBeNull();
    expect(await scene.ledger.consent("another-practice", hide(phone), "calls")).toBeNull();
  });

  test("preferences are the person's own, and what is not said stays", async () => {
    const { person } = await scene.booked("call-1");
    const none: Preferences = { language: null, channel: null, reminders: null, favorite: null };
    const read = async () => scene.ledger.preferences(practice, person, scene.next("call-1"));
    const prefer = (call: string, some: Partial<Preferences>) =>
      scene.ledger.prefer(practice, person, hide({ ...none, ...some }), scene.next(call));
    expect(await read().then((found) => found !== "notAllowed" && found.reveal())).toEqual(none);
    expect(await prefer("call-2", { language: "es" })).toBe("notAllowed");
    expect(await prefer("call-1", { language: "es", favorite: "garcia" })).toBe("preferred");
    expect(await prefer("call-1", { reminders: false })).toBe("preferred");
    const wanted = { ...none, language: "es", favorite: "garcia", reminders: false };
    expect(await read().then((found) => found !== "notAllowed" && found.reveal())).toEqual(wanted);
  });
}
