// npm run bench -- latency: how long an answer takes once the caller's words are known, and where the time goes.
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { wholeNumber } from "../src/app/usage-error.ts";
import type { Recognizer } from "../src/ports/recognizer.ts";
import { openMediaCall } from "../src/sim/media-client.ts";
import { openVoices } from "../src/sim/voices/voices.ts";
import { silentRecognizer } from "../src/speech/silent-recognizer.ts";
import { openBenchServer } from "./load/bench-server.ts";
import { percentile, round, tableLines } from "./load/figures.ts";

const help = `Usage: npm run bench -- latency [--turns 20] [--json]

Asks the agent questions over a real media stream on loopback, with a recognizer that answers at once and prompts whose
sound is at hand, and measures from the final transcript to the first frame of the answer at the caller's end.
A turn takes about three seconds.`;

const published = {
  limits: { transcriptToFirstFrameMs: { p50: 3, p95: 8 } },
  livekitAgentsJs: { transcriptToFirstFrameMs: "11-17", freshProcessMs: "57-81", source: "1.9" },
};

const WARM_UP_TURNS = 5;
const ANSWER_WITHIN_MS = 10_000;

interface Turn {
  readonly transcriptToFirstFrameMs: number;
  readonly speechEndToTranscriptMs: number;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      turns: { type: "string", default: "20" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const figures = figuresOf(await measure(wholeNumber("turns", values.turns, 1, 1000)));
  if (values.json) console.log(JSON.stringify(figures));
  else for (const line of table(figures)) console.log(line);
}

/** Turns one after the other on one line; the first ones are the fresh process, and told apart. */
async function measure(turns: number): Promise<readonly Turn[]> {
  let transcriptMs = 0;
  const recognizer = knowingRecognizer(() => {
    transcriptMs = performance.now();
  });
  await using server = await openBenchServer({ recognizer, msPerCharacter: 4, maxCalls: 10 });
  const voices = openVoices();
  const question = await voices.say("Is there parking?", "rob");
  await voices.close();
  const call = await openMediaCall({ url: server.url, from: "+15035550123" });
  const measured: Turn[] = [];
  await quiet(call.playback, 0);
  for (let turn = 0; turn < turns + WARM_UP_TURNS; turn++) {
    const { endedMs } = await call.say(question);
    const firstFrameMs = await answered(call.playback, endedMs);
    measured.push({
      transcriptToFirstFrameMs: firstFrameMs - transcriptMs,
      speechEndToTranscriptMs: transcriptMs - endedMs,
    });
    await quiet(call.playback, firstFrameMs);
  }
  call.hangUp();
  await call.closed;
  return measured;
}

/** Shows its words when the speech begins, as quick recognizers do, and gives them as soon as it is asked. */
function knowingRecognizer(finalGiven: () => void): Recognizer {
  const words = (utterance: number) => (utterance % 2 === 0 ? "where are you located" : "is there parking");
  const recognizer = silentRecognizer((utterance) => {
    finalGiven();
    return words(utterance);
  });
  return {
    ...recognizer,
    open(handler) {
      const stream = recognizer.open(handler);
      let utterance = 1;
      const hypothesis = () => ({ utterance, text: words(utterance), final: false, confidence: 1 });
      return {
        ...stream,
        speechStarted: () => queueMicrotask(() => handler.heard({ ...hypothesis(), alternatives: [] })),
        finish() {
          utterance += 1;
          stream.finish();
        },
      };
    },
  };
}

interface Playback {
  readonly playedUntilMs: number;
  firstAudibleMs(fromMs: number): number | null;
}

async function answered(playback: Playback, sinceMs: number): Promise<number> {
  const waitsSinceMs = performance.now();
  for (;;) {
    const audibleMs = playback.firstAudibleMs(sinceMs);
    if (audibleMs !== null) return audibleMs;
    if (performance.now() - waitsSinceMs > ANSWER_WITHIN_MS)
      throw new Error("no answer came within ten seconds");
    await pause(5);
  }
}

/** Until something has been said and nothing more comes. */
async function quiet(playback: Playback, sinceMs: number): Promise<void> {
  await answered(playback, sinceMs);
  while (performance.now() - playback.playedUntilMs < 400) await pause(20);
}

function figuresOf(turns: readonly Turn[]) {
  const warm = turns.slice(WARM_UP_TURNS);
  const spread = (values: readonly number[]) => ({
    p50: round(percentile(values, 0.5), 2),
    p95: round(percentile(values, 0.95), 2),
    max: round(percentile(values, 1), 2),
  });
  return {
    turns: warm.length,
    transcriptToFirstFrameMs: spread(warm.map((turn) => turn.transcriptToFirstFrameMs)),
    freshProcessMs: round(turns[0]?.transcriptToFirstFrameMs ?? Number.NaN, 2),
    speechEndToTranscriptMs: spread(warm.map((turn) => turn.speechEndToTranscriptMs)),
    published,
  };
}

function table(figures: ReturnType<typeof figuresOf>): string[] {
  const { limits, livekitAgentsJs: peer } = published;
  const show = ({ p50, p95, max }: { p50: number; p95: number; max: number }) =>
    `${p50} / ${p95} / ${max} ms`;
  const limit = limits.transcriptToFirstFrameMs;
  const lines = tableLines([
    [`${figures.turns} turns`, "p50 / p95 / max", "limit p50 / p95", "LiveKit Agents JS*"],
    [
      "final transcript to first frame",
      show(figures.transcriptToFirstFrameMs),
      `${limit.p50} / ${limit.p95} ms`,
      `${peer.transcriptToFirstFrameMs} ms`,
    ],
    ["  the first of a fresh process", `${figures.freshProcessMs} ms`, "", `${peer.freshProcessMs} ms`],
    ["end of speech to final transcript", show(figures.speechEndToTranscriptMs)],
  ]);
  return [...lines, `* ${peer.source}; published figures of another machine, without telephony framing`];
}
