// npm run models: lists the speech models that can be fetched, and fetches those that are named.

import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LocalModel, localModels } from "../speech/local/local-models.data.ts";
import { isPresent } from "../speech/local/present-models.ts";
import { openTelemetry } from "../telemetry/telemetry.ts";
import { FetchModelError, fetchModel } from "./fetch-model.ts";
import { progressLine } from "./progress-line.ts";
import { runCommand } from "./run-command.ts";
import { readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

const help = `Usage: npm run models [-- NAME…]

Without a name: lists the models of ears and voices that run on this machine, and which of them are here.
With names: fetches those, going on where an earlier try broke off.
RECOGNIZER=sherpa and VOICE=sherpa have calls use them. docs/local-models.md tells more.`;

const flags = { help: { type: "boolean", default: false } } as const;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals: names } = parseArgs({
    args: [...args],
    options: flags,
    allowPositionals: true,
  });
  if (values.help) return console.log(help);
  const settings = readSettings(process.env);
  const root = join(settings.FRONTDESK_DATA, "models");
  if (names.length === 0) return await list(root);
  const wanted = names.map(modelNamed);
  const telemetry = openTelemetry({ level: "error" });
  try {
    for (const model of wanted) {
      const parts = { address: settings.SHERPA_MODELS_URL, root, telemetry, progress: downloadLine(model) };
      const outcome = await fetchModel(model, parts);
      console.error(
        `${model.id}: ${outcome === "present" ? "is here already" : `is in ${join(root, model.folder)}`}`,
      );
    }
  } finally {
    await telemetry.close();
  }
}

function modelNamed(id: string): LocalModel {
  const model = localModels.find((one) => one.id === id);
  if (model !== undefined) return model;
  throw new UsageError(
    `there is no model "${id}"; there are: ${localModels.map((one) => one.id).join(", ")}`,
  );
}

async function list(root: string): Promise<void> {
  const listed = await Promise.all(
    localModels.map(async (model) => {
      const { id, kind, about, megabytes, licence } = model;
      return { id, kind, about, megabytes, licence, here: await isPresent(root, model) };
    }),
  );
  if (!process.stdout.isTTY) return console.log(JSON.stringify(listed));
  for (const { id, about, megabytes, licence, here } of listed)
    console.log(`${id.padEnd(12)}${here ? "here    " : "not here"}  ${about}; ${megabytes} MB; ${licence}`);
}

function downloadLine({ id, megabytes }: LocalModel): (doneBytes: number, ofBytes: number | null) => void {
  const show = progressLine();
  return (doneBytes, ofBytes) => {
    const [done, of] = [doneBytes, ofBytes ?? megabytes * 1e6].map((bytes) => (bytes / 1e6).toFixed(0));
    show(`${id}: ${done} of ${of} MB`, doneBytes === ofBytes);
  };
}

await runCommand(main, [FetchModelError]);
