import { beforeEach, expect, test } from "vitest";
import type { Proof } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import type { RequestId } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import { ben } from "./testing/garage-customer.ts";
import { ana, bornAs, civic, key, LedgerScene, type OpenLedger } from "./testing/ledger-scene.ts";

const practice = testPractice.id;
const phone = "(503) 555-0111";

/** What every ledger promises about whom a number belongs to, what proves it, and how often it may be tried. */
export function proofsContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open());
  });

  const identify = (call: string, proof: Proof) =>
    scene.ledger.identify(practice, hide(proof), scene.next(call));

  test("a number is known in any spelling and leads to all of its family, by given name alone", async () => {
    const { person } = await scene.booked("call-1", { phone });
    scene.clock.advance(1000);
    const other = await scene.booked("call-1", {
      phone: "+15035550111",
      given: "Tom",
      dateOfBirth: "2015-03-04",
    });
    const known = [
      { person, given: "Ana" },
      { person: other.person, given: "Tom" },
    ];
    for (const spelled of ["+15035550111", "503.555.0111", "1 503 555 0111", "5035550111 ext 7"])
      expect((await scene.ledger.whoCalls(practice, hide(spelled))).reveal(), spelled).toEqual(known);
    expect((await scene.ledger.whoCalls(practice, hide("+15035550112"))).reveal()).toEqual([]);
    expect((await scene.ledger.whoCalls("another-practice", hide(phone))).reveal()).toEqual([]);
  });

  test.each<[name: string, proof: Proof, proves: boolean]>([
    ["their plate", { kind: "plate", phone, plate: "abc-123" }, true],
    ["another plate", { kind: "plate", phone, plate: "ABC 124" }, false],
    ["no plate", { kind: "plate", phone, plate: "" }, false],
    ["their plate from another number", { kind: "plate", phone: "+15035550112", plate: "ABC 123" }, false],
    ["their name and ZIP code", { kind: "familyAndZip", phone, family: "OAKES", zip: "97205-1234" }, true],
    ["another ZIP code", { kind: "familyAndZip", phone, family: "Oakes", zip: "97206" }, false],
    ["no ZIP code", { kind: "familyAndZip", phone, family: "Oakes", zip: "" }, false],
    ["another name", { kind: "familyAndZip", phone, family: "Oats", zip: "97205" }, false],
    ["the last six of the VIN", { kind: "vinTail", phone, tail: "500017" }, true],
    ["the whole VIN", { kind: "vinTail", phone, tail: "2hgfc2f59jh500017" }, true],
    ["the last five of the VIN", { kind: "vinTail", phone, tail: "00017" }, false],
    ["others of the VIN", { kind: "vinTail", phone, tail: "500018" }, false],
  ])("who calls from their number and gives %s", async (_name, proof, proves) => {
    const { person } = await scene.booked("call-1", ben);
    const found = await identify("call-2", proof);
    if (!proves) return expect(found).toBe("new");
    expect(found).toMatchObject({ person });
    const { vehicles } = typeof found === "string" ? expect.unreachable() : found;
    expect(vehicles.reveal()).toMatchObject([{ ...civic, id: expect.any(String) }]);
  });

  test("two of one number, name and ZIP code are told apart by another proof", async () => {
    await scene.booked("call-1", ben);
    const { person } = await scene.booked("call-2", {
      ...ben,
      given: "Lee",
      vehicle: { ...civic, vin: null, plate: "LEE 1" },
    });
    expect(await identify("call-3", { kind: "familyAndZip", phone, family: "Oakes", zip: "97205" })).toBe(
      "ambiguous",
    );
    expect(await identify("call-3", { kind: "plate", phone, plate: "LEE 1" })).toMatchObject({ person });
  });

  test("after three proofs that failed, even the right one is not looked at in that call", async () => {
    await scene.booked("call-1");
    for (const given of ["Ann", "Anna", "Hannah"])
      expect(await identify("call-2", bornAs({ ...ana, given }))).toBe("new");
    expect(await identify("call-2", bornAs())).toBe("locked");
    expect(await identify("call-3", bornAs())).toMatchObject({ person: expect.any(String) });
  });

  test.each<[name: string, wrong: Proof, right: Proof]>([
    ["name", bornAs({ ...ana, dateOfBirth: "1980-01-03" }), bornAs()],
    [
      "number",
      { kind: "plate", phone, plate: "ABC 124" },
      { kind: "plate", phone: "5035550111", plate: "ABC 123" },
    ],
  ])(
    "three wrong proofs for one %s within an hour, from any call, lock it for every call",
    async (_, wrong, right) => {
      await scene.booked("call-1", { vehicle: civic });
      for (const call of ["call-2", "call-3", "call-4"]) {
        expect(await identify(call, wrong)).toBe("new");
        scene.clock.advance(10 * 60_000);
      }
      expect(await identify("call-5", right)).toBe("locked");
      expect(await identify("call-5", bornAs({ ...ana, given: "Somebody" }))).toBe("new");
      scene.clock.advance(30 * 60_000);
      expect(await identify("call-6", right)).toMatchObject({ person: expect.any(String) });
    },
  );

  test("the right proof makes wrong ones before it forgotten", async () => {
    await scene.booked("call-1");
    const wrong = bornAs({ ...ana, dateOfBirth: "1980-01-03" });
    for (const call of ["call-2", "call-3"]) {
      expect(await identify(call, wrong)).toBe("new");
      expect(await identify(call, wrong)).toBe("new");
      expect(await identify(call, bornAs())).toMatchObject({ person: expect.any(String) });
    }
  });

  test("who is not on file can be missed by any number of calls", async () => {
    for (let calls = 1; calls <= 5; calls += 1) expect(await identify(`call-${calls}`, bornAs())).toBe("new");
    await scene.booked("call-6");
    expect(await identify("call-7", bornAs())).toMatchObject({ person: expect.any(String) });
  });

  test("a proof that is delivered again is neither looked at nor counted again", async () => {
    await scene.booked("call-1");
    const wrong = { ...bornAs(), dateOfBirth: "1980-01-03" } as Proof;
    const prove = (request: RequestId) =>
      scene.ledger.identify(practice, hide(wrong), key("call-2", request));
    for (const request of [1, 1, 1, 1, 2, 2]) expect(await prove(request)).toBe("new");
    expect(await identify("call-2", bornAs())).toMatchObject({ person: expect.any(String) });
  });
}
