// Goal: texts about bookings reach those who agreed to them, once, and say nothing that others may not read. Method: the real
// queue of a real database, with a messenger that remembers.
import { describe, expect, test } from "vitest";
import { textingPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { messageLog } from "../ledger/message-log.ts";
import { databasesUnderTest, sharedDatabase, type TestDatabase } from "../ledger/testing/test-database.ts";
import { openTestLedger } from "../ledger/testing/test-ledger.ts";
import { ana, granted, LedgerScene, type LedgerUnderTest } from "../ports/testing/ledger-scene.ts";
import type { TextMessage, TextMessenger } from "../ports/text-messenger.ts";
import { WorldError } from "../ports/world-error.ts";
import { letRetriesBeDue, workOff } from "./testing/work-off.ts";

const phone = hide(ana.phone ?? "");

/** What was sent until every job had been tried. */
async function worked(
  opened: TestDatabase,
  tested: LedgerUnderTest,
  send: TextMessenger["send"] = async () => "sent",
) {
  const sent: TextMessage[] = [];
  const messenger: TextMessenger = {
    async send(message) {
      const outcome = await send(message);
      sent.push(message);
      return outcome;
    },
  };
  const mailer = { send: async () => {}, close: async () => {} };
  return { sent, telemetry: await workOff({ opened, tested, mailer, messenger }) };
}

for (const under of databasesUnderTest())
  describe(`texts about bookings on ${under.name}`, () => {
    const empty = sharedDatabase(under);

    async function scene(consent: boolean | null) {
      const opened = await empty();
      const tested = await openTestLedger(opened, textingPractice);
      const told = new LedgerScene(tested);
      const { ledger } = tested;
      const agreed = { to: "texts", given: consent ?? false } as const;
      if (consent !== null)
        await ledger.recordConsent(textingPractice.id, phone, agreed, told.next("call-1"));
      return { opened, tested, told };
    }

    test("who agreed to texts gets one about the booking, from the practice's number", async () => {
      const world = await scene(true);
      const { confirmation } = await world.told.booked("call-1");
      const { sent } = await worked(world.opened, world.tested);
      expect(sent).toMatchObject([{ from: textingPractice.numbers[0] }]);
      expect(sent[0]?.to.reveal()).toBe(ana.phone);
      expect(sent[0]?.text).toContain(`Confirmation number ${confirmation}.`);
    });

    test("it says neither who, nor with whom, nor what for", async () => {
      const world = await scene(true);
      await world.told.booked("call-1");
      const { sent } = await worked(world.opened, world.tested);
      const names = [...textingPractice.resources, ...textingPractice.offerings].map(({ name }) => name);
      for (const word of [ana.given, ana.family, ...names]) expect(sent[0]?.text).not.toContain(word);
      expect(sent[0]?.text.length).toBeLessThanOrEqual(160);
    });

    test.each([null, false])("who has answered %j to texts gets none", async (consent) => {
      const world = await scene(consent);
      await world.told.booked("call-1");
      expect((await worked(world.opened, world.tested)).sent).toEqual([]);
    });

    test("who agrees when it is booked gets the text, however often the answer is kept", async () => {
      const world = await scene(null);
      const { id, confirmation } = await world.told.booked("call-1");
      expect((await worked(world.opened, world.tested)).sent).toEqual([]);
      const words = hide({ asked: "May we text you?", answered: "yes" });
      const agreed = { phone, given: true, words, booking: id };
      for (const key of [world.told.next("call-1"), world.told.next("call-1")])
        await world.tested.ledger.answerTexts(textingPractice.id, agreed, key);
      const { sent } = await worked(world.opened, world.tested);
      expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining(confirmation)]);
    });

    test("what has become of each message can be looked up", async () => {
      const world = await scene(true);
      const { confirmation: number } = await world.told.booked("call-1");
      const log = () => messageLog(world.opened.database).list(textingPractice.id);
      expect((await log()).map(({ state }) => state)).toEqual(Array(4).fill("waiting"));
      const away = new WorldError("twilio", "sending a text", { retryable: true });
      await worked(world.opened, world.tested, () => Promise.reject(away));
      const found = await log();
      expect(found.filter(({ channel }) => channel === "email")).toEqual(
        Array(3).fill(expect.objectContaining({ about: "booked", number, state: "done", outcome: "sent" })),
      );
      expect(found.filter(({ channel }) => channel === "text")).toMatchObject([
        { recipient: "person", number, state: "again", outcome: null, doneAt: null },
      ]);
      expect(await messageLog(world.opened.database).list("another-practice")).toEqual([]);
    });

    test("who takes it back before the text is sent gets none", async () => {
      const world = await scene(true);
      await world.told.booked("call-1");
      await world.tested.ledger.stopCalling(textingPractice.id, phone, world.told.next("call-2"));
      const { sent, telemetry } = await worked(world.opened, world.tested);
      expect(sent).toEqual([]);
      expect(telemetry.counted("texts_sent_total", { outcome: "notWanted" })).toBe(1);
    });

    test("a booking that is moved before its first text sends one about how it stands", async () => {
      const world = await scene(true);
      const booking = await world.told.booked("call-1");
      const { hold } = await world.told.held(
        await world.told.later(booking.start, 1),
        world.told.next("call-1"),
      );
      granted(await world.tested.ledger.reschedule(booking, hold, world.told.next("call-1")));
      const { sent } = await worked(world.opened, world.tested);
      expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining("has a new time")]);
    });

    test("a failure that passes is tried again and not reported as sent", async () => {
      const world = await scene(true);
      await world.told.booked("call-1");
      const away = new WorldError("twilio", "sending a text", { retryable: true });
      const { telemetry } = await worked(world.opened, world.tested, () => Promise.reject(away));
      expect(telemetry.counted("texts_sent_total", { outcome: "failed" })).toBe(1);
      await letRetriesBeDue(world.opened);
      expect((await worked(world.opened, world.tested)).sent).toHaveLength(1);
    });

    test("who told the telephone company STOP has taken the consent back", async () => {
      const world = await scene(true);
      await world.told.booked("call-1");
      const { telemetry } = await worked(world.opened, world.tested, async () => "optedOut");
      expect(telemetry.counted("texts_sent_total", { outcome: "optedOut" })).toBe(1);
      expect(await world.tested.ledger.consent(textingPractice.id, phone, "texts")).toBe(false);
      expect(JSON.stringify(telemetry.everything())).not.toContain(phone.reveal());
    });
  });
