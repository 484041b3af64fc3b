import { inspect } from "node:util";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { mailerContract } from "../ports/mailer.contract.ts";
import type { Fault } from "../sim/emulators/faults.ts";
import { startSmtp } from "../sim/emulators/smtp.ts";
import { arrivedMail } from "./testing/arrived-mail.ts";
import { testMailer } from "./testing/test-mailer.ts";

mailerContract("SMTP", {
  remembersIds: false,
  async open() {
    const server = await startSmtp();
    const mailer = testMailer(server.url);
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

async function failureOf(sending: Promise<void>): Promise<unknown> {
  return await sending.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

async function failureWith(url: string): Promise<unknown> {
  const mailer = testMailer(url);
  try {
    return await failureOf(mailer.send(mail));
  } finally {
    await mailer.close();
  }
}

test("an address that is refused for good is not tried again, one refused for now is", async () => {
  await using forGood = await startSmtp({ refusal: (recipient) => `550 no such user ${recipient}` });
  await using forNow = await startSmtp({ refusal: () => "451 try later" });
  expect(await failureWith(forGood.url)).toMatchObject({ name: "WorldError", retryable: false });
  expect(await failureWith(forNow.url)).toMatchObject({ name: "WorldError", retryable: true });
});

test("the server's answer does not carry the address into the error", async () => {
  await using server = await startSmtp({ refusal: (recipient) => `550 no such user ${recipient}` });
  expect(inspect(await failureWith(server.url), { depth: 9 })).not.toContain("ana@example.com");
});

test("a text that is no address is refused for good", async () => {
  await using server = await startSmtp();
  const mailer = testMailer(server.url);
  expect(await failureOf(mailer.send({ ...mail, to: "ana at home" }))).toMatchObject({ retryable: false });
  await mailer.close();
});

test("bad addresses say nothing about the server: after many of them a good one gets its mail", async () => {
  await using server = await startSmtp({ refusal: (to) => (to.startsWith("nobody") ? "550 no" : null) });
  const mailer = testMailer(server.url);
  for (let number = 0; number < 9; number++)
    await failureOf(mailer.send({ ...mail, to: `nobody${number}@example.com` }));
  await mailer.send(mail);
  expect(server.messages).toHaveLength(1);
  await mailer.close();
});

const login = { user: "frontdesk", password: "hunter2" };

test.each<[fault: Fault, what: string]>([
  ["refuse", "closes at once"],
  ["mute", "never greets"],
  ["garbage", "is no mail server"],
  [{ tooMany: 60 }, "has too many connections"],
  ["unauthorized", "refuses the password"],
  ["serverError", "has an error of its own"],
  ["dropInTheMiddle", "breaks off within the mail"],
  [{ stallAfterBytes: 0 }, "never answers the mail"],
])("%j: a server that %s is worth another try, and the mail is not given up", async (fault) => {
  await using server = await startSmtp({ login });
  const mailer = testMailer(server.url);
  server.setFault(fault);
  const error = await failureOf(mailer.send(mail));
  expect(error).toMatchObject({ name: "WorldError", retryable: true });
  expect(inspect(error, { depth: 9 })).not.toMatch(/ana@example|hunter2/);
  server.setFault(null);
  await mailer.send(mail);
  expect(server.messages).toHaveLength(1);
  await mailer.close();
});

test("a server that is away is worth another try", async () => {
  const server = await startSmtp();
  await server[Symbol.asyncDispose]();
  expect(await failureWith(server.url)).toMatchObject({ name: "WorldError", retryable: true });
});

test("a server that fails again and again is left alone for a while, and its mails wait", async () => {
  await using server = await startSmtp();
  const mailer = testMailer(server.url);
  server.setFault("refuse");
  for (let number = 0; number < 5; number++) await failureOf(mailer.send(mail));
  const connections = server.connections;
  expect(await failureOf(mailer.send(mail))).toMatchObject({ retryable: true });
  expect(server.connections).toBe(connections);
  await mailer.close();
});

test("a password that is changed while we run is used from the next mail on", async () => {
  await using before = await startSmtp({ login });
  await using after = await startSmtp({ login: { user: "frontdesk", password: "hunter3" } });
  let url = before.url;
  const mailer = testMailer({ current: () => url, accepted: () => [url] });
  await mailer.send(mail);
  url = after.url;
  await mailer.send({ ...mail, id: "2" });
  expect([before.messages.length, after.messages.length]).toEqual([1, 1]);
  await mailer.close();
});
