import type { Expectation } from "../../core/language/expectation.ts";
import type { Private } from "../../core/values/private.ts";
import type { Hypothesis, Recognizer, RecognizerHandler } from "../../ports/recognizer.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { WorldError } from "../../ports/world-error.ts";

/** A recognizer whose hypotheses a test speaks. */
export class ScriptedRecognizer implements Recognizer {
  readonly streams: ScriptedStream[] = [];

  open(handler: RecognizerHandler): ScriptedStream {
    const stream = new ScriptedStream(handler);
    this.streams.push(stream);
    return stream;
  }

  get last(): ScriptedStream {
    const stream = this.streams.at(-1);
    if (stream === undefined) throw new Error("No call has opened a stream.");
    return stream;
  }

  async close(): Promise<void> {}
}

export class ScriptedStream {
  frames = 0;
  /** Every byte that was heard. */
  readonly bytes = new Set<number>();
  finished = 0;
  starts = 0;
  closed = false;
  expectation: Expectation | null = null;
  readonly #handler: RecognizerHandler;
  #utterance = 0;

  constructor(handler: RecognizerHandler) {
    this.#handler = handler;
  }

  hear(text: string, options: Partial<Hypothesis> = {}): void {
    const final = options.final ?? true;
    this.#handler.heard({
      utterance: this.#utterance + 1,
      text,
      final,
      confidence: 0.9,
      alternatives: [],
      ...options,
    });
    if (final) this.#utterance++;
  }

  lose(): void {
    this.#handler.lost(new WorldError("recognizer", "listening", { retryable: false }));
  }

  listenFor(expectation: Expectation): void {
    this.expectation = expectation;
  }

  push(frame: Uint8Array): void {
    this.frames++;
    for (const byte of frame) this.bytes.add(byte);
  }

  speechStarted(): void {
    this.starts++;
  }

  finish(): void {
    this.finished++;
  }

  close(): void {
    this.closed = true;
  }
}

/** Sound of so many milliseconds a character; its bytes are the length of the text. Fixed texts are at hand at once. */
export class ScriptedSynthesizer implements Synthesizer {
  /** Texts whose synthesis waits for `release`, fails, or never comes. */
  readonly slow = new Map<string, () => void>();
  readonly failing = new Set<string>();
  readonly mute = new Set<string>();
  /** Every synthesis fails. */
  gone = false;
  aborted = 0;
  readonly #holding = new Set<string>();
  readonly #msPerCharacter: number;

  constructor(msPerCharacter = 60) {
    this.#msPerCharacter = msPerCharacter;
  }

  hold(text: string): void {
    this.#holding.add(text);
  }

  ready(text: Private<string>): Uint8Array | null {
    const words = text.reveal();
    const atHand =
      !this.gone && !this.#holding.has(words) && !this.failing.has(words) && !this.mute.has(words);
    return atHand ? this.#soundOf(words) : null;
  }

  async *speak(text: Private<string>, { signal }: { signal: AbortSignal }): AsyncIterable<Uint8Array> {
    const words = text.reveal();
    signal.addEventListener("abort", () => this.aborted++);
    if (this.gone || this.failing.has(words))
      throw new WorldError("synthesizer", "speaking", { retryable: true });
    if (this.mute.has(words)) await new Promise(() => {});
    if (this.#holding.has(words)) await new Promise<void>((resolve) => this.slow.set(words, resolve));
    const sound = this.#soundOf(words);
    for (let at = 0; at < sound.length; at += 700) yield sound.subarray(at, at + 700);
  }

  async close(): Promise<void> {}

  #soundOf(words: string): Uint8Array {
    return new Uint8Array(words.length * this.#msPerCharacter * 8).fill(words.length);
  }
}
