import { expect } from "vitest";
import { resilience, usualLimits } from "../../../partners/resilience/resilience.ts";
import { fixedSecret } from "../../../partners/secrets/hidden-secret.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Hypothesis } from "../../../ports/recognizer.ts";
import { countingTelemetry } from "../../../ports/testing/counting-telemetry.ts";
import { settled, VirtualClock } from "../../../ports/testing/virtual-clock.ts";
import { startDeepgram } from "../../../sim/emulators/deepgram.ts";
import type { Fault } from "../../../sim/emulators/faults.ts";
import { toneSynthesizer } from "../../tone-synthesizer.ts";
import { deepgramRecognizer } from "../deepgram-recognizer.ts";
import { hearNumbers } from "./numbered-sound.ts";

export interface Rig {
  readonly model: string;
  readonly key?: string;
  readonly fault?: Fault;
  readonly hear?: (sound: Uint8Array) => Promise<string>;
  readonly names?: readonly string[];
}

/** A recognizer that hears through an emulated service of its own. */
export async function deepgramEars(
  { model, key = "a-key", hear = hearNumbers, names = [] }: Rig,
  clock: Clock,
) {
  const server = await startDeepgram({ key: "a-key", hear, voice: toneSynthesizer() });
  const telemetry = countingTelemetry();
  const limits = { ...usualLimits, backOff: { firstMs: 1, capMs: 1 }, attempts: 2, attemptMs: 500 };
  const policy = resilience({ service: "deepgram", limits, clock, telemetry });
  let opened = 0;
  const recognizer = deepgramRecognizer({
    key: fixedSecret(key),
    model,
    address: server.address,
    names,
    clock,
    telemetry,
    resilience: {
      async run(doing, attempt, wanted) {
        const result = await policy.run(doing, attempt, wanted);
        opened += 1;
        return result;
      },
    },
  });
  return {
    opened: () => opened,
    server,
    route: model.startsWith("flux") ? server.flux : server.listen,
    telemetry,
    recognizer,
  };
}

/** One call that is heard so. Time stands still unless a test moves it, so that turns wait for their words however busy the machine is. */
export async function listeningCall(rig: Rig) {
  const clock = new VirtualClock();
  const { opened, server, route, telemetry, recognizer } = await deepgramEars(rig, clock);
  if (rig.fault !== undefined) route.setFault(rig.fault);
  const heard: Hypothesis[] = [];
  const lost: Error[] = [];
  const stream = recognizer.open({
    heard: (hypothesis) => heard.push(hypothesis),
    lost: (error) => lost.push(error),
  });
  const until = (what: () => unknown) => expect.poll(what, { timeout: 8_000, interval: 5 });
  return {
    route,
    stream,
    telemetry,
    clock,
    heard,
    lost,
    until,
    finals: () => heard.filter(({ final }) => final).map(({ text }) => text),
    drops: (reason: string) => telemetry.counted("recognizer_drops_total", { reason }),
    /** Pushes frames as a call does: voice activity is noticed in the third. */
    say(frames: readonly Uint8Array[]) {
      for (const [index, frame] of frames.entries()) {
        stream.push(frame);
        if (index === 2) stream.speechStarted();
      }
    },
    /** Both ends hold so many connections open, or have done. */
    connected: (times = 1) => until(opened).toBe(times),
    /** Moves time on while everything that is under way goes on too. */
    async pass(ms: number) {
      clock.advance(ms);
      await settled();
    },
    async [Symbol.asyncDispose]() {
      await recognizer.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
