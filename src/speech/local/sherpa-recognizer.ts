import type { Recognizer } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { DecoderPool } from "../recognition/decoder-pool.ts";
import { UtteranceStream } from "../recognition/utterance-stream.ts";
import type { PresentModel } from "./present-models.ts";

/** While the caller goes on speaking, the words are looked at so often, when a decoder is free. */
const LOOK_EVERY_MS = 1_200;

export interface SherpaRecognizerSettings {
  readonly model: PresentModel<"ears">;
  /** Threads with the model in each. */
  readonly workers: number;
  readonly telemetry: Telemetry;
}

/**
 * Recognizes speech on this machine with a general model of English, which needs no grammar and knows none: better at what nobody
 * foresaw, worse at names than ears that are told what to expect. Rejects when the model cannot be loaded.
 */
export async function openSherpaRecognizer({
  model,
  workers,
  telemetry,
}: SherpaRecognizerSettings): Promise<Recognizer> {
  const program = new URL("./sherpa-recognition-worker.ts", import.meta.url);
  const pool = new DecoderPool({ workers, telemetry, program, data: model });
  try {
    await pool.ready();
  } catch (error) {
    await pool.close();
    throw error;
  }
  const options = { source: "sherpa", area: [], lookEveryMs: LOOK_EVERY_MS, telemetry };
  return {
    open: (handler) => new UtteranceStream(pool, handler, options),
    close: () => pool.close(),
  };
}
