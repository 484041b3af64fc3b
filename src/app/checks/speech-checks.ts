import type { Secret } from "../../ports/secret.ts";
import { type Settings, SettingsError } from "../settings.ts";
import { findSherpaModels } from "../sherpa.ts";
import { chosenSpeech } from "../speech-choice.ts";
import { type Check, FoundFault } from "./check.ts";

const doing = "listing the models";

export const openAiSpeechCheck: Check = {
  what: "OpenAI speech",
  without: "it neither hears nor speaks",
  mends: {
    refused: "make a key at platform.openai.com and set OPENAI_API_KEY to it",
    away: "is OPENAI_SPEECH_URL right, and may this machine reach it?",
  },
  proof({ settings, secrets, upstream }) {
    const models = openAiModels(settings);
    if (models.length === 0) return null;
    const service = upstream("openai", settings.OPENAI_SPEECH_URL);
    const headers = bearing(secrets.of("OPENAI_API_KEY"));
    return async () => {
      const answer = await service.request({ doing, method: "GET", path: "/models", headers });
      const listed = (answer.json() as { data?: readonly { id?: unknown }[] } | null)?.data ?? [];
      const missing = models.filter((model) => !listed.some(({ id }) => id === model));
      if (missing.length === 0) return `has ${models.join(" and ")}`;
      throw new FoundFault(`has no ${missing.join(" and no ")}`, "set the model to one that it has");
    };
  },
};

export const elevenLabsCheck: Check = {
  what: "ElevenLabs",
  without: "it does not speak",
  mends: {
    refused: "make a key at elevenlabs.io and set ELEVENLABS_API_KEY to it",
    away: "is ELEVENLABS_URL right, and may this machine reach it?",
  },
  proof({ settings, secrets, upstream }) {
    const key = secrets.of("ELEVENLABS_API_KEY");
    if (key === null) return null;
    const service = upstream("elevenlabs", settings.ELEVENLABS_URL);
    return async () => {
      await service.request({
        doing,
        method: "GET",
        path: "/v1/models",
        headers: { "xi-api-key": key.current() },
      });
      return "the key is known";
    };
  },
};

export const sherpaCheck: Check = {
  what: "sherpa models",
  without: "no fetched model hears or speaks",
  mends: { refused: "", away: "" },
  proof({ settings }) {
    const { ears, voices } = chosenSpeech(settings);
    if (!ears.includes("sherpa") && !voices.includes("sherpa")) return null;
    return async () => {
      const found = await findSherpaModels(settings).catch((error: unknown) => {
        if (!(error instanceof SettingsError)) throw error;
        throw new FoundFault(error.faults.join("; "), "npm run models lists and fetches them");
      });
      return [found.ears, found.voice]
        .flatMap((model) => (model === null ? [] : [model.folder]))
        .join(" and ");
    };
  },
};

/** The models that the choice of ears and voices needs. */
function openAiModels(settings: Settings): readonly string[] {
  const { ears, voices } = chosenSpeech(settings);
  return [
    ...(ears.includes("openai") ? [settings.OPENAI_TRANSCRIPTION_MODEL] : []),
    ...(voices.includes("openai") ? [settings.OPENAI_VOICE_MODEL] : []),
  ];
}

function bearing(key: Secret | null): Record<string, string> {
  return key === null ? {} : { authorization: `Bearer ${key.current()}` };
}
