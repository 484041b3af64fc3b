// Goal: whatever goes wrong with the service, the caller hears every sentence whole, at most after the beginning of another try. Method: the real
// client with another voice behind it, against the emulated service under each fault; a clock that the test moves. Sound cannot be told to have
// come twice or in another order, and does not on a WebSocket: these faults are left out.
import { expect, test } from "vitest";
import { hide } from "../../core/values/private.ts";
import { resilience, usualLimits } from "../../partners/resilience/resilience.ts";
import { fixedSecret } from "../../partners/secrets/hidden-secret.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { settled, VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { startDeepgram } from "../../sim/emulators/deepgram.ts";
import type { Fault } from "../../sim/emulators/faults.ts";
import { standbySynthesizer } from "../standby-synthesizer.ts";
import { frailVoice } from "../testing/frail-voice.ts";
import { toneSynthesizer } from "../tone-synthesizer.ts";
import { deepgramSynthesizer } from "./deepgram-synthesizer.ts";

const sentence = "Your appointment is on Tuesday at nine.";
const never = new AbortController().signal;
/** Its sound is never ready, so that the service makes it. */
const tone: Synthesizer = { ...toneSynthesizer(), ready: () => null };
const toneBytes = sentence.length * 520;

async function speakingCall(fault: Fault | null) {
  const server = await startDeepgram({ key: "a-key", hear: async () => "", voice: tone });
  server.speak.setFault(fault);
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const limits = { ...usualLimits, backOff: { firstMs: 1, capMs: 1 }, attempts: 2, attemptMs: 500 };
  const vendor = deepgramSynthesizer({
    key: fixedSecret("a-key"),
    voice: "aura-2-thalia-en",
    address: server.address,
    clock,
    resilience: resilience({ service: "deepgram_voice", limits, clock, telemetry }),
  });
  const other = frailVoice(2);
  const voices = [
    { name: "deepgram", synthesizer: vendor },
    { name: "embedded", synthesizer: other },
  ] as const;
  const synthesizer = standbySynthesizer({ voices, clock, telemetry });
  /** Time goes on in steps, at the pace of the connections, until the sentence has been said. */
  async function say() {
    const heard = { vendorBytes: 0, otherBytes: 0 };
    let over = false;
    const saying = (async () => {
      for await (const piece of synthesizer.speak(hide(sentence), { fixed: false, signal: never })) {
        if (piece[0] === 2) heard.otherBytes += piece.length;
        else if (piece.some((byte) => byte !== 0xff)) heard.vendorBytes += piece.length;
      }
      over = true;
    })();
    const startedMs = clock.monotonicMs();
    const isOver = async () => {
      clock.advance(20);
      await settled();
      return over;
    };
    await expect.poll(isOver, { timeout: 8_000, interval: 5 }).toBe(true);
    await saying;
    return { ...heard, tookMs: clock.monotonicMs() - startedMs };
  }
  return {
    say,
    server,
    telemetry,
    async [Symbol.asyncDispose]() {
      await synthesizer.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

test.each<Fault>([
  "refuse",
  "hang",
  "unauthorized",
  { tooMany: 1 },
  "serverError",
  "mute",
  "garbage",
  { stallAfterBytes: 0 },
])("%j: the other voice says the sentence, and nothing else is heard", async (fault) => {
  await using call = await speakingCall(fault);
  const { vendorBytes, otherBytes, tookMs } = await call.say();
  expect({ vendorBytes, otherBytes }).toEqual({ vendorBytes: 0, otherBytes: sentence.length });
  expect(tookMs).toBeLessThan(2_000);
});

test.each<Fault>([{ stallAfterBytes: 8_000 }, "dropInTheMiddle"])(
  "%j: after the beginning the other voice says the sentence whole",
  async (fault) => {
    await using call = await speakingCall(fault);
    const { vendorBytes, otherBytes } = await call.say();
    expect(vendorBytes).toBeLessThan(toneBytes);
    expect(otherBytes).toBe(sentence.length);
  },
);

test("slow: nobody notices", async () => {
  await using call = await speakingCall({ slowMs: 30 });
  expect(await call.say()).toMatchObject({ vendorBytes: toneBytes, otherBytes: 0 });
});

test("it works again: a sentence later the caller hears the better voice, and nobody has waited to find out", async () => {
  await using call = await speakingCall("refuse");
  await call.say();
  call.server.speak.setFault(null);
  const recovered = async () => {
    await call.say();
    return call.telemetry.counted("voice_recoveries_total");
  };
  await expect.poll(recovered, { timeout: 8_000, interval: 5 }).toBe(1);
  expect(await call.say()).toMatchObject({ vendorBytes: toneBytes, otherBytes: 0 });
});
