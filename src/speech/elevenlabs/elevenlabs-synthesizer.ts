import type { Clock } from "../../ports/clock.ts";
import type { Secret } from "../../ports/secret.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { type SoundConverter, streamedVoice } from "../streamed-voice.ts";

export interface ElevenLabsSettings {
  /** At `https://api.elevenlabs.io`. */
  readonly upstream: Upstream;
  readonly address: string;
  readonly key: Secret;
  /** The voice's id. */
  readonly voice: string;
  /** `eleven_flash_v2_5`, … */
  readonly model: string;
  readonly clock: Clock;
}

/** The service makes what the line carries. */
const asItIs: SoundConverter = {
  push: (piece) => piece,
  end: () => new Uint8Array(0),
  [Symbol.dispose]: () => undefined,
};

/** Speaks with a voice of ElevenLabs (`v1/text-to-speech/…/stream`), in mu-law as it comes. */
export function elevenLabsSynthesizer({ key, voice, model, ...service }: ElevenLabsSettings): Synthesizer {
  return streamedVoice({
    ...service,
    service: "elevenlabs",
    request: (text) => ({
      path: `/v1/text-to-speech/${encodeURIComponent(voice)}/stream?output_format=ulaw_8000`,
      headers: { "xi-api-key": key.current() },
      body: { text, model_id: model },
    }),
    converter: () => asItIs,
  });
}
