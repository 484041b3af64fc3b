import type { Settings } from "./settings.ts";

export type EarName = NonNullable<Settings["RECOGNIZER"]>[number];
export type VoiceName = NonNullable<Settings["VOICE"]>[number];

/**
 * Who hears and who speaks, best first; the embedded ones stand behind them all. Without a choice a vendor is used whose key
 * serves nothing else: one that is there for another purpose too must be named before callers' sound goes there.
 */
export function chosenSpeech(settings: Settings): {
  readonly ears: readonly EarName[];
  readonly voices: readonly VoiceName[];
} {
  const deepgram = settings.DEEPGRAM_API_KEY === undefined ? [] : (["deepgram"] as const);
  const elevenLabs = settings.ELEVENLABS_API_KEY === undefined ? [] : (["elevenlabs"] as const);
  return {
    ears: settings.RECOGNIZER ?? deepgram,
    voices: settings.VOICE ?? [...elevenLabs, ...deepgram],
  };
}
