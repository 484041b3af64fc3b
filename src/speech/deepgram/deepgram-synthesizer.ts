import type { Clock } from "../../ports/clock.ts";
import type { Resilience } from "../../ports/resilience.ts";
import type { Secret } from "../../ports/secret.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { sentences } from "../sentences.ts";
import { deepgramAddress, openSocket } from "./socket.ts";
import { SpeakPool } from "./speak-pool.ts";

export interface DeepgramSynthesizerSettings {
  readonly key: Secret;
  /** `aura-2-thalia-en`, … */
  readonly voice: string;
  readonly address?: string;
  readonly clock: Clock;
  readonly resilience: Resilience;
}

export interface DeepgramSynthesizer extends Synthesizer {
  /** A call begins, and something will be said soon: a connection is opened unless there is one. */
  prepare(): void;
}

/**
 * Speaks with Deepgram's Aura voices over a few connections (`v1/speak`), sentence by sentence: the first is heard while the next is
 * made. What the service gives is what the line carries; nothing is converted.
 */
export function deepgramSynthesizer(settings: DeepgramSynthesizerSettings): DeepgramSynthesizer {
  const { key, clock, resilience } = settings;
  const address = speakAddress(settings);
  const pool = new SpeakPool({
    clock,
    connect: (reports) =>
      resilience.run("opening a connection", ({ signal }) => openSocket({ address, key, reports, signal })),
  });
  return {
    async *speak(text, { ahead = false, signal }) {
      // The words themselves are what the service is for.
      for (const sentence of sentences(text.reveal())) {
        if (signal.aborted) return;
        yield* sounding(pool, { text: sentence, ahead, signal });
      }
    },
    ready: () => null,
    prepare: () => pool.prepare(),
    close: () => pool.close(),
  };
}

/** Whoever stops listening before the end has the service stop too. */
async function* sounding(
  pool: SpeakPool,
  wish: { text: string; ahead: boolean; signal: AbortSignal },
): AsyncGenerator<Uint8Array> {
  const stopped = new AbortController();
  try {
    yield* pool.say({ ...wish, signal: AbortSignal.any([wish.signal, stopped.signal]) });
  } finally {
    stopped.abort();
  }
}

/** https://developers.deepgram.com/reference/text-to-speech/speak-streaming; a stream has no container. */
function speakAddress({ address = deepgramAddress, voice }: DeepgramSynthesizerSettings): URL {
  const url = new URL("/v1/speak", address);
  for (const [name, value] of Object.entries({ model: voice, encoding: "mulaw", sample_rate: "8000" }))
    url.searchParams.set(name, value);
  return url;
}
