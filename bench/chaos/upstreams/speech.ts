import { startDeepgram } from "../../../src/sim/emulators/deepgram.ts";
import { startElevenLabs } from "../../../src/sim/emulators/elevenlabs.ts";
import { startOpenAiAudio } from "../../../src/sim/emulators/openai-audio.ts";
import { books } from "../callers.ts";
import type { OpenUpstream, Upstream } from "../cell.ts";
import { quickTone } from "../quick-tone.ts";
import type { TaggedSpeech } from "../tagged-speech.ts";
import { answerFaults, KEY, streamFaults, upstreamOf } from "./emulated.ts";

/** Deepgram's usual pace. */
const delays = { wordsMs: 250, firstSoundMs: 150 };

const called = { caller: books, middle: "ask:name" } as const;

/** Whoever hears and speaks. */
export const speechUpstreams: readonly Upstream[] = [
  {
    name: "deepgram-listen",
    faults: streamFaults,
    ...called,
    open: (speech) => openDeepgram(speech, "listen", { VOICE: "embedded" }),
  },
  {
    name: "deepgram-flux",
    faults: streamFaults,
    ...called,
    open: (speech) => openDeepgram(speech, "flux", { VOICE: "embedded", DEEPGRAM_MODEL: "flux-general-en" }),
  },
  {
    name: "deepgram-speak",
    faults: streamFaults,
    ...called,
    open: (speech) => openDeepgram(speech, "speak", { RECOGNIZER: "embedded" }),
  },
];

/** Further vendors behind the same ports. */
export const secondVendors: readonly Upstream[] = [
  { name: "openai-ears", faults: answerFaults, ...called, open: openOpenAiEars },
  { name: "elevenlabs", faults: answerFaults, ...called, open: openElevenLabs },
];

async function openDeepgram(
  speech: TaggedSpeech,
  route: "listen" | "flux" | "speak",
  settings: Readonly<Record<string, string>>,
): Promise<OpenUpstream> {
  const hear = async (sound: Uint8Array) => speech.wordsIn(sound);
  const emulator = await startDeepgram({ key: KEY, hear, voice: quickTone(), delays });
  return {
    ...upstreamOf(
      { ...emulator, setFault: (fault) => emulator[route].setFault(fault) },
      { DEEPGRAM_API_KEY: KEY, DEEPGRAM_URL: emulator.address, ...settings },
    ),
  };
}

async function openOpenAiEars(speech: TaggedSpeech): Promise<OpenUpstream> {
  const hear = async (sound: Uint8Array) => speech.wordsIn(sound);
  const emulator = await startOpenAiAudio({ key: KEY, hear, voice: quickTone() });
  return upstreamOf(emulator, {
    RECOGNIZER: "openai",
    OPENAI_API_KEY: KEY,
    OPENAI_SPEECH_URL: emulator.address,
  });
}

async function openElevenLabs(): Promise<OpenUpstream> {
  const emulator = await startElevenLabs({ key: KEY, voices: ["rachel"], voice: quickTone() });
  return upstreamOf(emulator, {
    ELEVENLABS_API_KEY: KEY,
    ELEVENLABS_URL: emulator.address,
    ELEVENLABS_VOICE: "rachel",
  });
}
