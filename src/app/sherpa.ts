import { join } from "node:path";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { LocalModel } from "../speech/local/local-models.data.ts";
import { type PresentModel, presentModel } from "../speech/local/present-models.ts";
import { openSherpaRecognizer } from "../speech/local/sherpa-recognizer.ts";
import { openSherpaSynthesizer } from "../speech/local/sherpa-synthesizer.ts";
import { type Settings, SettingsError } from "./settings.ts";
import { chosenSpeech } from "./speech-choice.ts";
import type { VoiceChoice } from "./voices.ts";

interface Parts {
  readonly settings: Settings;
  readonly telemetry: Telemetry;
}

/** The fetched models that the choice of ears and voices needs; null where it needs none. */
export interface SherpaModels {
  readonly ears: PresentModel<"ears"> | null;
  readonly voice: PresentModel<"voice"> | null;
}

/** Opens nothing. Throws a `SettingsError` when a model is needed that is not here. */
export async function findSherpaModels(settings: Settings): Promise<SherpaModels> {
  const { ears, voices } = chosenSpeech(settings);
  const root = join(settings.FRONTDESK_DATA, "models");
  const faults: string[] = [];
  const find = async <Kind extends LocalModel["kind"]>(kind: Kind, setting: string, wanted: boolean) => {
    const found = wanted ? await presentModel(root, kind) : null;
    if (wanted && found === null)
      faults.push(`${setting}: sherpa has no model under ${root}; fetch one with: npm run models -- ${kind}`);
    return found;
  };
  const models = {
    ears: await find("ears", "RECOGNIZER", ears.includes("sherpa")),
    voice: await find("voice", "VOICE", voices.includes("sherpa")),
  };
  if (faults.length > 0) throw new SettingsError(faults);
  return models;
}

export async function sherpaEars(
  model: PresentModel<"ears"> | null,
  parts: Parts,
): Promise<Recognizer | null> {
  const { settings, telemetry } = parts;
  if (model === null) return null;
  return await openSherpaRecognizer({ model, workers: settings.RECOGNIZER_WORKERS, telemetry });
}

export async function sherpaVoice(
  model: PresentModel<"voice"> | null,
  parts: Parts,
): Promise<VoiceChoice | null> {
  if (model === null) return null;
  const synthesizer = await openSherpaSynthesizer({ model, log: parts.telemetry.log });
  return { name: "sherpa", voice: `sherpa/${model.folder}`, synthesizer };
}
