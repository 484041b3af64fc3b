import { openUpstream } from "../partners/http/upstream.ts";
import { type ResilienceLimits, usualLimits } from "../partners/resilience/resilience.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import { elevenLabsSynthesizer } from "../speech/elevenlabs/elevenlabs-synthesizer.ts";
import { openAiRecognizer } from "../speech/openai/openai-recognizer.ts";
import { OPEN_AI_RATE_HZ, openAiSynthesizer } from "../speech/openai/openai-synthesizer.ts";
import { openStreamResampler } from "../speech/resample.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import type { VoiceChoice } from "./voices.ts";

interface Parts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly telemetry: Telemetry;
}

/** A turn is over and its words are waited for, and another recognizer stands by: two quick tries, for many calls at a time. */
const LISTENING_LIMITS = {
  ...usualLimits,
  deadlineMs: 3_000,
  attemptMs: 2_000,
  attempts: 2,
  atOnce: 200,
  waiting: 0,
};

/** A caller is waiting, and another voice stands by. */
const SPEAKING_LIMITS = { ...usualLimits, deadlineMs: 1_500, attemptMs: 1_200, attempts: 2, atOnce: 100 };

/** Sound that comes no more for so long will not come: the next voice says the sentence again. */
const SILENCE_MS = 1_500;

/** Ears by OpenAI, or a server that speaks its protocol. `hints` are names that callers may say and that are rare. */
export function openAiEars({ settings, secrets, telemetry }: Parts, hints: readonly string[]): Recognizer {
  const { OPENAI_SPEECH_URL: address, OPENAI_TRANSCRIPTION_MODEL: model } = settings;
  const upstream = upstreamTo("openai", address, LISTENING_LIMITS, telemetry);
  return openAiRecognizer({ upstream, key: secrets.of("OPENAI_API_KEY"), model, hints, telemetry });
}

export async function openAiVoice({ settings, secrets, telemetry }: Parts): Promise<VoiceChoice> {
  const { OPENAI_SPEECH_URL: address, OPENAI_VOICE_MODEL: model, OPENAI_VOICE: voice } = settings;
  const synthesizer = openAiSynthesizer({
    upstream: upstreamTo("openai_voice", address, SPEAKING_LIMITS, telemetry),
    address,
    key: secrets.of("OPENAI_API_KEY"),
    model,
    voice,
    resampler: await openStreamResampler({ fromRate: OPEN_AI_RATE_HZ, toRate: 8_000 }),
    clock: systemClock,
  });
  return { name: "openai", voice: `openai/${model}/${voice}/${address}`, synthesizer };
}

/** A voice of ElevenLabs; null without a key. */
export function elevenLabsVoice({ settings, secrets, telemetry }: Parts): VoiceChoice | null {
  const { ELEVENLABS_URL: address, ELEVENLABS_MODEL: model, ELEVENLABS_VOICE: voice } = settings;
  const key = secrets.of("ELEVENLABS_API_KEY");
  if (key === null) return null;
  const upstream = upstreamTo("elevenlabs", address, SPEAKING_LIMITS, telemetry);
  const synthesizer = elevenLabsSynthesizer({ upstream, address, key, voice, model, clock: systemClock });
  return { name: "elevenlabs", voice: `elevenlabs/${model}/${voice}`, synthesizer };
}

function upstreamTo(service: string, address: string, limits: ResilienceLimits, telemetry: Telemetry) {
  return openUpstream({ service, address, limits, clock: systemClock, telemetry, silenceMs: SILENCE_MS });
}
