// Goal: a large file comes whole or not at all, over a bad network and several runs. Method: the real client against a server
// that redirects as releases do.
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { pacedClock } from "../../ports/testing/paced-clock.ts";
import { systemClock } from "../../runtime/runtime.ts";
import type { Fault } from "../../sim/emulators/faults.ts";
import { type FileServer, startFileServer } from "../../sim/emulators/file-server.ts";
import { openUpstream } from "../http/upstream.ts";
import { resilience, usualLimits } from "../resilience/resilience.ts";
import { download } from "./resumable-download.ts";

const file = randomBytes(200_000);
const sha256 = createHash("sha256").update(file).digest("hex");

let folder: string;
let server: FileServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-download-"));
  server = await startFileServer({ file });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Way {
  readonly attempts?: number;
  readonly digest?: string;
  readonly from?: FileServer;
}

async function fetched({ attempts = 1, digest = sha256, from = server }: Way = {}) {
  const telemetry = countingTelemetry();
  const limits = { ...usualLimits, attemptMs: 300, attempts: 1 };
  const parts = { service: "models", telemetry };
  const upstream = openUpstream({ address: from.address, limits, clock: pacedClock(), ...parts });
  const again = { ...usualLimits, attempts, backOff: { firstMs: 1, capMs: 1 } };
  const policy = resilience({ limits: again, clock: systemClock, ...parts });
  const shown: [number, number | null][] = [];
  const wanted = {
    url: `${from.release}/a/model.tar.bz2`,
    path: join(folder, "models", "model.tar.bz2"),
    sha256: digest,
    progress: (done: number, of: number | null) => shown.push([done, of]),
  };
  try {
    await download(wanted, { resilience: policy, upstream: () => upstream });
  } finally {
    await upstream.close();
  }
  return { shown, path: wanted.path };
}

const files = () => readdir(join(folder, "models"));

test("a file comes through redirects, with its progress, and appears whole", async () => {
  const { shown, path } = await fetched();
  expect(await readFile(path)).toEqual(file);
  expect(shown.at(-1)).toEqual([200_000, 200_000]);
  expect(await files()).toEqual(["model.tar.bz2"]);
});

test("comes no further → the next try goes on from there", async () => {
  server.setFault({ stallAfterBytes: 100_000 });
  await expect(fetched()).rejects.toMatchObject({ name: "WorldError", retryable: true });
  expect(await files()).toEqual(["model.tar.bz2.part"]);
  const known = (await readFile(join(folder, "models", "model.tar.bz2.part"))).length;
  expect(known).toBe(100_000);
  server.setFault(null);
  const { path } = await fetched();
  expect(server.requests.at(-1)?.headers.range).toBe(`bytes=${known}-`);
  expect(await readFile(path)).toEqual(file);
});

test("a server that does not know ranges sends it all again", async () => {
  await using simple = await startFileServer({ file, ranges: false });
  simple.setFault({ stallAfterBytes: 100_000 });
  await expect(fetched({ from: simple })).rejects.toMatchObject({ retryable: true });
  simple.setFault(null);
  const { path } = await fetched({ from: simple });
  expect(await readFile(path)).toEqual(file);
});

test("all of it had come before the last try ended: it is not asked for again in vain", async () => {
  await fetched().catch(() => undefined);
  await rm(join(folder, "models", "model.tar.bz2"));
  await writeFile(join(folder, "models", "model.tar.bz2.part"), file);
  const { path } = await fetched();
  expect(await readFile(path)).toEqual(file);
});

test("what is there already is not fetched again", async () => {
  await fetched();
  const asked = server.requests.length;
  await fetched();
  expect(server.requests).toHaveLength(asked);
});

test("another file than expected is thrown away and never appears", async () => {
  await expect(fetched({ digest: "0".repeat(64) })).rejects.toMatchObject({ name: "WrongDigestError" });
  expect(await files()).toEqual([]);
});

test("a file that somebody has put there and that is another one is not used", async () => {
  await fetched();
  await writeFile(join(folder, "models", "model.tar.bz2"), "something else");
  await expect(fetched()).rejects.toMatchObject({ name: "WrongDigestError" });
});

test.each<[Fault, boolean]>([
  ["refuse", true],
  ["hang", true],
  ["serverError", true],
  [{ tooMany: 0 }, true],
  ["dropInTheMiddle", true],
  ["unauthorized", false],
])("under %j nothing appears; may it pass: %s", async (fault, retryable) => {
  server.setFault(fault);
  await expect(fetched()).rejects.toMatchObject({ name: "WorldError", retryable });
  expect(await files().catch(() => [])).not.toContain("model.tar.bz2");
});
