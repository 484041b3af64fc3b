import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { lockDirectory } from "./directory-lock.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "frontdesk-lock-"));
});
afterEach(() => rm(directory, { recursive: true }));

/** What a killed process leaves: a socket file that nobody listens on. */
async function leaveDeadSocket(): Promise<void> {
  const path = join(directory, "lock");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  // Closing removes the file, unless it is elsewhere meanwhile.
  await rename(path, `${path}.away`);
  await new Promise((resolve) => server.close(resolve));
  await rename(`${path}.away`, path);
}

test("who comes second is told who has it and what to do", async () => {
  const lock = await lockDirectory(directory);
  const second = lockDirectory(directory);
  await expect(second).rejects.toThrow(`open in another process (process ${process.pid})`);
  await expect(second).rejects.toThrow("DATABASE_URL");
  await lock.release();
  await (await lockDirectory(directory)).release();
});

test("a directory that a killed process had open is free", async () => {
  await leaveDeadSocket();
  await (await lockDirectory(directory)).release();
});

test("of ten that come at once after a crash, one gets it", async () => {
  await leaveDeadSocket();
  const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(directory)));
  const locks = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
  expect(locks).toHaveLength(1);
  await locks[0]?.release();
});

test("a path too long for a socket can be locked all the same", async () => {
  const deep = join(directory, "d".repeat(120));
  await mkdir(deep);
  const lock = await lockDirectory(deep);
  await expect(lockDirectory(deep)).rejects.toThrow("another process");
  await lock.release();
});

test("the embedded database does not open a directory twice", async () => {
  const lock = await lockDirectory(directory);
  const opening = openDatabase({ dataDirectory: directory, databaseUrl: null, telemetry: quietTelemetry });
  await expect(opening).rejects.toThrow("another process");
  await lock.release();
});
