import { setTimeout as pause } from "node:timers/promises";
import { FRAME_BYTES, FRAME_MS, MULAW_SILENCE } from "../../src/core/audio/audio-frame.ts";
import { VoiceActivity } from "../../src/core/audio/voice-activity.ts";
import type { Recognizer, RecognizerStream } from "../../src/ports/recognizer.ts";
import { loadPractice } from "../../src/practices/load-practice.ts";
import { openVoices } from "../../src/sim/voices/voices.ts";
import { areaHints } from "../../src/speech/area-hints.ts";
import { openEmbeddedRecognizer } from "../../src/speech/embedded-recognizer.ts";
import { quietTelemetry } from "../../src/speech/testing/quiet-telemetry.ts";
import { percentile } from "../load/figures.ts";
import { type CallerSentence, callerSentences } from "./caller-sentences.ts";
import { seededRandom } from "./line-noise.ts";

export interface TimingOptions {
  readonly calls: number;
  readonly sentencesEach: number;
  readonly workers: number;
  readonly voices: readonly string[];
}

interface Timing {
  readonly soundMs: number;
  /** From the last sound until its words were told as a hypothesis. */
  readonly wordsMs: number;
}

/** The agent asks; so long a caller hears it and thinks. */
const ASKING_FRAMES = 100;
/** Silence after an answer in which its words should come. */
const WAITING_FRAMES = 150;

/**
 * Callers speak at the pace of a telephone, several at the same time, to one recognizer; measured is how long after the last
 * sound of an answer its words are there.
 */
export async function measureTiming(options: TimingOptions): Promise<void> {
  const practice = await loadPractice("practices", "clinic");
  const sentences = await callerSentences(practice, 2);
  const voices = openVoices();
  const recognizer = await openEmbeddedRecognizer({
    workers: options.workers,
    telemetry: quietTelemetry,
    hints: areaHints([practice]),
  });
  recognizer.warm(sentences.map(({ expectation }) => expectation));
  const random = seededRandom(1);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const scripts = await Promise.all(
    Array.from({ length: options.calls }, async (_, call) => {
      const voice = options.voices[call % options.voices.length] as string;
      const chosen = Array.from({ length: options.sentencesEach }, () => pick(sentences));
      return Promise.all(
        chosen.map(async (sentence) => ({ sentence, sound: await voices.say(sentence.text, voice) })),
      );
    }),
  );
  await pause(20_000); // grammars are worked out while there is no call
  const before = process.cpuUsage();
  const timings = (await Promise.all(scripts.map((script, call) => talk(recognizer, script, call)))).flat();
  const { user, system } = process.cpuUsage(before);
  await Promise.all([voices.close(), recognizer.close()]);
  report(
    "up to 1.5 s",
    timings.filter(({ soundMs }) => soundMs <= 1_500),
  );
  report(
    "1.5 to 3 s",
    timings.filter(({ soundMs }) => soundMs > 1_500 && soundMs <= 3_000),
  );
  report(
    "longer",
    timings.filter(({ soundMs }) => soundMs > 3_000),
  );
  report("all", timings);
  console.log(
    `${Math.round((user + system) / 1e3 / timings.length)} ms of CPU an answer, grammars and frames included`,
  );
}

async function talk(
  recognizer: Recognizer,
  script: readonly { sentence: CallerSentence; sound: Uint8Array }[],
  call: number,
): Promise<readonly Timing[]> {
  let toldAt = 0;
  const stream = recognizer.open({
    heard: ({ final }) => {
      if (!final) toldAt = performance.now();
    },
    lost: (error) => {
      throw error;
    },
  });
  const line = new PacedLine(stream, call * 700);
  const timings: Timing[] = [];
  for (const { sentence, sound } of script) {
    stream.listenFor(sentence.expectation);
    await line.silence(ASKING_FRAMES);
    await line.play(sound);
    const endedAt = performance.now();
    await line.silence(WAITING_FRAMES);
    timings.push({ soundMs: sound.length / 8, wordsMs: toldAt - endedAt });
    stream.finish();
  }
  stream.close();
  return timings;
}

/** Sends frames when they are due, and does what the ears of a call do with them. */
class PacedLine {
  readonly #stream: RecognizerStream;
  readonly #activity = new VoiceActivity();
  #dueAt: number;

  constructor(stream: RecognizerStream, startsInMs: number) {
    this.#stream = stream;
    this.#dueAt = performance.now() + startsInMs;
  }

  async silence(frames: number): Promise<void> {
    await this.play(new Uint8Array(frames * FRAME_BYTES).fill(MULAW_SILENCE));
  }

  async play(sound: Uint8Array): Promise<void> {
    for (let start = 0; start < sound.length; start += FRAME_BYTES) {
      const wait = this.#dueAt - performance.now();
      if (wait > 0) await pause(wait);
      this.#dueAt += FRAME_MS;
      const frame = sound.subarray(start, start + FRAME_BYTES);
      this.#stream.push(frame);
      if (this.#activity.push(frame) === "started") this.#stream.speechStarted();
    }
  }
}

function report(name: string, timings: readonly Timing[]): void {
  const times = timings.map(({ wordsMs }) => wordsMs);
  const at = (share: number) => Math.round(percentile(times, share));
  console.log(
    `${name.padEnd(14)}${String(times.length).padStart(4)} answers: words after ${at(0.5)} ms (p50), ${at(0.95)} ms (p95), ${at(1)} ms (most)`,
  );
}
