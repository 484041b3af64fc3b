import { type MessagePort, parentPort } from "node:worker_threads";
import { BYTES_PER_MS, MULAW_SILENCE, SAMPLE_RATE_HZ } from "../core/audio/audio-frame.ts";
import { encodeMulaw } from "../core/audio/mulaw.ts";
import type { Sound } from "./flite/flite.ts";
import { normalise, trim } from "./level.ts";
import { openResampler } from "./resample.ts";

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
const SPEECH_LEVEL = 3_277;
const PEAK = 26_000;

/**
 * Serves the jobs of the thread's owner for as long as it lives: what `speak` makes of a text goes out as the telephone carries
 * it. `rest` is called when nobody waits for anything.
 */
export async function serveSynthesis(
  speak: (text: string) => Sound,
  rest: () => void = () => {},
): Promise<void> {
  const port = ownersPort();
  const resample = await openResampler();

  function spoken({ text, pauseMs }: SynthesisJob): Uint8Array<ArrayBuffer> {
    const narrow = resample(speak(text), SAMPLE_RATE_HZ);
    const words = normalise(trim(narrow, { leadMs: 10, tailMs: 30 }), SPEECH_LEVEL, PEAK);
    const audio = new Uint8Array(words.length + BYTES_PER_MS * pauseMs).fill(MULAW_SILENCE);
    encodeMulaw(words, audio);
    return audio;
  }

  port.on("message", (job: SynthesisJob) => {
    try {
      const audio = spoken(job);
      port.postMessage({ kind: "spoken", id: job.id, audio } satisfies SynthesisResult, [audio.buffer]);
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      port.postMessage({ kind: "failed", id: job.id, error: name } satisfies SynthesisResult);
    }
    rest();
  });

  // The first run translates the code; it is spent here, so that the first caller does not wait for it.
  speak("ready");
  rest();
  port.postMessage({ kind: "ready" } satisfies SynthesisResult);
}

function ownersPort(): MessagePort {
  if (parentPort === null) throw new Error("runs as a worker only");
  return parentPort;
}
