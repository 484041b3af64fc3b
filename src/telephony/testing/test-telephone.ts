import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import type { Perform } from "../../ports/ledger.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { memoryCallStore } from "../../ports/testing/memory-call-store.ts";
import { callRuntime, liveFeed, systemClock } from "../../runtime/runtime.ts";
import { parrot } from "../../runtime/testing/parrot.ts";
import { ScriptedRecognizer, ScriptedSynthesizer } from "../../runtime/testing/scripted-speech.ts";
import { CallerLimits } from "../caller-limits.ts";
import { type MediaServerOptions, mediaServer } from "../media-server.ts";
import { StreamTokens } from "../stream-token.ts";

/** A server with open lines on a free port, the real runtime, and a conversation that does as it is told. */
export async function testTelephone(
  options: Partial<MediaServerOptions> & { perform?: Perform; maxCalls?: number } = {},
) {
  const telemetry = countingTelemetry();
  /** Bookings that wait for the test to let them be committed. */
  const commits: (() => void)[] = [];
  const performWhenTold: Perform = (_practice, request) =>
    new Promise((resolve) => {
      if (request.kind === "book") commits.push(() => resolve({ kind: "taken" }));
      else resolve({ kind: "released" });
    });
  const recognizer = new ScriptedRecognizer();
  const synthesizer = new ScriptedSynthesizer(20);
  const callStore = memoryCallStore();
  const feed = liveFeed(systemClock, telemetry.log);
  const runtime = callRuntime({
    clock: systemClock,
    recognizer,
    synthesizer,
    perform: options.perform ?? performWhenTold,
    callStore,
    liveFeed: feed,
    telemetry,
    maxCalls: options.maxCalls ?? 10,
  });
  const httpServer = createServer((_request, response) => response.writeHead(404).end());
  const tokens = new StreamTokens("a secret of the test", systemClock);
  const orders: string[] = [];
  const media = mediaServer({
    httpServer,
    tokens,
    limits: new CallerLimits({ atOnce: 5, perMinute: 10 }, systemClock),
    openLines: true,
    hasPractice: (practice) => practice === testPractice.id,
    clock: systemClock,
    telemetry,
    orders: {
      transfer: async (call, to) => void orders.push(`transfer ${call} ${to}`),
      hangingUp: (call) => void orders.push(`hang up ${call}`),
      refused: (call, why) => void orders.push(`refused ${call} ${why}`),
    },
    answer: (line, call) => runtime.answer(line, { ...call, practice: testPractice, conversation: parrot }),
    ...options,
  });
  await new Promise<void>((resolve) => httpServer.listen(0, "127.0.0.1", resolve));
  const { port } = httpServer.address() as AddressInfo;
  return {
    telemetry,
    commits,
    httpServer,
    recognizer,
    synthesizer,
    callStore,
    feed,
    runtime,
    media,
    tokens,
    orders,
    untilPhase: (call: string, phase: string) => becomes(() => runtime.calls.find(call)?.phase === phase),
    untilLogged: (message: string) => becomes(() => telemetry.lines.some((line) => line.message === message)),
    until: becomes,
    url: (path: string) => `ws://127.0.0.1:${port}${path}`,
    async [Symbol.asyncDispose]() {
      media.close();
      await new Promise((resolve) => httpServer.close(resolve));
    },
  };
}

/** Looks again whenever the process has done what it had to do. */
async function becomes(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
