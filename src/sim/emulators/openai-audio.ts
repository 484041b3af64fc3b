import { encodeMulaw, mulawToLinear } from "../../core/audio/mulaw.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { openResampler, type Resample } from "../../speech/resample.ts";
import { readWav } from "../recorded/read-wav.ts";
import { wholeSound } from "./emulated-voice.ts";
import type { EmulatedAnswer } from "./faults.ts";
import { type EmulatedRequest, type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

// OpenAI's audio interface, from the API reference ("Create speech", "Create transcription", "List models") and the guides
// "Text to speech" and "Speech to text", which servers of one's own follow.

export interface OpenAiAudioOptions {
  /** What must be in the Authorization header; null = anybody may ask. */
  readonly key: string | null;
  /** The words of a stretch of mu-law. */
  hear(sound: Uint8Array): Promise<string>;
  /** Makes the sound of what is to be said. It is not closed with the emulator. */
  readonly voice: Synthesizer;
}

const speechModels = ["gpt-4o-mini-tts", "tts-1", "tts-1-hd"];
const transcriptionModels = ["gpt-4o-transcribe", "gpt-4o-mini-transcribe", "whisper-1"];
const voices = "alloy ash ballad coral echo fable nova onyx sage shimmer verse marin cedar".split(" ");
const SPEECH_RATE_HZ = 24_000;
const LINE_RATE_HZ = 8_000;

export async function startOpenAiAudio(options: OpenAiAudioOptions): Promise<HttpEmulator> {
  const resample = await openResampler();
  const server = await startHttpEmulator(async (request) => {
    const { authorization } = request.headers;
    if (options.key !== null && authorization !== `Bearer ${options.key}`)
      return refusal(401, "Incorrect API key provided.", "invalid_api_key");
    const call = `${request.method} ${request.path}`;
    if (call === "GET /v1/models") return models();
    if (call === "POST /v1/audio/speech") return await speech(request, options.voice, resample);
    if (call === "POST /v1/audio/transcriptions") return await transcription(request, options, resample);
    return refusal(404, `Invalid URL (${call})`);
  });
  return { ...server, address: `${server.address}/v1` };
}

function models(): EmulatedAnswer {
  const data = [...speechModels, ...transcriptionModels].map((id) => ({ id, object: "model" }));
  return json(200, { object: "list", data });
}

async function speech(
  request: EmulatedRequest,
  voice: Synthesizer,
  resample: Resample,
): Promise<EmulatedAnswer> {
  const asked = JSON.parse(request.body) as Record<string, unknown>;
  const { model, input, response_format: format } = asked;
  if (!speechModels.includes(String(model)))
    return refusal(404, "The model does not exist.", "model_not_found");
  if (!voices.includes(String(asked["voice"]))) return refusal(400, "Input should be one of the voices.");
  if (typeof input !== "string" || input === "" || input.length > 4_096)
    return refusal(400, "String should have 1 to 4096 characters.");
  if (format !== "pcm") return refusal(400, "Only pcm is emulated.");
  const sound = await wholeSound(voice, input);
  const samples = resample(
    { samples: Int16Array.from(sound, (byte) => mulawToLinear[byte] ?? 0), sampleRate: LINE_RATE_HZ },
    SPEECH_RATE_HZ,
  );
  return {
    status: 200,
    headers: { "content-type": "audio/pcm" },
    body: new Uint8Array(samples.slice().buffer),
  };
}

async function transcription(
  { headers, bytes }: EmulatedRequest,
  { hear }: OpenAiAudioOptions,
  resample: Resample,
): Promise<EmulatedAnswer> {
  const contentType = headers["content-type"] ?? "";
  const form = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
  const model = String(form.get("model"));
  if (!transcriptionModels.includes(model))
    return refusal(404, "The model does not exist.", "model_not_found");
  const tellsProbabilities = form.getAll("include[]").includes("logprobs");
  if (tellsProbabilities && model === "whisper-1")
    return refusal(400, "logprobs is not supported with this model.");
  if (form.get("response_format") !== "json") return refusal(400, "Only json is emulated.");
  const file = form.get("file");
  if (!(file instanceof File) || !/\.(flac|mp3|mp4|mpeg|mpga|m4a|ogg|wav|webm)$/.test(file.name))
    return refusal(400, "Unrecognized file format.");
  const sound = resample(readWav(await file.bytes()), LINE_RATE_HZ);
  if (sound.length < LINE_RATE_HZ / 10)
    return refusal(400, "Audio file is too short. Minimum audio length is 0.1 seconds.");
  const mulaw = new Uint8Array(sound.length);
  encodeMulaw(sound, mulaw);
  const text = await hear(mulaw);
  const logprobs = text.split(" ").map((token) => ({ token, logprob: -0.05 }));
  return json(200, { text, ...(tellsProbabilities && { logprobs }) });
}

function refusal(status: number, message: string, code: string | null = null): EmulatedAnswer {
  return json(status, { error: { message, type: "invalid_request_error", param: null, code } });
}

function json(status: number, body: object): EmulatedAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
