import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBackOffice } from "../../src/app/back-office.ts";
import { booked, collected, history, initialCall, nextDeadline, step } from "../../src/core/call/call.ts";
import type { Recognizer } from "../../src/ports/recognizer.ts";
import type { Synthesizer } from "../../src/ports/synthesizer.ts";
import type { Telemetry } from "../../src/ports/telemetry.ts";
import { loadPractice } from "../../src/practices/load-practice.ts";
import { callRuntime, liveFeed, systemClock } from "../../src/runtime/runtime.ts";
import { mediaServer, StreamTokens } from "../../src/telephony/telephony.ts";

export interface BenchServer extends AsyncDisposable {
  /** Open line of the clinic. */
  readonly url: string;
}

export interface BenchServerParts {
  readonly recognizer: Recognizer;
  readonly synthesizer: Synthesizer;
  readonly telemetry: Telemetry;
  readonly maxCalls: number;
}

/** The real server but for its speech: telephony, runtime, the fold of the call, and the embedded database. */
export async function openBenchServer(parts: BenchServerParts): Promise<BenchServer> {
  const { telemetry } = parts;
  const clock = systemClock;
  await using opened = new AsyncDisposableStack();
  const dataDirectory = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  opened.defer(() => rm(dataDirectory, { recursive: true, force: true }));
  const practice = await loadPractice(join(import.meta.dirname, "../../practices"), "clinic");
  const practices = new Map([[practice.id, practice]]);
  const office = opened.use(
    await openBackOffice({ dataDirectory, databaseUrl: null, key: null, practices, clock, telemetry }),
  );
  const feed = liveFeed(clock, telemetry.log);
  const runtime = callRuntime({ ...parts, ...office, clock, liveFeed: feed });
  const conversation = { initial: initialCall(practice), step, nextDeadline, collected, history, booked };
  const httpServer = createServer((_request, response) => response.writeHead(404).end());
  const media = mediaServer({
    httpServer,
    tokens: new StreamTokens("only for this bench", clock),
    openLines: true,
    hasPractice: (id) => id === practice.id,
    clock,
    telemetry,
    orders: { transfer: async () => {}, hangingUp: () => {} },
    answer: (line, call) => runtime.answer(line, { ...call, practice, conversation }),
  });
  opened.defer(() => {
    media.close();
    httpServer.closeAllConnections();
    httpServer.close();
  });
  await new Promise<void>((resolve) => httpServer.listen(0, "127.0.0.1", resolve));
  const { port } = httpServer.address() as AddressInfo;
  const all = opened.move();
  return { url: `ws://127.0.0.1:${port}/line/clinic`, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Counts nothing and writes nothing, for benches that do not measure telemetry. */
export const noTelemetry: Telemetry = (() => {
  const nothing = (): void => {};
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing, with: () => log };
  return { log, meter: { count: nothing, observeSeconds: nothing, gauge: nothing } };
})();
