import type { Expectation } from "../core/language/expectation.ts";
import type { Hypothesis, Recognizer, RecognizerHandler, RecognizerStream } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";

/** Sound and orders of the turns whose words are not there yet: 20 s of frames. */
const KEPT_LIMIT = 1_000;

/**
 * Listens with the first recognizer and, when its stream of a call is lost, goes on with the second: what it has not answered
 * yet is given to the second one again, so that no turn is lost. The next call begins with the first again, which has its own
 * way of finding out whether it is back.
 */
export function standbyRecognizer(parts: {
  readonly first: Recognizer;
  readonly second: Recognizer;
  readonly telemetry: Telemetry;
}): Recognizer {
  return {
    open: (handler) => new StandbyStream(parts, handler),
    async close() {
      await Promise.all([parts.first.close(), parts.second.close()]);
    },
  };
}

type Doing = (stream: RecognizerStream) => void;

const finish: Doing = (stream) => stream.finish();

class StandbyStream implements RecognizerStream {
  readonly #parts: { readonly second: Recognizer; readonly telemetry: Telemetry };
  readonly #handler: RecognizerHandler;
  #stream: RecognizerStream;
  #expectation: Expectation | null = null;
  /** Everything since the last turn that was answered. */
  #unanswered: Doing[] = [];
  /** Turns answered by the stream before this one. */
  #offset = 0;
  #answered = 0;
  #closed = false;

  constructor(
    parts: { readonly first: Recognizer; readonly second: Recognizer; readonly telemetry: Telemetry },
    handler: RecognizerHandler,
  ) {
    this.#parts = parts;
    this.#handler = handler;
    this.#stream = parts.first.open({
      heard: (hypothesis) => this.#heard(hypothesis),
      lost: () => this.#switch(),
    });
  }

  listenFor(expectation: Expectation): void {
    this.#expectation = expectation;
    this.#do((stream) => stream.listenFor(expectation));
  }

  push(frame: Uint8Array): void {
    this.#do((stream) => stream.push(frame));
  }

  speechStarted(): void {
    this.#do((stream) => stream.speechStarted());
  }

  finish(): void {
    this.#do(finish);
  }

  close(): void {
    this.#closed = true;
    this.#unanswered = [];
    this.#stream.close();
  }

  #do(doing: Doing): void {
    if (this.#closed) return;
    this.#unanswered.push(doing);
    if (this.#unanswered.length > KEPT_LIMIT)
      this.#unanswered.splice(0, this.#unanswered.length - KEPT_LIMIT);
    doing(this.#stream);
  }

  #heard(hypothesis: Hypothesis): void {
    if (this.#closed) return;
    if (hypothesis.final) {
      this.#answered += 1;
      this.#unanswered = this.#unanswered.slice(this.#unanswered.indexOf(finish) + 1);
    }
    this.#handler.heard({ ...hypothesis, utterance: hypothesis.utterance + this.#offset });
  }

  #switch(): void {
    if (this.#closed) return;
    this.#parts.telemetry.log.warn("recognition goes on with the second recognizer");
    this.#parts.telemetry.meter.count("recognizer_switches_total");
    this.#stream.close();
    this.#offset = this.#answered;
    const stream = this.#parts.second.open({
      heard: (hypothesis) => this.#heard(hypothesis),
      lost: (error) => this.#handler.lost(error),
    });
    this.#stream = stream;
    if (this.#expectation !== null) stream.listenFor(this.#expectation);
    for (const doing of this.#unanswered) doing(stream);
  }
}
