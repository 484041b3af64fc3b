import { join } from "node:path";
import { usualExpectations } from "../core/dialogue/usual-expectations.ts";
import type { Practice } from "../core/practice/practice.ts";
import { fixedTexts } from "../core/wording/fixed-texts.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { fixedPhrases, systemClock } from "../runtime/runtime.ts";
import { areaHints } from "../speech/area-hints.ts";
import { openEmbeddedRecognizer } from "../speech/embedded-recognizer.ts";
import { openEmbeddedSynthesizer } from "../speech/embedded-synthesizer.ts";
import { hotStandbyRecognizer } from "../speech/hot-standby-recognizer.ts";
import { practiceNames } from "../speech/practice-names.ts";
import { standbyRecognizer } from "../speech/standby-recognizer.ts";
import { deepgramEars, deepgramVoice } from "./deepgram.ts";
import { elevenLabsVoice, openAiEars, openAiVoice } from "./second-vendors.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { findSherpaModels, type SherpaModels, sherpaEars, sherpaVoice } from "./sherpa.ts";
import { chosenSpeech, type EarName, type VoiceName } from "./speech-choice.ts";
import { openVoices, type VoiceChoice } from "./voices.ts";

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

/**
 * A vendor's ears and voice where there is one, with the embedded ones behind them. Calls may come while prompts are being
 * made.
 */
export async function openSpeech(parts: SpeechParts): Promise<Speech> {
  const { settings, practices, telemetry, progress } = parts;
  const hints = areaHints(practices);
  const sherpa = await findSherpaModels(settings);
  const local = parts.local ?? (await openEmbedded(parts, hints));
  const { ears, voices: voiceNames } = chosenSpeech(settings);
  const deepgram = voiceNames.includes("deepgram") ? deepgramVoice(parts) : null;
  const vendors = await Promise.all(voiceNames.map((name) => vendorVoice(name, { parts, deepgram, sherpa })));
  const embedded: VoiceChoice = { name: "embedded", voice: "embedded", synthesizer: local.synthesizer };
  const voices = openVoices({
    choices: lastly(
      vendors.filter((one) => one !== null),
      embedded,
    ),
    texts: [...new Set([...fixedPhrases, ...practices.flatMap((practice) => fixedTexts(practice))])],
    directory: join(settings.FRONTDESK_DATA, "speech"),
    clock: systemClock,
    telemetry,
    progress: sayEveryQuarter(progress),
  });
  const recognizer = await openEars(ears, { parts, sherpa, local: local.recognizer });
  return {
    recognizer:
      deepgram === null ? recognizer : announcingCalls(recognizer, () => deepgram.synthesizer.prepare()),
    synthesizer: voices.synthesizer,
    async [Symbol.asyncDispose]() {
      await Promise.all([recognizer.close(), voices[Symbol.asyncDispose]()]);
    },
  };
}

/** The vendors one behind the other, and the local recognizer behind them or, when it is to be hot, beside them. */
async function openEars(
  names: readonly EarName[],
  { parts, sherpa, local }: { parts: SpeechParts; sherpa: SherpaModels; local: Recognizer },
): Promise<Recognizer> {
  const { settings, telemetry } = parts;
  const opened = await Promise.all(names.map((name) => vendorEars(name, parts, sherpa)));
  const vendors = opened.filter((one) => one !== null);
  const behind = (firsts: readonly Recognizer[], last: Recognizer) =>
    firsts.reduceRight((second, first) => standbyRecognizer({ first, second, telemetry }), last);
  const last = vendors.pop();
  if (last === undefined) return local;
  if (settings.RECOGNIZER_STANDBY === "cold") return behind([...vendors, last], local);
  return hotStandbyRecognizer({
    first: { name: names[0] ?? "vendor", recognizer: behind(vendors, last) },
    second: { name: "embedded", recognizer: local },
    clock: systemClock,
    telemetry,
  });
}

/** Null for the embedded recognizer, which stands behind all others anyway. */
async function vendorEars(
  name: EarName,
  parts: SpeechParts,
  sherpa: SherpaModels,
): Promise<Recognizer | null> {
  if (name === "sherpa") return await sherpaEars(sherpa.ears, parts);
  const rareNames = practiceNames(parts.practices);
  if (name === "deepgram") return deepgramEars(parts, rareNames);
  return name === "openai" ? openAiEars(parts, rareNames) : null;
}

type DeepgramVoice = ReturnType<typeof deepgramVoice>;

/** Null for the embedded voice, which stands behind all others anyway. */
async function vendorVoice(
  name: VoiceName,
  { parts, deepgram, sherpa }: { parts: SpeechParts; deepgram: DeepgramVoice; sherpa: SherpaModels },
): Promise<VoiceChoice | null> {
  if (name === "sherpa") return await sherpaVoice(sherpa.voice, parts);
  if (name === "deepgram") return deepgram === null ? null : { name, ...deepgram };
  if (name === "openai") return await openAiVoice(parts);
  return name === "elevenlabs" ? elevenLabsVoice(parts) : null;
}

function lastly<T>(before: readonly T[], last: T): readonly [T, ...T[]] {
  const [first = last, ...others] = [...before, last];
  return [first, ...others];
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

/** Every call opens its ears first: whatever else takes a moment to be ready can be made so while the greeting plays. */
function announcingCalls(recognizer: Recognizer, callBegins: () => void): Recognizer {
  return {
    open(handler) {
      callBegins();
      return recognizer.open(handler);
    },
    close: () => recognizer.close(),
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
