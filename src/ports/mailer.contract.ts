import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Mail, Mailer } from "./mailer.ts";

/** A mail as it arrived. */
export interface ArrivedMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
}

export interface MailerUnderTest extends AsyncDisposable {
  readonly mailer: Mailer;
  arrived(): Promise<readonly ArrivedMail[]>;
}

const mail: Mail = {
  id: "booked/1/person",
  from: "frontdesk@example.com",
  to: "ana@example.com",
  subject: "Your appointment on Monday, März 2",
  text: "See you on Monday.\nCedar Hill Clinic",
  html: "<p>See you on <b>Monday</b>.</p>",
  attachments: [
    { name: "appointment.ics", type: "text/calendar; method=PUBLISH", content: "BEGIN:VCALENDAR" },
  ],
};

/**
 * What every mailer promises. Exactly once for an id holds for mailers that remember ids; a mail server does not, so with
 * `remembersIds: false` a repetition must at least be recognisable by its Message-ID.
 */
export function mailerContract(
  name: string,
  options: { remembersIds: boolean; open: () => Promise<MailerUnderTest> },
): void {
  describe(`mailer: ${name}`, () => {
    let opened: MailerUnderTest;
    beforeEach(async () => {
      opened = await options.open();
    });
    afterEach(() => opened[Symbol.asyncDispose]());

    test("a mail arrives whole", async () => {
      await opened.mailer.send(mail);
      const [arrived] = await opened.arrived();
      expect(arrived).toMatchObject({ from: mail.from, to: [mail.to], subject: mail.subject });
      expect(arrived?.text.trim()).toBe(mail.text);
      expect(arrived?.html.trim()).toBe(mail.html);
      expect(arrived?.attachments).toMatchObject([{ name: "appointment.ics", content: "BEGIN:VCALENDAR" }]);
    });

    test("a repeated id is no second mail", async () => {
      await opened.mailer.send(mail);
      await opened.mailer.send(mail);
      const arrived = await opened.arrived();
      expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(1);
      if (options.remembersIds) expect(arrived).toHaveLength(1);
    });

    test("mails with different ids are different mails", async () => {
      await Promise.all([opened.mailer.send(mail), opened.mailer.send({ ...mail, id: "booked/2/person" })]);
      expect(new Set((await opened.arrived()).map(({ messageId }) => messageId)).size).toBe(2);
    });

    test("an address can name one recipient only, and no header of its own", async () => {
      const to = "ana@example.com, eve@example.com\r\nBcc: mallory@example.com";
      await opened.mailer.send({ ...mail, to }).catch(() => {});
      for (const arrived of await opened.arrived()) {
        expect(arrived.to.length).toBeLessThanOrEqual(1);
        expect(arrived.to).not.toContain("mallory@example.com");
      }
    });
  });
}
