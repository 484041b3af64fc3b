import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { openDatabase } from "../ledger/database.ts";
import { openLedger } from "../ledger/ledger.ts";
import { buriedQueue, openOutbox } from "../ledger/outbox.ts";
import { quietTelemetry } from "../ledger/testing/quiet-telemetry.ts";
import {
  type DatabaseUnderTest,
  databasesUnderTest,
  type PreparedDatabase,
} from "../ledger/testing/test-database.ts";
import { testKeys } from "../ledger/testing/test-ledger.ts";
import { fileMailer } from "../partners/file-mailer.ts";
import { testMailer } from "../partners/testing/test-mailer.ts";
import type { Mailer } from "../ports/mailer.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { startSmtp } from "../sim/emulators/smtp.ts";
import { startWorker } from "./worker.ts";

const recipients = ["ana@example.com", "manager@example.com", "staff@example.com"];
const program = fileURLToPath(new URL("./testing/book-and-wait.ts", import.meta.url));

for (const under of databasesUnderTest())
  describe(`mail of a booking on ${under.name}`, () => mailOfBooking(under));

function mailOfBooking(under: DatabaseUnderTest): void {
  let prepared: PreparedDatabase;
  let mailDirectory: string;
  beforeEach(async () => {
    prepared = await under.prepare();
    mailDirectory = await mkdtemp(join(tmpdir(), "frontdesk-mail-"));
  });
  afterEach(async () => {
    await prepared[Symbol.asyncDispose]();
    await rm(mailDirectory, { recursive: true });
  });

  /** Runs the program until it says that it is there, and kills it as no program can notice. */
  async function bookAndDie(how: "book" | "send"): Promise<void> {
    const child = spawn(process.execPath, [program, how, JSON.stringify(prepared.settings)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    expect(String(said[0])).toMatch(/committed|sending/);
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** Works with the real queue until the mailer was asked `attempts` times, then stops. */
  async function work(mailer: Mailer, attempts: number, before = async (_database: Started) => {}) {
    await using started = await start();
    await before(started);
    const enough = Promise.withResolvers<void>();
    let left = attempts;
    const counting: Mailer = {
      async send(mail) {
        try {
          await mailer.send(mail);
        } finally {
          left -= 1;
          if (left <= 0) enough.resolve();
        }
      },
      close: () => mailer.close(),
    };
    if (left <= 0) enough.resolve();
    const messenger = { send: async () => "sent" as const };
    const worker = await startWorker({ ...started, mailer: counting, messenger, telemetry: quietTelemetry });
    await enough.promise;
    await worker.close();
    return started.database.query<{ state: string; name: string }>("SELECT name, state::text FROM jobs.job");
  }

  type Started = Awaited<ReturnType<typeof start>>;
  async function start() {
    const database = await openDatabase({ ...prepared.settings, telemetry: quietTelemetry });
    const outbox = await openOutbox({ database, telemetry: quietTelemetry });
    const clock = new VirtualClock();
    const practices = new Map([[testPractice.id, testPractice]]);
    const context = { database, practices, clock, keys: testKeys, outbox, telemetry: quietTelemetry };
    return {
      ...context,
      ledger: openLedger(context),
      async [Symbol.asyncDispose]() {
        await outbox.close();
        await database.close();
      },
    };
  }

  async function arrived(): Promise<readonly string[]> {
    const names = await readdir(mailDirectory);
    const mails = await Promise.all(
      names.map(async (name) => simpleParser(await readFile(join(mailDirectory, name)))),
    );
    return mails.flatMap(({ to }) => (to === undefined || Array.isArray(to) ? [] : [to.text])).sort();
  }

  test("killed between commit and delivery, nothing is lost and each mail goes out once", async () => {
    await bookAndDie("book");
    const jobs = await work(fileMailer(mailDirectory), 3);
    expect(await arrived()).toEqual(recipients);
    expect(jobs.filter(({ state }) => state !== "completed")).toEqual([]);
    await work(fileMailer(mailDirectory), 0);
    expect(await arrived()).toEqual(recipients);
  });

  test("killed in the middle of a delivery, the mail goes out when its time has run out", async () => {
    await bookAndDie("send");
    const jobs = await work(fileMailer(mailDirectory), 3, async ({ database, outbox }) => {
      // Two minutes pass for the job that the dead process has in hand, which is then found by the next pass.
      await database.query(
        "UPDATE jobs.job SET started_on = now() - interval '2 minutes' WHERE state = 'active'",
      );
      await database.query("UPDATE jobs.queue SET monitor_on = NULL");
      await outbox.boss.supervise();
      await database.query("UPDATE jobs.job SET start_after = now() WHERE state = 'retry'");
    });
    expect(await arrived()).toEqual(recipients);
    expect(jobs.filter(({ state }) => state !== "completed")).toEqual([]);
  });

  test("a bad address is buried alone: the others get one copy each", async () => {
    await bookAndDie("book");
    await using server = await startSmtp({ refusal: (to) => (to.startsWith("manager") ? "550 no" : null) });
    const mailer = testMailer(server.url);
    const jobs = await work(mailer, 3);
    await mailer.close();
    expect(server.messages).toHaveLength(2);
    expect(jobs.filter(({ state }) => state === "completed")).toHaveLength(2);
    expect(jobs.filter(({ name }) => name === buriedQueue)).toHaveLength(1);
  });
}
