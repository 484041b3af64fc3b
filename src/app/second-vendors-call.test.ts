// Goal: a whole call is heard by one of the second vendors and answered by another.
// Method: the whole server, pointed at emulated services by their addresses; a caller with a voice on a real media stream.
import { afterAll, expect, test } from "vitest";
import { startElevenLabs } from "../sim/emulators/elevenlabs.ts";
import { startOpenAiAudio } from "../sim/emulators/openai-audio.ts";
import { openVoices } from "../sim/voices/voices.ts";
import { askOnce, quickTone } from "./testing/one-question-call.ts";

const voices = openVoices();
afterAll(() => voices.close());

const question = "what are your opening hours";

test("heard by OpenAI, answered by ElevenLabs", async () => {
  await using openAi = await startOpenAiAudio({
    key: "a-key",
    hear: async () => question,
    voice: quickTone(),
  });
  const voice = quickTone();
  await using elevenLabs = await startElevenLabs({ key: "b-key", voices: ["rachel"], voice });
  const { call, metrics } = await askOnce(question, voices, {
    RECOGNIZER: "openai",
    OPENAI_API_KEY: "a-key",
    OPENAI_SPEECH_URL: openAi.address,
    ELEVENLABS_API_KEY: "b-key",
    ELEVENLABS_URL: elevenLabs.address,
    ELEVENLABS_VOICE: "rachel",
  });
  expect(call.turns.map(({ heard }) => heard)).toEqual([question]);
  expect(call.messages).toContainEqual(
    expect.objectContaining({ kind: "saying", text: expect.stringContaining("We are open") }),
  );
  expect(metrics).toMatch(/recognized_turns_total\{source="openai",words="yes"\} 1/);
  expect(metrics).toMatch(/partner_requests_total\{service="elevenlabs",outcome="answered"\}/);
  expect(metrics).not.toContain("synthesis_failures_total{");
}, 120_000);
