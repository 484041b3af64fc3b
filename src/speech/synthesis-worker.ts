import { parentPort, workerData } from "node:worker_threads";
import { BYTES_PER_MS, mulawSilence, SAMPLE_RATE_HZ } from "../core/audio/audio-frame.ts";
import { encodeMulaw } from "../core/audio/mulaw.ts";
import { type FliteSettings, openFlite } from "./flite/flite.ts";
import { normalise, trim } from "./level.ts";
import { openResampler } from "./resample.ts";

/** What the worker is started with: who speaks, and how. */
export interface SynthesisWorkerData {
  readonly settings: FliteSettings;
}

export interface SynthesisJob {
  readonly id: number;
  readonly text: string;
  /** Silence after the words. */
  readonly pauseMs: number;
}

/** Mu-law, or what went wrong without a word of the text. */
export type SynthesisResult =
  | { readonly kind: "ready" }
  | { readonly kind: "spoken"; readonly id: number; readonly audio: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly id: number; readonly error: string };

/** -20 dB against full scale: as loud as a person on the telephone. Peaks stay 2 dB below clipping. */
const speechLevel = 3_277;
const peak = 26_000;

const port = parentPort;
if (port === null) throw new Error("runs as a worker only");

const { settings } = workerData as SynthesisWorkerData;
const flite = openFlite();
const resample = await openResampler();

function speak(job: SynthesisJob): Uint8Array<ArrayBuffer> {
  const narrow = resample(flite.speak(job.text, settings), SAMPLE_RATE_HZ);
  const words = normalise(trim(narrow, { leadMs: 10, tailMs: 30 }), speechLevel, peak);
  const audio = new Uint8Array(words.length + BYTES_PER_MS * job.pauseMs).fill(mulawSilence);
  encodeMulaw(words, audio);
  return audio;
}

port.on("message", (job: SynthesisJob) => {
  try {
    const audio = speak(job);
    port.postMessage({ kind: "spoken", id: job.id, audio } satisfies SynthesisResult, [audio.buffer]);
  } catch (error) {
    const name = error instanceof Error ? error.name : "unknown";
    port.postMessage({ kind: "failed", id: job.id, error: name } satisfies SynthesisResult);
  }
  flite.prepare();
});

// The first run translates the code; it is spent here, so that the first caller does not wait for it.
flite.speak("ready", settings);
flite.prepare();
port.postMessage({ kind: "ready" } satisfies SynthesisResult);
