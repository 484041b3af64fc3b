import type { Synthesizer } from "../../ports/synthesizer.ts";
import { wholeSound } from "./emulated-voice.ts";
import type { EmulatedAnswer } from "./faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

// ElevenLabs' text to speech, from the API reference ("Stream speech", "List models", "Errors").

interface Options {
  readonly key: string;
  /** Ids of the voices that there are. */
  readonly voices: readonly string[];
  /** Makes the sound of what is to be said. It is not closed with the emulator. */
  readonly voice: Synthesizer;
}

const models = ["eleven_flash_v2_5", "eleven_turbo_v2_5", "eleven_multilingual_v2"];

export function startElevenLabs({ key, voices, voice }: Options): Promise<HttpEmulator> {
  async function speak({ query, body }: EmulatedRequest, id: string): Promise<EmulatedAnswer> {
    if (!voices.includes(id)) return refusal(404, "voice_not_found");
    const { text, model_id: model = models[2] } = JSON.parse(body) as { text?: unknown; model_id?: string };
    if (typeof text !== "string" || text === "") return refusal(422, "missing");
    if (model === undefined || !models.includes(model)) return refusal(400, "model_not_found");
    if (query.get("output_format") !== "ulaw_8000") return refusal(400, "only ulaw_8000 is emulated");
    return { status: 200, headers: { "content-type": "audio/basic" }, body: await wholeSound(voice, text) };
  }

  return startHttpEmulator((request) => {
    if (request.headers["xi-api-key"] !== key) return refusal(401, "invalid_api_key");
    const call = `${request.method} ${request.path}`;
    if (call === "GET /v1/models")
      return json(
        200,
        models.map((model_id) => ({ model_id })),
      );
    const id = /^POST \/v1\/text-to-speech\/([^/]+)\/stream$/.exec(call)?.[1];
    return id === undefined ? refusal(404, "not_found") : speak(request, id);
  });
}

function refusal(status: number, code: string): EmulatedAnswer {
  return json(status, { detail: { status: code, message: code } });
}

function json(status: number, body: object): EmulatedAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
