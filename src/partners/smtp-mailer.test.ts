import { inspect } from "node:util";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { mailerContract } from "../ports/mailer.contract.ts";
import { smtpMailer } from "./smtp-mailer.ts";
import { arrivedMail } from "./testing/arrived-mail.ts";
import { startMailServer } from "./testing/mail-server.ts";

mailerContract("SMTP", {
  remembersIds: false,
  async open() {
    const server = await startMailServer();
    const mailer = smtpMailer(server.url);
    return {
      mailer,
      arrived: async () =>
        Promise.all(server.messages.map(async (message) => arrivedMail(await simpleParser(message)))),
      async [Symbol.asyncDispose]() {
        await mailer.close();
        await server[Symbol.asyncDispose]();
      },
    };
  },
});

const mail = {
  id: "1",
  from: "frontdesk@example.com",
  to: "ana@example.com",
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello</p>",
  attachments: [],
};

async function failureOf(url: string): Promise<unknown> {
  const mailer = smtpMailer(url);
  try {
    return await mailer.send(mail).catch((error: unknown) => error);
  } finally {
    await mailer.close();
  }
}

test("an address that is refused for good is not tried again, one refused for now is", async () => {
  await using forGood = await startMailServer((recipient) => `550 no such user ${recipient}`);
  await using forNow = await startMailServer(() => "451 try later");
  expect(await failureOf(forGood.url)).toMatchObject({ name: "WorldError", retryable: false });
  expect(await failureOf(forNow.url)).toMatchObject({ name: "WorldError", retryable: true });
});

test("the server's answer does not carry the address into the error", async () => {
  await using server = await startMailServer((recipient) => `550 no such user ${recipient}`);
  expect(inspect(await failureOf(server.url), { depth: 9 })).not.toContain("ana@example.com");
});

test("a server that is away is worth another try", async () => {
  const server = await startMailServer();
  await server[Symbol.asyncDispose]();
  expect(await failureOf(server.url)).toMatchObject({ name: "WorldError", retryable: true });
});
