import type { Expectation } from "../../core/language/expectation.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Recognizer } from "../../ports/recognizer.ts";
import type { Resilience } from "../../ports/resilience.ts";
import type { Secret } from "../../ports/secret.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { DeepgramStream } from "./deepgram-stream.ts";
import { deepgramAddress, openSocket } from "./socket.ts";

/** Shorter pieces cost more messages, longer ones delay the words. */
const usualPieceMs = 40;

/** The service takes 500 tokens of key terms; a term has a few. */
const keyTermLimit = 100;

export interface DeepgramSettings {
  readonly key: Secret;
  /** `nova-3`, `nova-3-medical`, … */
  readonly model: string;
  readonly address?: string;
  /** Names that callers may say and that are rare: people, towns, streets of the practices. */
  readonly terms: readonly string[];
  /** Sound goes out in pieces of so many milliseconds, a multiple of 20: 20–80. */
  readonly pieceMs?: number;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly resilience: Resilience;
}

/** Recognition by Deepgram's live transcription (`v1/listen`): one WebSocket a call, open from the call's beginning. */
export function deepgramRecognizer(settings: DeepgramSettings): Recognizer {
  const open = new Set<DeepgramStream>();
  return {
    open(handler) {
      const stream = new DeepgramStream({
        handler,
        clock: settings.clock,
        telemetry: settings.telemetry,
        framesPerPiece: (settings.pieceMs ?? usualPieceMs) / 20,
        connect: (reports, expectation) =>
          settings.resilience.run("opening a stream", ({ signal }) =>
            openSocket({
              address: listenAddress(settings, expectation),
              key: settings.key,
              reports,
              signal,
            }),
          ),
      });
      open.add(stream);
      return {
        listenFor: (expectation) => stream.listenFor(expectation),
        push: (frame) => stream.push(frame),
        speechStarted: () => stream.speechStarted(),
        finish: () => stream.finish(),
        close() {
          open.delete(stream);
          stream.close();
        },
      };
    },
    async close() {
      for (const stream of open) stream.close();
      open.clear();
    },
  };
}

/** https://developers.deepgram.com/reference/speech-to-text/listen-streaming lists the parameters. */
function listenAddress(settings: DeepgramSettings, expectation: Expectation | null): URL {
  const { address = deepgramAddress, model, terms } = settings;
  const url = new URL("/v1/listen", address);
  const parameters = {
    model,
    language: "en-US",
    encoding: "mulaw",
    sample_rate: "8000",
    channels: "1",
    interim_results: "true",
    smart_format: "true",
    endpointing: "300",
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const wanted = new Set([...(expectation?.hints ?? []), ...terms]);
  for (const term of [...wanted].slice(0, keyTermLimit)) url.searchParams.append("keyterm", term);
  return url;
}
