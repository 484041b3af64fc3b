// Places the calls of a load, in a process of its own so that only the server's work is measured.
import { setTimeout as pause } from "node:timers/promises";
import { openVoices } from "../../src/sim/voices/voices.ts";
import { LoadCall, nothingSeen, type Seen } from "./load-call.ts";

/** What the process is told first. */
export interface LoadOrder {
  readonly url: string;
  readonly calls: number;
  /** Calls are opened one after the other over this time. */
  readonly rampSeconds: number;
}

/** `ramped` when all calls are open, then `seen` for each time it is asked with `look`. */
export type LoadReport =
  | { readonly kind: "ramped" }
  | { readonly kind: "seen"; readonly seen: Seen; readonly ownLateMs: readonly number[] };

const TICK_MS = 20;
const report = (message: LoadReport) => process.send?.(message);
let seen = nothingSeen();
/** How late this process itself was: what of the lateness is not the server's. */
let ownLateMs: number[] = [];
const calls: LoadCall[] = [];

process.on("message", (message: LoadOrder | "look" | "stop") => {
  if (message === "stop") stop();
  else if (message === "look") look();
  else void begin(message);
});
process.on("disconnect", () => process.exit(0));

async function begin(order: LoadOrder): Promise<void> {
  const voices = openVoices();
  const sound = await voices.say("What are your opening hours, please?", "rob");
  await voices.close();
  const speech = Array.from({ length: sound.length / 160 }, (_, index) =>
    Buffer.from(sound.subarray(index * 160, index * 160 + 160)).toString("base64"),
  );
  const pauseMs = (order.rampSeconds * 1000) / order.calls;
  tickFrom(performance.now());
  for (let index = 0; index < order.calls; index++) {
    calls.push(new LoadCall(order.url, speech, () => seen));
    await pause(pauseMs);
  }
  report({ kind: "ramped" });
}

/** Calls tick in four groups 5 ms apart, as the frames of real calls do not all come at once. */
function tickFrom(startMs: number): void {
  let beat = 0;
  const next = (): void => {
    const dueMs = startMs + beat * (TICK_MS / 4);
    const nowMs = performance.now();
    ownLateMs.push(Math.max(0, nowMs - dueMs));
    const group = beat % 4;
    for (let index = group; index < calls.length; index += 4) calls[index]?.tick(nowMs);
    beat++;
    setTimeout(next, Math.max(0, startMs + beat * (TICK_MS / 4) - performance.now()));
  };
  next();
}

function look(): void {
  report({ kind: "seen", seen, ownLateMs });
  seen = nothingSeen();
  ownLateMs = [];
}

function stop(): void {
  for (const call of calls) call.close();
  setTimeout(() => process.exit(0), 200);
}
