import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";
import { chosenSpeech } from "./speech-choice.ts";

const deepgram = { DEEPGRAM_API_KEY: "key" };
const elevenLabs = { ELEVENLABS_API_KEY: "key" };
const openAi = { OPENAI_API_KEY: "key" };

test.each<[string, Record<string, string>, ears: string[], voices: string[]]>([
  ["nothing set", {}, [], []],
  ["Deepgram's key", deepgram, ["deepgram"], ["deepgram"]],
  ["ElevenLabs' key beside it", { ...deepgram, ...elevenLabs }, ["deepgram"], ["elevenlabs", "deepgram"]],
  ["OpenAI's key, which may be there for a language model", openAi, [], []],
  [
    "OpenAI's key, named for both",
    { ...openAi, RECOGNIZER: "openai", VOICE: "openai" },
    ["openai"],
    ["openai"],
  ],
  ["a key that is not to be used", { ...deepgram, VOICE: "embedded" }, ["deepgram"], ["embedded"]],
  [
    "one behind the other",
    { ...deepgram, ...openAi, RECOGNIZER: "deepgram, openai" },
    ["deepgram", "openai"],
    ["deepgram"],
  ],
  [
    "a server of one's own, without a key",
    { OPENAI_SPEECH_URL: "http://127.0.0.1:8000/v1", RECOGNIZER: "openai" },
    ["openai"],
    [],
  ],
])("%s", (_what, env, ears, voices) => {
  expect(chosenSpeech(readSettings(env))).toEqual({ ears, voices });
});

test.each([
  [{ RECOGNIZER: "deepgram" }, "RECOGNIZER: deepgram needs DEEPGRAM_API_KEY"],
  [{ VOICE: "elevenlabs" }, "VOICE: elevenlabs needs ELEVENLABS_API_KEY"],
  [{ VOICE: "openai" }, "VOICE: openai needs OPENAI_API_KEY"],
  [{ ...deepgram, VOICE: "embedded,deepgram" }, "VOICE: embedded never fails, so it comes last"],
  [{ RECOGNIZER: "elevenlabs" }, "must be one or several of deepgram, openai"],
  [{ RECOGNIZER: "embedded,embedded" }, "must be one or several of"],
])("%o is wrong", (env, fault) => {
  expect(() => readSettings(env)).toThrow(fault);
});
