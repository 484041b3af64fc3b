// Goal: whatever becomes of a mail server and of the telephone company, each message about a booking arrives, once. Method: the
// real queue and the real clients; the emulated services fail at the first try of every job and are well at the second.
import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { textingPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { databasesUnderTest, sharedDatabase } from "../ledger/testing/test-database.ts";
import { openTestLedger } from "../ledger/testing/test-ledger.ts";
import { testMailer } from "../partners/testing/test-mailer.ts";
import { ana, LedgerScene } from "../ports/testing/ledger-scene.ts";
import { requestFaults } from "../sim/emulators/faults.ts";
import { startSmtp } from "../sim/emulators/smtp.ts";
import { testTwilio } from "../telephony/testing/test-twilio.ts";
import { letRetriesBeDue, workOff } from "./testing/work-off.ts";

const recipients = [ana.email, ...textingPractice.email.staff].sort();

for (const under of databasesUnderTest())
  describe(`messages about a booking on ${under.name}`, () => {
    const empty = sharedDatabase(under);

    test.each(requestFaults(1))("%j: none is lost, and none arrives twice", async (fault) => {
      const opened = await empty();
      const tested = await openTestLedger(opened, textingPractice);
      await using server = await startSmtp({ login: { user: "frontdesk", password: "hunter2" } });
      await using twilio = await testTwilio({ numbers: textingPractice.numbers });
      const mailer = testMailer(server.url);
      const scene = new LedgerScene(tested);
      const consent = { to: "texts", given: true } as const;
      await tested.ledger.recordConsent(
        textingPractice.id,
        hide(ana.phone ?? ""),
        consent,
        scene.next("call-1"),
      );
      await scene.booked("call-1");
      const work = () => workOff({ opened, tested, mailer, messenger: twilio.texts });

      server.setFault(fault);
      twilio.company.setFault(fault);
      await work();
      server.setFault(null);
      twilio.company.setFault(null);
      await letRetriesBeDue(opened);
      await work();

      const mails = await Promise.all(server.messages.map((message) => simpleParser(message)));
      expect(mails.map(({ to }) => (to === undefined || Array.isArray(to) ? "" : to.text)).sort()).toEqual(
        recipients,
      );
      expect(twilio.company.texts.map(({ to }) => to)).toEqual([ana.phone]);
      await mailer.close();
    });
  });
