// Goal: models come, are unpacked and found; and where they cannot come, the person at the terminal is told what to do.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { usualLimits } from "../partners/resilience/resilience.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import type { Fault } from "../sim/emulators/faults.ts";
import { type FileServer, startFileServer } from "../sim/emulators/file-server.ts";
import { type LocalModel, localModels } from "../speech/local/local-models.data.ts";
import { fetchModel } from "./fetch-model.ts";
import { readSettings } from "./settings.ts";
import { findSherpaModels } from "./sherpa.ts";

const known = localModels.find(({ id }) => id === "voice") as LocalModel;

let folder: string;
let root: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-models-"));
  root = join(folder, "models");
});
afterEach(() => rm(folder, { recursive: true }));

/** An archive with a file in the place of each of the model's, and the model as it would be listed. */
async function archived(files: readonly string[] = Object.values(known.files)) {
  await mkdir(join(folder, known.folder));
  for (const file of files) await writeFile(join(folder, known.folder, file), `this is ${file}`);
  execFileSync("tar", ["-cf", join(folder, "archive"), "-C", folder, known.folder]);
  const file = await readFile(join(folder, "archive"));
  return { file, model: { ...known, sha256: createHash("sha256").update(file).digest("hex") } };
}

function fetching(model: LocalModel, server: FileServer, attempts = 1) {
  return fetchModel(model, {
    address: `${server.release}/`,
    root,
    telemetry: countingTelemetry(),
    progress: () => undefined,
    limits: { ...usualLimits, attempts, backOff: { firstMs: 1, capMs: 1 } },
  });
}

test("a model is fetched once, unpacked, and found; nothing else is left", async () => {
  const { file, model } = await archived();
  await using server = await startFileServer({ file });
  expect(await fetching(model, server)).toBe("fetched");
  expect(await readdir(root)).toEqual([model.folder]);
  expect(server.requests[0]?.path).toBe(`/release/${model.archive}`);
  const asked = server.requests.length;
  expect(await fetching(model, server)).toBe("present");
  expect(server.requests).toHaveLength(asked);
  const { voice } = await findSherpaModels(readSettings({ FRONTDESK_DATA: folder, VOICE: "sherpa" }));
  expect(voice?.files.tokens).toBe(join(root, model.folder, "tokens.txt"));
});

test("an archive that was brought from another machine needs no network", async () => {
  const { file, model } = await archived();
  await using server = await startFileServer({ file });
  server.setFault("refuse");
  await expect(fetching(model, server)).rejects.toThrow("fetch http");
  await mkdir(root, { recursive: true });
  await writeFile(join(root, "vits-piper-en_US-lessac-medium.tar.bz2"), file);
  expect(await fetching(model, server)).toBe("fetched");
});

test.each<[Fault, RegExp]>([
  ["refuse", /cannot be reached from here .* put it at .* set SHERPA_MODELS_URL to a mirror/],
  ["unauthorized", /does not have the file \(HTTP 401\)/],
])("under %j the person is told what can be done", async (fault, message) => {
  const { file, model } = await archived();
  await using server = await startFileServer({ file });
  server.setFault(fault);
  await expect(fetching(model, server)).rejects.toMatchObject({
    name: "FetchModelError",
    message: expect.stringMatching(message),
  });
});

test("a damaged archive is thrown away; one without the model's files is not taken for it", async () => {
  const { file, model } = await archived(["tokens.txt"]);
  await using server = await startFileServer({ file });
  await expect(fetching({ ...model, sha256: "0".repeat(64) }, server)).rejects.toThrow("was thrown away");
  await expect(fetching(model, server)).rejects.toThrow("does not hold the files");
  await expect(
    findSherpaModels(readSettings({ FRONTDESK_DATA: folder, VOICE: "sherpa" })),
  ).rejects.toMatchObject({
    faults: [`VOICE: sherpa has no model under ${root}; fetch one with: npm run models -- voice`],
  });
});

test("what is no archive is told as it is", async () => {
  const file = Buffer.from("no archive");
  await using server = await startFileServer({ file });
  const sha256 = createHash("sha256").update(file).digest("hex");
  await expect(fetching({ ...known, sha256 }, server)).rejects.toThrow("tar cannot unpack");
  expect((await readdir(root)).filter((name) => name.startsWith("."))).toEqual([]);
});
