import { join } from "node:path";
import { usualExpectations } from "../core/dialogue/usual-expectations.ts";
import type { Practice } from "../core/practice/practice.ts";
import { hide } from "../core/values/private.ts";
import { fixedTexts } from "../core/wording/fixed-texts.ts";
import { resilience, usualLimits } from "../partners/resilience/resilience.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { fixedPhrases, systemClock } from "../runtime/runtime.ts";
import { areaHints } from "../speech/area-hints.ts";
import { deepgramRecognizer } from "../speech/deepgram/deepgram-recognizer.ts";
import { openEmbeddedRecognizer } from "../speech/embedded-recognizer.ts";
import { openEmbeddedSynthesizer } from "../speech/embedded-synthesizer.ts";
import { promptCache } from "../speech/prompt-cache.ts";
import { standbyRecognizer } from "../speech/standby-recognizer.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/** Ears and voice of the process. */
export interface Speech extends AsyncDisposable {
  readonly recognizer: Recognizer;
  readonly synthesizer: Synthesizer;
}

export interface SpeechParts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly practices: readonly Practice[];
  readonly telemetry: Telemetry;
  /** What serves when no vendor does, instead of the embedded parts. Closed with the rest. */
  readonly local?: LocalSpeech;
  readonly progress?: (line: string) => void;
}

/** Ears and voice that need nobody. */
export interface LocalSpeech {
  readonly recognizer: Recognizer;
  readonly synthesizer: Synthesizer;
}

/** Three hours of speech would be 86 MB; the fixed prompts of a practice are some minutes. */
const PROMPT_CACHE_BYTES = 64 * 1024 * 1024;

/** Sound goes to the vendor in pieces of this length: shorter ones cost more messages, longer ones delay the words. */
const DEEPGRAM_PIECE_MS = 40;

/** A caller may be speaking meanwhile, and another recognizer stands by: few tries, quickly, and many calls at a time. */
const DEEPGRAM_LIMITS = { ...usualLimits, deadlineMs: 3_000, attemptMs: 1_500, atOnce: 500, waiting: 0 };

/** The recognizer, embedded or with a vendor before it, and the embedded synthesizer. Fixed prompts are made in the background, and calls may come meanwhile. */
export async function openSpeech(parts: SpeechParts): Promise<Speech> {
  const { settings, practices, progress } = parts;
  const hints = areaHints(practices);
  const { recognizer: ears, synthesizer: voice } = parts.local ?? (await openEmbedded(parts, hints));
  const recognizer = withVendor(parts, ears, hints);
  const directory = join(settings.FRONTDESK_DATA, "speech");
  const synthesizer = promptCache(voice, { directory, maxBytes: PROMPT_CACHE_BYTES });
  const closing = new AbortController();
  const texts = [...new Set([...fixedPhrases, ...practices.flatMap((practice) => fixedTexts(practice))])];
  const warmed = synthesizer.warm(texts.map(hide), sayEveryQuarter(progress), closing.signal);
  return {
    recognizer,
    synthesizer,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await warmed;
      await Promise.all([recognizer.close(), synthesizer.close()]);
    },
  };
}

async function openEmbedded(parts: SpeechParts, hints: readonly string[]): Promise<LocalSpeech> {
  const { settings, practices, telemetry } = parts;
  const [recognizer, synthesizer] = await Promise.all([
    openEmbeddedRecognizer({ workers: settings.RECOGNIZER_WORKERS, telemetry, hints }),
    openEmbeddedSynthesizer({ log: telemetry.log }),
  ]);
  recognizer.warm(practices.flatMap(usualExpectations));
  return { recognizer, synthesizer };
}

/** Deepgram hears when there is a key for it; the embedded recognizer goes on with calls whose stream is lost. */
function withVendor(
  { settings, secrets, telemetry }: SpeechParts,
  embedded: Recognizer,
  hints: readonly string[],
): Recognizer {
  const { DEEPGRAM_MODEL: model, DEEPGRAM_URL: address } = settings;
  const key = secrets.of("DEEPGRAM_API_KEY");
  if (key === null) return embedded;
  const clock = systemClock;
  const vendor = deepgramRecognizer({
    key,
    model,
    ...(address !== undefined && { address }),
    terms: hints,
    pieceMs: DEEPGRAM_PIECE_MS,
    clock,
    telemetry,
    resilience: resilience({ service: "deepgram", limits: DEEPGRAM_LIMITS, clock, telemetry }),
  });
  return standbyRecognizer({ first: vendor, second: embedded, telemetry });
}

function sayEveryQuarter(progress: SpeechParts["progress"]) {
  let said = 0;
  return (done: number, of: number) => {
    const quarter = Math.floor((4 * done) / of);
    if (quarter > said) progress?.(`Preparing the voice: ${done} of ${of} prompts`);
    said = quarter;
  };
}
