import type { Expectation } from "../core/language/expectation.ts";
import type { Clock } from "../ports/clock.ts";
import type { Hypothesis, Recognizer, RecognizerHandler, RecognizerStream } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { AnswerArbiter, type Source, sources } from "./answer-arbiter.ts";

/** Two recognizers and their labels of metrics; the first is the better one. */
export interface HotStandbyParts {
  readonly first: { readonly name: string; readonly recognizer: Recognizer };
  readonly second: { readonly name: string; readonly recognizer: Recognizer };
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/**
 * Two recognizers listen to every call side by side, and each turn is answered once, by one of them (`AnswerArbiter`). When one is lost,
 * the other has heard everything already and goes on alone; the call is lost when both are.
 */
export function hotStandbyRecognizer(parts: HotStandbyParts): Recognizer {
  return {
    open: (handler) => new HotStream(parts, handler),
    async close() {
      await Promise.all(sources.map((source) => parts[source].recognizer.close()));
    },
  };
}

class HotStream implements RecognizerStream {
  readonly #parts: HotStandbyParts;
  readonly #handler: RecognizerHandler;
  readonly #arbiter: AnswerArbiter;
  readonly #streams = new Map<Source, RecognizerStream>();
  /** The utterance of which the first has told something: the second's guesses at it would only flicker. */
  #guessedByFirst = 0;
  #closed = false;

  constructor(parts: HotStandbyParts, handler: RecognizerHandler) {
    this.#parts = parts;
    this.#handler = handler;
    this.#arbiter = new AnswerArbiter({
      clock: parts.clock,
      answer: (source, hypothesis) => this.#answer(source, hypothesis),
    });
    for (const source of sources) {
      const stream = parts[source].recognizer.open({
        heard: (hypothesis) => this.#heard(source, hypothesis),
        lost: (error) => this.#lost(source, error),
      });
      this.#streams.set(source, stream);
    }
  }

  listenFor(expectation: Expectation): void {
    for (const stream of this.#streams.values()) stream.listenFor(expectation);
  }

  push(frame: Uint8Array): void {
    for (const stream of this.#streams.values()) stream.push(frame);
  }

  speechStarted(): void {
    for (const stream of this.#streams.values()) stream.speechStarted();
  }

  finish(): void {
    for (const stream of this.#streams.values()) stream.finish();
  }

  close(): void {
    this.#closed = true;
    this.#arbiter.close();
    for (const stream of this.#streams.values()) stream.close();
    this.#streams.clear();
  }

  #heard(source: Source, hypothesis: Hypothesis): void {
    if (this.#closed) return;
    if (hypothesis.final) this.#arbiter.take(source, hypothesis);
    else this.#guess(source, hypothesis);
  }

  /** The first's guesses count; the second's where the first has none. */
  #guess(source: Source, hypothesis: Hypothesis): void {
    const { utterance } = hypothesis;
    if (utterance <= this.#arbiter.answered) return;
    if (source === "first") this.#guessedByFirst = utterance;
    if (source === "first" || this.#guessedByFirst !== utterance) this.#handler.heard(hypothesis);
  }

  #answer(source: Source, hypothesis: Hypothesis): void {
    const { name } = this.#parts[source];
    this.#parts.telemetry.meter.count("recognizer_answers_total", { source: name });
    this.#handler.heard(hypothesis);
  }

  #lost(source: Source, error: Error): void {
    if (this.#closed || !this.#streams.has(source)) return;
    const { telemetry } = this.#parts;
    this.#streams.get(source)?.close();
    this.#streams.delete(source);
    telemetry.log.warn("one of two recognizers is lost", { recognizer: this.#parts[source].name });
    telemetry.meter.count("recognizer_switches_total");
    if (source === "first") this.#guessedByFirst = 0;
    if (this.#streams.size > 0) {
      this.#arbiter.lose(source);
      return;
    }
    this.close();
    this.#handler.lost(error);
  }
}
