import { beforeEach, expect, test } from "vitest";
import { textingPractice } from "../core/practice/testing/test-practice.ts";
import type { BookingId } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import { ana, bornAs, granted, LedgerScene, type OpenLedger } from "./testing/ledger-scene.ts";

const practice = textingPractice.id;
const phone = hide("(503) 555-0111");
const words = hide({ asked: "May we text you?", answered: "yes please" });

/** What every ledger promises about texts: who agrees is told so, nobody else is, and the last word counts. */
export function textsContract(open: OpenLedger): void {
  let scene: LedgerScene;
  beforeEach(async () => {
    scene = new LedgerScene(await open(textingPractice));
  });

  const answer = (given: boolean, booking: BookingId | null, call = "call-1") =>
    scene.ledger.answerTexts(practice, { phone, given, words, booking }, scene.next(call));
  const messages = async (confirmation: string) =>
    (await scene.ledger.bookingByConfirmation(practice, confirmation))?.messages;

  test("whoever was never asked may be, and with a yes the booking is texted about", async () => {
    const { id, confirmation, ...booking } = await scene.booked("call-1");
    expect(booking).toMatchObject({ messages: ["email"], mayAskToText: true });
    await answer(true, id);
    expect(await messages(confirmation)).toEqual(["email", "text"]);
    expect(await scene.ledger.consent(practice, hide(ana.phone ?? ""), "texts")).toBe(true);
  });

  test("a repeated yes changes nothing, also after the owner has changed their mind", async () => {
    const { id, confirmation } = await scene.booked("call-1");
    const key = scene.next("call-1");
    const agreed = { phone, given: true, words, booking: id };
    await scene.ledger.answerTexts(practice, agreed, key);
    await answer(false, null, "call-2");
    await scene.ledger.answerTexts(practice, agreed, key);
    expect(await scene.ledger.consent(practice, phone, "texts")).toBe(false);
    expect(await messages(confirmation)).toEqual(["email", "text"]);
  });

  test.each([true, false])(
    "whoever has answered %j is not asked again, in this call or another",
    async (given) => {
      await answer(given, null);
      const told = { messages: given ? ["email", "text"] : ["email"], mayAskToText: false };
      const booking = await scene.booked("call-1");
      expect(booking).toMatchObject(told);
      await scene.identified("call-2", bornAs());
      const { hold } = await scene.held(await scene.later(booking.start, 1), scene.next("call-2"));
      expect(await scene.ledger.reschedule(booking, hold, scene.next("call-2"))).toMatchObject(told);
    },
  );

  test("a booking that is moved is texted about to who agrees after the move", async () => {
    const booking = await scene.booked("call-1");
    const { hold } = await scene.held(await scene.later(booking.start, 1), scene.next("call-1"));
    const moved = granted(await scene.ledger.reschedule(booking, hold, scene.next("call-1")));
    expect(moved).toMatchObject({ messages: ["email"], mayAskToText: true });
    await answer(true, moved.id);
    expect(await messages(moved.confirmation)).toEqual(["email", "text"]);
  });

  test("a call can have no booking texted about that is not its own, or is cancelled", async () => {
    const booking = await scene.booked("call-1");
    await answer(true, booking.id, "call-2");
    expect(await messages(booking.confirmation)).toEqual(["email"]);
    await answer(false, null, "call-2");
    await scene.ledger.cancelBooking(booking, null, scene.next("call-1"));
    await answer(true, booking.id);
    expect(await messages(booking.confirmation)).toEqual(["email"]);
  });

  test("whoever is not to be called is not to be texted", async () => {
    await answer(true, null);
    await scene.ledger.stopCalling(practice, phone, scene.next("call-1"));
    expect(await scene.ledger.consent(practice, phone, "texts")).toBe(false);
    expect(await scene.booked("call-2")).toMatchObject({ messages: ["email"], mayAskToText: false });
  });

  test("a practice that sends no texts asks nobody", async () => {
    scene.changePractice({ ...textingPractice, texts: false });
    await answer(true, null);
    expect(await scene.booked("call-1")).toMatchObject({ messages: ["email"], mayAskToText: false });
  });
}
