import type { Recognizer } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { UtteranceStream } from "../recognition/utterance-stream.ts";
import { openAiDecoders, type TranscriptionSettings } from "./openai-decoders.ts";

export interface OpenAiRecognizerSettings extends TranscriptionSettings {
  /** Words of the practice's surroundings that callers may say at any question. */
  readonly hints: readonly string[];
  readonly telemetry: Telemetry;
}

/**
 * Recognition by OpenAI, or a server that speaks its protocol. Voice activity of ours cuts the sound into utterances; what was
 * said is asked at each pause, so that the words are mostly there when the turn is declared over. A look at an utterance that
 * goes on would be a request each, so there is none.
 */
export function openAiRecognizer(settings: OpenAiRecognizerSettings): Recognizer {
  const { hints: area, telemetry, upstream } = settings;
  const decoders = openAiDecoders(settings);
  const options = { source: "openai", area, lookEveryMs: Number.POSITIVE_INFINITY, telemetry };
  return {
    open: (handler) => new UtteranceStream(decoders, handler, options),
    close: () => upstream.close(),
  };
}
