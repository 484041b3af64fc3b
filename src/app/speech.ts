import { join } from "node:path";
import { usualExpectations } from "../core/dialogue/usual-expectations.ts";
import type { Practice } from "../core/practice/practice.ts";
import { hide } from "../core/values/private.ts";
import { fixedTexts } from "../core/wording/fixed-texts.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { fixedPhrases } from "../runtime/runtime.ts";
import { areaHints } from "../speech/area-hints.ts";
import { openEmbeddedRecognizer } from "../speech/embedded-recognizer.ts";
import { openEmbeddedSynthesizer } from "../speech/embedded-synthesizer.ts";
import { promptCache } from "../speech/prompt-cache.ts";
import type { Settings } from "./settings.ts";

/** Ears and voice of the process. */
export interface Speech extends AsyncDisposable {
  readonly recognizer: Recognizer;
  readonly synthesizer: Synthesizer;
}

export interface SpeechParts {
  readonly settings: Settings;
  readonly practices: readonly Practice[];
  readonly telemetry: Telemetry;
  readonly progress?: (line: string) => void;
}

/** Three hours of speech would be 86 MB; the fixed prompts of a practice are some minutes. */
const PROMPT_CACHE_BYTES = 64 * 1024 * 1024;

/** The embedded recognizer and synthesizer. Fixed prompts are made in the background, and calls may come meanwhile. */
export async function openSpeech({ settings, practices, telemetry, progress }: SpeechParts): Promise<Speech> {
  const [recognizer, voice] = await Promise.all([
    openEmbeddedRecognizer({ workers: settings.RECOGNIZER_WORKERS, telemetry, hints: areaHints(practices) }),
    openEmbeddedSynthesizer({ log: telemetry.log }),
  ]);
  recognizer.warm(practices.flatMap(usualExpectations));
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

function sayEveryQuarter(progress: SpeechParts["progress"]) {
  let said = 0;
  return (done: number, of: number) => {
    const quarter = Math.floor((4 * done) / of);
    if (quarter > said) progress?.(`Preparing the voice: ${done} of ${of} prompts`);
    said = quarter;
  };
}
