import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../src/app/server.ts";
import { readSettings } from "../../src/app/settings.ts";
import type { Recognizer } from "../../src/ports/recognizer.ts";
import { toneSynthesizer } from "../../src/speech/tone-synthesizer.ts";

export interface BenchServer extends AsyncDisposable {
  /** Open line of the clinic. */
  readonly url: string;
}

export interface BenchServerOptions {
  readonly recognizer: Recognizer;
  /** Length of the agent's sound for each character of its text. */
  readonly msPerCharacter: number;
  readonly maxCalls: number;
}

/** The real server with a database that is thrown away; only its speech costs nothing. */
export async function openBenchServer(options: BenchServerOptions): Promise<BenchServer> {
  const { recognizer, msPerCharacter, maxCalls } = options;
  const dataDirectory = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  const settings = readSettings({
    PORT: "0",
    LOG_LEVEL: "error",
    FRONTDESK_DATA: dataDirectory,
    MAX_CALLS: String(maxCalls),
  });
  const synthesizer = toneSynthesizer({ msPerCharacter });
  const speech = { recognizer, synthesizer, [Symbol.asyncDispose]: () => synthesizer.close() };
  const server = await startServer(settings, { speech });
  return {
    url: `${server.url.replace(/^http/, "ws")}line/clinic`,
    async [Symbol.asyncDispose]() {
      await server.close(0);
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
