// Goal: with a key and nothing else, a call is heard and answered by the service. Method: the whole server, pointed at the
// emulated service by its address; a caller with a voice on a real media stream. What takes processor time is left to parts
// that cost none: the service knows what is said when it hears somebody speak, and its voice is a tone.
import { afterAll, expect, test } from "vitest";
import { startDeepgram } from "../sim/emulators/deepgram.ts";
import { isLoud } from "../sim/emulators/deepgram-words.ts";
import { openVoices } from "../sim/voices/voices.ts";
import { askOnce, quickTone } from "./testing/one-question-call.ts";

const voices = openVoices();
afterAll(() => voices.close());

const question = "what are your opening hours";

test.concurrent.each(["nova-3", "flux-general-en"])(
  "%s: a question is asked and answered",
  async (model) => {
    await using service = await startDeepgram({
      key: "a-key",
      hear: async (sound) => (isLoud(sound) ? question : ""),
      voice: { ...quickTone(), ready: () => null },
    });
    const { call, metrics } = await askOnce(question, voices, {
      DEEPGRAM_API_KEY: "a-key",
      DEEPGRAM_URL: service.address,
      DEEPGRAM_MODEL: model,
    });
    expect(call.turns.map(({ heard }) => heard)).toEqual([question]);
    expect(call.messages).toContainEqual(
      expect.objectContaining({ kind: "saying", text: expect.stringContaining("We are open") }),
    );
    expect((model === "nova-3" ? service.listen : service.flux).visits).toHaveLength(1);
    expect(metrics).toMatch(/recognized_turns_total\{source="deepgram",words="yes"\} 1/);
    expect(metrics).toMatch(/syntheses_total\{voice="deepgram"\}/);
    expect(metrics).not.toContain("synthesis_failures_total{");
  },
  120_000,
);
