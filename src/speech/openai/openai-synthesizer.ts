import type { Clock } from "../../ports/clock.ts";
import type { Secret } from "../../ports/secret.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import type { Upstream } from "../../ports/upstream.ts";
import type { StreamResampler } from "../resample.ts";
import { streamedVoice } from "../streamed-voice.ts";
import { pcmConverter } from "./pcm-converter.ts";

export interface OpenAiVoiceSettings {
  /** At `https://api.openai.com/v1`, or whatever speaks the same protocol. */
  readonly upstream: Upstream;
  readonly address: string;
  /** Null for a server of one's own that asks for none. */
  readonly key: Secret | null;
  /** `gpt-4o-mini-tts`, `tts-1`, … */
  readonly model: string;
  /** `coral`, `alloy`, … */
  readonly voice: string;
  readonly resampler: () => StreamResampler;
  readonly clock: Clock;
}

/** The rate of the format `pcm`. */
export const OPEN_AI_RATE_HZ = 24_000;

/** Speaks with a voice of OpenAI (`audio/speech`), or of a server that speaks its protocol. */
export function openAiSynthesizer(settings: OpenAiVoiceSettings): Synthesizer {
  const { key, model, voice, resampler, ...service } = settings;
  return streamedVoice({
    ...service,
    service: "openai",
    request: (input) => ({
      path: "/audio/speech",
      headers: key === null ? {} : { authorization: `Bearer ${key.current()}` },
      body: { model, voice, input, response_format: "pcm" },
    }),
    converter: () => pcmConverter(resampler()),
  });
}
