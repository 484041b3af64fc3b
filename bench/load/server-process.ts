// The server under load, in a process of its own so that its work can be measured.
import { silentRecognizer } from "../../src/speech/silent-recognizer.ts";
import { openBenchServer } from "./bench-server.ts";

export type ServerReport =
  | { readonly kind: "listening"; readonly url: string }
  /** Processor time is that of the whole process; `loopSeconds` that of the thread that carries the calls. */
  | {
      readonly kind: "usage";
      readonly cpuSeconds: number;
      readonly loopSeconds: number;
      readonly residentBytes: number;
      readonly heapBytes: number;
    };

/** Questions that can be asked without end, so that every call lasts as long as the measurement. */
const questions = [
  "what are your opening hours",
  "where are you located",
  "is there parking",
  "how much is a visit",
];

const report = (message: ServerReport) => process.send?.(message);
const server = await openBenchServer({
  recognizer: silentRecognizer((utterance) => questions[utterance % questions.length] ?? ""),
  msPerCharacter: 65,
  maxCalls: 10_000,
});
report({ kind: "listening", url: server.url });

/** `settled` collects garbage first, which holds up all calls, so it is not asked for inside a measurement. */
process.on("message", (message: "usage" | "settled" | "stop") => {
  if (message === "stop") return void stop();
  if (message === "settled") globalThis.gc?.();
  usage();
});
process.on("disconnect", () => process.exit(0));

function usage(): void {
  const { user, system } = process.cpuUsage();
  const loop = process.threadCpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  report({
    kind: "usage",
    cpuSeconds: (user + system) / 1e6,
    loopSeconds: (loop.user + loop.system) / 1e6,
    residentBytes: rss,
    heapBytes: heapUsed,
  });
}

async function stop(): Promise<void> {
  await server[Symbol.asyncDispose]();
  process.exit(0);
}
