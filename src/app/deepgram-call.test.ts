// Goal: with a key and nothing else, a call is heard and answered by the service. Method: the whole server, pointed at the emulated service by its
// address; a caller with a voice on a real media stream. What takes processor time is left to parts that cost none: the service knows
// what is said when it hears somebody speak, and its voice is a tone.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { CallerMind } from "../sim/caller-mind.ts";
import { asksQuestions } from "../sim/callers/asks-questions.ts";
import { startDeepgram } from "../sim/emulators/deepgram.ts";
import { isLoud } from "../sim/emulators/deepgram-words.ts";
import { callSpoken } from "../sim/spoken-call.ts";
import { openVoices } from "../sim/voices/voices.ts";
import { silentRecognizer } from "../speech/silent-recognizer.ts";
import { toneSynthesizer } from "../speech/tone-synthesizer.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

const voices = openVoices();
afterAll(() => voices.close());

/** A syllable lasts as long as a letter, so that the test is over sooner. */
const quickTone = () => toneSynthesizer({ msPerCharacter: 20 });

const question = "what are your opening hours";

/** Asks one thing, hears the answer, and hangs up. */
function asking(text: string): CallerMind {
  let asked = false;
  return {
    react() {
      if (asked) return { kind: "hangUp", why: "done" };
      asked = true;
      return { kind: "say", text };
    },
    cutOff: () => undefined,
    overhear: () => undefined,
    knows: { heardEmergency: false, heardBooked: null, told: new Set(), misread: 0 },
  };
}

test.each(["nova-3", "flux-general-en"])(
  "%s: a question is asked and answered",
  async (model) => {
    const folder = await mkdtemp(join(tmpdir(), "frontdesk-deepgram-"));
    {
      await using service = await startDeepgram({
        key: "a-key",
        hear: async (sound) => (isLoud(sound) ? question : ""),
        voice: { ...quickTone(), ready: () => null },
      });
      const settings = readSettings({
        PORT: "0",
        FRONTDESK_DATA: folder,
        LOG_LEVEL: "error",
        DEEPGRAM_API_KEY: "a-key",
        DEEPGRAM_URL: service.address,
        DEEPGRAM_MODEL: model,
      });
      const local = { recognizer: silentRecognizer(), synthesizer: quickTone() };
      const server = await startServer(settings, { local });
      const call = await callSpoken({
        caller: asksQuestions,
        mind: asking(question),
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
      expect((model === "nova-3" ? service.listen : service.flux).visits).toHaveLength(1);
      expect(metrics).toMatch(/transcriptions\{source="deepgram",words="yes"\} 1/);
      expect(metrics).toMatch(/syntheses_total\{voice="deepgram"\}/);
      expect(metrics).not.toContain("synthesis_failures_total{");
    }
    await rm(folder, { recursive: true, force: true });
  },
  120_000,
);
