// Goal: a whole call is heard by one of the second vendors and answered by another.
// Method: the whole server, pointed at emulated services by their addresses; a caller with a voice on a real media stream.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CallerMind } from "../sim/caller-mind.ts";
import { asksQuestions } from "../sim/callers/asks-questions.ts";
import { startElevenLabs } from "../sim/emulators/elevenlabs.ts";
import { startOpenAiAudio } from "../sim/emulators/openai-audio.ts";
import { callSpoken } from "../sim/spoken-call.ts";
import { openVoices } from "../sim/voices/voices.ts";
import { silentRecognizer } from "../speech/silent-recognizer.ts";
import { toneSynthesizer } from "../speech/tone-synthesizer.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

const voices = openVoices();
afterAll(() => voices.close());

const question = "what are your opening hours";
/** A syllable lasts as long as a letter, so that the test is over sooner. */
const quickTone = () => toneSynthesizer({ msPerCharacter: 20 });

/** Asks, hears the answer, and hangs up. */
function asking(): CallerMind {
  let said = false;
  return {
    react() {
      if (said) return { kind: "hangUp", why: "done" };
      said = true;
      return { kind: "say", text: question };
    },
    cutOff: () => undefined,
    overhear: () => undefined,
    knows: { heardEmergency: false, heardBooked: null, told: new Set(), misread: 0 },
  };
}

test("heard by OpenAI, answered by ElevenLabs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-vendors-"));
  {
    await using openAi = await startOpenAiAudio({
      key: "a-key",
      hear: async () => question,
      voice: quickTone(),
    });
    const voice = quickTone();
    await using elevenLabs = await startElevenLabs({ key: "b-key", voices: ["rachel"], voice });
    const settings = readSettings({
      PORT: "0",
      FRONTDESK_DATA: folder,
      LOG_LEVEL: "error",
      RECOGNIZER: "openai",
      OPENAI_API_KEY: "a-key",
      OPENAI_SPEECH_URL: openAi.address,
      ELEVENLABS_API_KEY: "b-key",
      ELEVENLABS_URL: elevenLabs.address,
      ELEVENLABS_VOICE: "rachel",
    });
    const server = await startServer(settings, {
      local: { recognizer: silentRecognizer(), synthesizer: quickTone() },
    });
    const call = await callSpoken({
      caller: asksQuestions,
      mind: asking(),
      base: server.url.replace(/^http/, "ws").replace(/\/$/, ""),
      voices,
      voice: "rob",
      seed: 1,
      today: Temporal.PlainDate.from("2026-03-02"),
    });
    const metrics = await server.telemetry.expose();
    await server.close(0);
    expect(call.turns.map(({ heard }) => heard)).toEqual([question]);
    expect(call.messages).toContainEqual(
      expect.objectContaining({ kind: "saying", text: expect.stringContaining("We are open") }),
    );
    expect(metrics).toMatch(/transcriptions\{source="openai",words="yes"\} 1/);
    expect(metrics).toMatch(/partner_requests_total\{service="elevenlabs",outcome="answered"\}/);
    expect(metrics).not.toContain("synthesis_failures_total{");
  }
  await rm(folder, { recursive: true, force: true });
}, 120_000);
