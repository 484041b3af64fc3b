import { FRAME_MS } from "../../core/audio/audio-frame.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Recognizer } from "../../ports/recognizer.ts";
import type { Resilience } from "../../ports/resilience.ts";
import type { Secret } from "../../ports/secret.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { fluxProtocol } from "./flux-protocol.ts";
import { novaProtocol } from "./nova-protocol.ts";
import { RecognitionStream } from "./recognition-stream.ts";
import { deepgramAddress, openSocket } from "./socket.ts";

export interface DeepgramSettings {
  readonly key: Secret;
  /** `flux-general-en`, `nova-3`, `nova-3-medical`, `nova-2-phonecall`, … */
  readonly model: string;
  readonly address?: string;
  /** Names that callers may say and that are rare: people, towns, streets of the practices. Most wanted first. */
  readonly names: readonly string[];
  /** Sound goes out in pieces of so many milliseconds, a multiple of 20: 20–80. As the model likes it when left out. */
  readonly pieceMs?: number;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly resilience: Resilience;
}

/** Recognition by Deepgram: one WebSocket a call, open from the call's beginning. */
export function deepgramRecognizer(settings: DeepgramSettings): Recognizer {
  const { key, model, address = deepgramAddress, names, clock, telemetry, resilience } = settings;
  const protocol = (model.startsWith("flux-") ? fluxProtocol : novaProtocol)(model, address);
  const open = new Set<RecognitionStream>();
  return {
    open(handler) {
      const stream = new RecognitionStream({
        handler,
        protocol,
        names,
        clock,
        telemetry,
        framesPerPiece: (settings.pieceMs ?? protocol.pieceMs) / FRAME_MS,
        connect: (reports, terms) =>
          resilience.run("opening a stream", ({ signal }) =>
            openSocket({ address: protocol.address(terms), key, reports, signal }),
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
