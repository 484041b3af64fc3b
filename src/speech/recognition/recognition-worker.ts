import { parentPort } from "node:worker_threads";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import { type Decoded, SpeechDecoder } from "./speech-decoder.ts";

/** What the thread is told; one order at a time, except for `warm` and `prepare`. */
export type RecognitionOrder =
  | {
      readonly kind: "decode";
      readonly job: number;
      readonly grammar: GrammarRequest;
      readonly audio: Uint8Array;
    }
  /** The grammar will be wanted next: load it, so that the answer does not wait for that. */
  | { readonly kind: "warm"; readonly grammar: GrammarRequest }
  /** The grammar will be wanted some day: work it out now, while there is time. */
  | { readonly kind: "prepare"; readonly grammar: GrammarRequest };

export type RecognitionReport =
  | { readonly kind: "ready" }
  | { readonly kind: "prepared" }
  | ({ readonly kind: "decoded"; readonly job: number } & Pick<Decoded, "text" | "confidence"> &
      Partial<Decoded>);

const port = parentPort;
if (port === null) throw new Error("runs as a worker only");

const decoder = await SpeechDecoder.open();

function report(message: RecognitionReport): void {
  port?.postMessage(message);
}

port.on("message", (order: RecognitionOrder) => {
  if (order.kind === "warm") {
    decoder.use(order.grammar);
    return;
  }
  if (order.kind === "prepare") {
    decoder.prepare(order.grammar);
    report({ kind: "prepared" });
    return;
  }
  decoder.use(order.grammar);
  report({ kind: "decoded", job: order.job, ...decoder.decode(order.audio) });
});

report({ kind: "ready" });
decoder.rehearse();
