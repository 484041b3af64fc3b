import { describe, expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { openOutbox } from "../ledger/outbox.ts";
import { quietTelemetry } from "../ledger/testing/quiet-telemetry.ts";
import { databasesUnderTest, sharedDatabase, type TestDatabase } from "../ledger/testing/test-database.ts";
import { openTestLedger } from "../ledger/testing/test-ledger.ts";
import type { Mail } from "../ports/mailer.ts";
import { ana, anyOpening, key, LedgerScene, type LedgerUnderTest } from "../ports/testing/ledger-scene.ts";
import { startWorker } from "./worker.ts";

/** Works until so many mails were sent, and tells to whom and what. */
async function sentBy({ database }: TestDatabase, { ledger, clock }: LedgerUnderTest, count: number) {
  const sent: Mail[] = [];
  const enough = Promise.withResolvers<void>();
  const mailer = {
    async send(mail: Mail) {
      sent.push(mail);
      if (sent.length === count) enough.resolve();
    },
    async close() {},
  };
  await using outbox = await openOutbox({ database, telemetry: quietTelemetry });
  const practices = new Map([[testPractice.id, testPractice]]);
  const messenger = { send: async () => "sent" as const };
  const parts = { database, outbox, ledger, clock, mailer, messenger, practices, telemetry: quietTelemetry };
  await using _worker = await startWorker(parts);
  await enough.promise;
  return sent.map(({ to, subject }) => `${to}: ${subject.split(":")[0]}`).sort();
}

const clinic = "Cedar Hill Clinic";

for (const under of databasesUnderTest())
  describe(`mails about changes on ${under.name}`, () => {
    const empty = sharedDatabase(under);

    test("a booking that is moved and cancelled before its first mail sends one about how it stands, to each", async () => {
      const opened = await empty();
      const tested = await openTestLedger(opened);
      const scene = new LedgerScene(tested);
      const booking = await scene.booked("call-1");
      const later = await scene.later(booking.start, 1);
      const { hold } = await scene.held(later, scene.next("call-1"));
      const moved = await tested.ledger.reschedule(booking, hold, scene.next("call-1"));
      if (typeof moved === "string") return expect.unreachable();
      await tested.ledger.cancelBooking(moved, hide("no time"), scene.next("call-1"));
      expect(await sentBy(opened, tested, 3)).toEqual([
        `ana@example.com: Your appointment at ${clinic} is cancelled`,
        `manager@example.com: Cancelled booking ${booking.confirmation}`,
        `staff@example.com: Cancelled booking ${booking.confirmation}`,
      ]);
    });

    test("the time of a booking that is cancelled is offered to who waits, with an address or by staff", async () => {
      const opened = await empty();
      const tested = await openTestLedger(opened);
      const scene = new LedgerScene(tested);
      const bookings = [
        await scene.booked("call-1", { email: null }),
        await scene.booked("call-1", { email: null }),
      ];
      for (const [index, email] of ["ben@example.com", null].entries()) {
        const person = hide({ ...ana, given: `Ben${index}`, email });
        await tested.ledger.joinWaitlist(testPractice.id, anyOpening, person, key(`waiting-${index}`, 1));
        tested.clock.advance(1000);
      }
      for (const booking of bookings) await tested.ledger.cancelBooking(booking, null, scene.next("call-1"));
      const sent = await sentBy(opened, tested, 7);
      expect(sent.filter((mail) => /free|earlier/.test(mail))).toEqual([
        `ben@example.com: An earlier time at ${clinic}`,
        "manager@example.com: Please call about a free time",
        "staff@example.com: Please call about a free time",
      ]);
    });
  });
