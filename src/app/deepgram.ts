import { resilience, usualLimits } from "../partners/resilience/resilience.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import { deepgramRecognizer } from "../speech/deepgram/deepgram-recognizer.ts";
import { type DeepgramSynthesizer, deepgramSynthesizer } from "../speech/deepgram/deepgram-synthesizer.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

interface Parts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly telemetry: Telemetry;
}

/** A caller may be speaking meanwhile, and another recognizer stands by: few tries, quickly, and many calls at a time. */
const LISTENING_LIMITS = { ...usualLimits, deadlineMs: 3_000, attemptMs: 1_500, atOnce: 500, waiting: 0 };

/** A caller is waiting, and another voice stands by. */
const SPEAKING_LIMITS = { ...usualLimits, deadlineMs: 1_500, attemptMs: 1_000, attempts: 2 };

/** Ears by Deepgram; null without a key. `names` are those that callers may say and that are rare. */
export function deepgramEars(parts: Parts, names: readonly string[]): Recognizer | null {
  const { settings, secrets, telemetry } = parts;
  const key = secrets.of("DEEPGRAM_API_KEY");
  if (key === null) return null;
  const clock = systemClock;
  return deepgramRecognizer({
    key,
    model: settings.DEEPGRAM_MODEL,
    ...addressOf(settings),
    names,
    ...(settings.DEEPGRAM_PIECE_MS !== undefined && { pieceMs: settings.DEEPGRAM_PIECE_MS }),
    clock,
    telemetry,
    resilience: resilience({ service: "deepgram", limits: LISTENING_LIMITS, clock, telemetry }),
  });
}

/** A voice of Deepgram's, and how it is called in the prompt cache; null without a key. */
export function deepgramVoice(parts: Parts): { synthesizer: DeepgramSynthesizer; voice: string } | null {
  const { settings, secrets, telemetry } = parts;
  const key = secrets.of("DEEPGRAM_API_KEY");
  const voice = settings.DEEPGRAM_VOICE;
  if (key === null) return null;
  const clock = systemClock;
  const policy = resilience({ service: "deepgram_voice", limits: SPEAKING_LIMITS, clock, telemetry });
  return {
    synthesizer: deepgramSynthesizer({ key, voice, ...addressOf(settings), clock, resilience: policy }),
    voice: `deepgram/${voice}`,
  };
}

function addressOf({ DEEPGRAM_URL: address }: Settings): { address?: string } {
  return address === undefined ? {} : { address };
}
