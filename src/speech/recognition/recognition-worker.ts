import { parentPort } from "node:worker_threads";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import { SpeechDecoder } from "./speech-decoder.ts";

/** What the thread is told. `job` numbers utterances; only one is under way at a time. */
export type RecognitionOrder =
  | { readonly kind: "begin"; readonly job: number; readonly grammar: GrammarRequest }
  | { readonly kind: "audio"; readonly job: number; readonly audio: Uint8Array }
  | { readonly kind: "end"; readonly job: number }
  /** Give the utterance up without a word: it will be begun again, here or elsewhere. */
  | { readonly kind: "drop"; readonly job: number }
  | { readonly kind: "warm"; readonly grammar: GrammarRequest };

export type RecognitionReport =
  | { readonly kind: "ready" }
  | { readonly kind: "soFar"; readonly job: number; readonly text: string }
  | { readonly kind: "ended"; readonly job: number; readonly text: string; readonly confidence: number };

const port = parentPort;
if (port === null) throw new Error("runs as a worker only");

const decoder = await SpeechDecoder.open();
let current: { readonly job: number; said: string } | null = null;

function report(message: RecognitionReport): void {
  port?.postMessage(message);
}

port.on("message", (order: RecognitionOrder) => {
  if (order.kind === "warm") {
    if (current === null) decoder.warm(order.grammar);
    return;
  }
  if (order.kind === "begin") {
    decoder.use(order.grammar);
    decoder.begin();
    current = { job: order.job, said: "" };
    return;
  }
  if (current === null || current.job !== order.job) return;
  if (order.kind === "audio") hear(current, order.audio);
  else {
    const result = decoder.end();
    if (order.kind === "end") report({ kind: "ended", job: order.job, ...result });
    current = null;
  }
});

function hear(utterance: { readonly job: number; said: string }, audio: Uint8Array): void {
  decoder.feed(audio);
  const text = decoder.soFar();
  if (text === utterance.said) return;
  utterance.said = text;
  report({ kind: "soFar", job: utterance.job, text });
}

report({ kind: "ready" });
