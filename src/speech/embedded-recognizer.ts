import { type Expectation, nothingExpected } from "../core/language/expectation.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { grammarRequest } from "./grammar/grammar-request.ts";
import { DecoderPool } from "./recognition/decoder-pool.ts";
import { UtteranceStream } from "./recognition/utterance-stream.ts";

/** While the caller goes on speaking, the words are looked at after so long, when a decoder is free, and then less and less often. */
const LOOK_EVERY_MS = 1_200;

export interface EmbeddedRecognizerSettings {
  /** Threads with a decoder each, 115–150 MB apiece. One carries some ten people who speak at the same time. */
  readonly workers: number;
  readonly telemetry: Telemetry;
  /** Words of the practice's surroundings that callers may say at any question: towns, streets, doctors. */
  readonly hints?: readonly string[];
}

export interface EmbeddedRecognizer extends Recognizer {
  /** Works out the grammars of questions that are to be expected, in the background, while there are no calls. */
  warm(expectations: readonly Expectation[]): void;
}

/**
 * Recognizes speech on this machine, with a grammar for each expectation. Resolves when all decoders are ready, which takes
 * about half a second.
 */
export async function openEmbeddedRecognizer(
  settings: EmbeddedRecognizerSettings,
): Promise<EmbeddedRecognizer> {
  const area = settings.hints ?? [];
  const pool = new DecoderPool({ workers: settings.workers, telemetry: settings.telemetry });
  try {
    await pool.ready();
  } catch (error) {
    await pool.close();
    throw error;
  }
  pool.warm(grammarRequest(nothingExpected, area));
  return {
    open: (handler) =>
      new UtteranceStream(pool, handler, {
        source: "embedded",
        area,
        lookEveryMs: LOOK_EVERY_MS,
        telemetry: settings.telemetry,
      }),
    warm: (expectations) => {
      const requests = expectations.map((expectation) => grammarRequest(expectation, area));
      pool.prepare([...new Map(requests.map((request) => [request.key, request])).values()]);
    },
    close: () => pool.close(),
  };
}
