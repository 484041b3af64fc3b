// Goal: fetched models are ears and a voice like any other, and one that is not there is said so. The contracts run where models are
// under data/models (or TEST_MODELS), and are left out where they are not: no test can fetch hundreds of megabytes.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recognizerContract } from "../../ports/recognizer.contract.ts";
import { synthesizerContract } from "../../ports/synthesizer.contract.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { openSpeaker } from "../testing/spoken-frames.ts";
import { localModels } from "./local-models.data.ts";
import { isPresent, type PresentModel, presentModel } from "./present-models.ts";
import { openSherpaRecognizer } from "./sherpa-recognizer.ts";
import { openSherpaSynthesizer } from "./sherpa-synthesizer.ts";

const root = process.env["TEST_MODELS"] ?? join("data", "models");
const ears = await presentModel(root, "ears");
const voice = await presentModel(root, "voice");
const speaker = await openSpeaker();

if (ears === null) console.info(`No ears under ${root}: their contract is left out.`);
else
  describe("ears of a fetched model", () => {
    const open = () => openSherpaRecognizer({ model: ears, workers: 1, telemetry: quietTelemetry });
    recognizerContract({ open, say: (text) => speaker(text, { voice: "rms" }) });
  });

if (voice === null) console.info(`No voice under ${root}: its contract is left out.`);
else
  describe("a fetched voice", () =>
    synthesizerContract(() => openSherpaSynthesizer({ model: voice, log: quietTelemetry.log })));

test("a model whose files are gone is an error at the start and not a thread that is tried for ever", async () => {
  const missing = await mkdtemp(join(tmpdir(), "frontdesk-models-"));
  const gone = <Kind extends "ears" | "voice">(kind: Kind) =>
    localModels.find((one): one is PresentModel<Kind> => one.kind === kind) as PresentModel<Kind>;
  expect(await presentModel(missing, "ears")).toBeNull();
  await expect(
    openSherpaRecognizer({ model: gone("ears"), workers: 1, telemetry: quietTelemetry }),
  ).rejects.toMatchObject({ name: "WorldError" });
  await expect(
    openSherpaSynthesizer({ model: gone("voice"), log: quietTelemetry.log }),
  ).rejects.toMatchObject({ name: "WorldError" });
  for (const model of localModels) expect(await isPresent(missing, model)).toBe(false);
  await rm(missing, { recursive: true });
});
