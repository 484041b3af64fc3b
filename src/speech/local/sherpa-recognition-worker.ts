import { parentPort, workerData } from "node:worker_threads";
import sherpa from "sherpa-onnx-node";
import { SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { mulawToLinear } from "../../core/audio/mulaw.ts";
import type { RecognitionOrder, RecognitionReport } from "../recognition/recognition-worker.ts";
import type { PresentModel } from "./present-models.ts";

const { files } = workerData as PresentModel<"ears">;
const { tokens, ...transducer } = files;

const recognizer = new sherpa.OnlineRecognizer({
  featConfig: { sampleRate: 16_000, featureDim: 80 },
  modelConfig: { transducer, tokens, numThreads: 1, provider: "cpu", debug: false },
  decodingMethod: "modified_beam_search",
  maxActivePaths: 4,
  enableEndpoint: false,
});

/** Small models miss a word that begins at once, and the last one is decoded only with something behind it. */
const LEAD_MS = 300;
const TAIL_MS = 600;

function decode(audio: Uint8Array): { text: string; confidence: number } {
  const stream = recognizer.createStream();
  const samples = new Float32Array(audio.length + ((LEAD_MS + TAIL_MS) * SAMPLE_RATE_HZ) / 1000);
  for (const [index, byte] of audio.entries())
    samples[index + (LEAD_MS * SAMPLE_RATE_HZ) / 1000] = (mulawToLinear[byte] as number) / 32_768;
  stream.acceptWaveform({ samples, sampleRate: SAMPLE_RATE_HZ });
  stream.inputFinished();
  while (recognizer.isReady(stream)) recognizer.decode(stream);
  const { text, ys_probs: logs = [] } = recognizer.getResult(stream);
  const sum = logs.reduce((total, log) => total + Math.exp(Math.min(0, log)), 0);
  // The models know capital letters only.
  return { text: text.trim().toLowerCase(), confidence: logs.length === 0 ? 0 : sum / logs.length };
}

function report(message: RecognitionReport): void {
  parentPort?.postMessage(message);
}

parentPort?.on("message", (order: RecognitionOrder) => {
  if (order.kind === "decode") report({ kind: "decoded", job: order.job, ...decode(order.audio) });
  else if (order.kind === "prepare") report({ kind: "prepared" });
});

report({ kind: "ready" });
