import { hide } from "../core/values/private.ts";
import type { Clock } from "../ports/clock.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { type PromptCache, promptCache } from "../speech/prompt-cache.ts";
import { standbySynthesizer } from "../speech/standby-synthesizer.ts";

/** Three hours of speech would be 86 MB; the fixed prompts of a practice are some minutes. */
const PROMPT_CACHE_BYTES = 64 * 1024 * 1024;

/** A voice that may speak. */
export interface VoiceChoice {
  /** A label of metrics. */
  readonly name: string;
  /** Vendor, voice and its settings: what is kept of it is found again under this only. */
  readonly voice: string;
  readonly synthesizer: Synthesizer;
}

export interface VoicesParts {
  /** Best first; the last needs nobody. */
  readonly choices: readonly [VoiceChoice, ...VoiceChoice[]];
  /** What is said again and again: it is made ahead, in each voice. */
  readonly texts: readonly string[];
  /** Where it is kept. */
  readonly directory: string;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** How far the first voice is. */
  readonly progress?: (done: number, of: number) => void;
}

export interface Voices extends AsyncDisposable {
  readonly synthesizer: Synthesizer;
}

/**
 * The voices as one, each with what it knows by heart. Prompts are made in the background, the first voice's first, and those
 * that could not be made are tried again when a voice that was out works again.
 */
export function openVoices(parts: VoicesParts): Voices {
  const { choices, texts, directory, clock, telemetry, progress } = parts;
  const closing = new AbortController();
  const prompts = texts.map(hide);
  let warming = Promise.resolve();
  const warm = (cache: PromptCache, tell?: VoicesParts["progress"]) => {
    warming = warming.then(() => cache.warm(prompts, tell, closing.signal));
  };
  const cached = ({ name, voice, synthesizer }: VoiceChoice, tell?: VoicesParts["progress"]) => {
    const cache = promptCache(synthesizer, { directory, maxBytes: PROMPT_CACHE_BYTES, voice });
    warm(cache, tell);
    return { name, synthesizer: cache, recovered: () => warm(cache) };
  };
  const [first, ...others] = choices;
  const voices = [cached(first, progress), ...others.map((one) => cached(one))] as const;
  const synthesizer = standbySynthesizer({ voices, clock, telemetry });
  return {
    synthesizer,
    async [Symbol.asyncDispose]() {
      closing.abort();
      // What is being made ends with this, and the making ahead with it.
      await synthesizer.close();
      await warming;
    },
  };
}
