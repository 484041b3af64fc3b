// Goal: two vendors' voices over HTTP are voices like any other, whatever the network does. Method: the real clients against
// servers that speak the services' protocols, with a tone for a voice; limits at the pace of the connections.
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { openUpstream } from "../partners/http/upstream.ts";
import { usualLimits } from "../partners/resilience/resilience.ts";
import { fixedSecret } from "../partners/secrets/hidden-secret.ts";
import { synthesizerContract } from "../ports/synthesizer.contract.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { pacedClock } from "../ports/testing/paced-clock.ts";
import { systemClock } from "../runtime/runtime.ts";
import { startElevenLabs } from "../sim/emulators/elevenlabs.ts";
import type { Fault } from "../sim/emulators/faults.ts";
import type { HttpEmulator } from "../sim/emulators/http-emulator.ts";
import { startOpenAiAudio } from "../sim/emulators/openai-audio.ts";
import { elevenLabsSynthesizer } from "./elevenlabs/elevenlabs-synthesizer.ts";
import { openAiSynthesizer } from "./openai/openai-synthesizer.ts";
import { openStreamResampler } from "./resample.ts";
import { toneSynthesizer } from "./tone-synthesizer.ts";

const voice = toneSynthesizer();
const resampler = await openStreamResampler({ fromRate: 24_000, toRate: 8_000 });
const openAi = await startOpenAiAudio({ key: "a-key", hear: async () => "", voice });
const elevenLabs = await startElevenLabs({ key: "a-key", voices: ["rachel"], voice });

afterAll(async () => {
  for (const server of [openAi, elevenLabs]) await server[Symbol.asyncDispose]();
  await voice.close();
});

const never = new AbortController().signal;

function upstreamTo(service: string, address: string, telemetry = countingTelemetry()) {
  const limits = { ...usualLimits, attemptMs: 300, attempts: 2, backOff: { firstMs: 1, capMs: 1 } };
  return {
    telemetry,
    upstream: openUpstream({ service, address, limits, clock: pacedClock(), telemetry, silenceMs: 300 }),
  };
}

interface Vendor {
  readonly server: HttpEmulator;
  open(key?: string): Synthesizer;
}

const vendors: Readonly<Record<string, Vendor>> = {
  openai: {
    server: openAi,
    open(key = "a-key") {
      const { address } = openAi;
      const { upstream } = upstreamTo("openai", address);
      const settings = { upstream, address, key: fixedSecret(key), resampler, clock: systemClock };
      return openAiSynthesizer({ ...settings, model: "gpt-4o-mini-tts", voice: "coral" });
    },
  },
  elevenlabs: {
    server: elevenLabs,
    open(key = "a-key") {
      const { address } = elevenLabs;
      const { upstream } = upstreamTo("elevenlabs", address);
      const settings = { upstream, address, key: fixedSecret(key), clock: systemClock };
      return elevenLabsSynthesizer({ ...settings, model: "eleven_flash_v2_5", voice: "rachel" });
    },
  },
};

describe.each(Object.entries(vendors))("%s", (_name, { server, open }) => {
  beforeEach(() => server.setFault(null));

  synthesizerContract(async () => open());

  /** How much sound came, and how it ended. */
  async function spoken(one: Synthesizer, words = "Tuesday at nine.") {
    let bytes = 0;
    try {
      for await (const piece of one.speak(hide(words), { fixed: false, signal: never }))
        bytes += piece.length;
      return { bytes, error: null };
    } catch (error) {
      return { bytes, error: error as Error };
    } finally {
      await one.close();
    }
  }

  test("a text becomes the sound that the service makes of it", async () => {
    const { bytes } = await spoken(open());
    const expected = await spoken({ ...voice, close: async () => undefined });
    expect(bytes).toBe(expected.bytes);
  });

  test.each<[Fault, boolean]>([
    ["refuse", true],
    ["hang", true],
    ["serverError", true],
    [{ tooMany: 0 }, true],
    ["garbage", true],
    ["unauthorized", false],
  ])("%j: no sound, and an error; may it pass: %s", async (fault, retryable) => {
    server.setFault(fault);
    const { bytes, error } = await spoken(open());
    expect(bytes).toBe(0);
    expect(error).toMatchObject({ name: "WorldError", retryable });
  });

  test.each<Fault>([{ stallAfterBytes: 4_000 }, "dropInTheMiddle"])(
    "%j: what came is heard, and then it is an error, so that another voice can say it again",
    async (fault) => {
      server.setFault(fault);
      const { bytes, error } = await spoken(open());
      expect(bytes).toBeGreaterThan(0);
      expect(error).toMatchObject({ name: "WorldError", retryable: true });
    },
  );

  test("no error holds the key or the words", async () => {
    const { error } = await spoken(open("hunter2"), "Ana has an appointment.");
    expect(error).toMatchObject({ name: "WorldError", retryable: false, status: 401 });
    expect(`${error?.stack} ${(error?.cause as Error | undefined)?.stack}`).not.toMatch(/hunter2|Ana/);
  });
});
