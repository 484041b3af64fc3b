import { FRAME_BYTES } from "../../core/audio/audio-frame.ts";
import { levelDb } from "../../core/audio/level.ts";
import type { Expectation } from "../../core/language/expectation.ts";
import type { RecognizerHandler, RecognizerStream } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { type GrammarRequest, grammarRequest } from "../grammar/grammar-request.ts";
import type { DecoderPool } from "./decoder-pool.ts";
import { SoundRing } from "./sound-ring.ts";
import { Utterance } from "./utterance.ts";

/** Frames sent to the decoder at once: 80 ms is soon enough for hypotheses and costs a twelfth of the messages. */
const framesPerPiece = 4;
/** Voice activity is noticed after the first sound: so much before it belongs to the utterance. */
const leadFrames = 16;
/** When nobody noticed any speech, the last 2.4 s are looked at. */
const memoryFrames = 120;
/** Below this no frame of an unnoticed utterance can be speech. */
const audibleDb = -50;
/** Turns of one call whose words may be awaited at a time; more are answered as unheard. */
const awaitedLimit = 8;

interface Turn {
  readonly number: number;
  readonly utterance: Utterance;
  answer: { readonly text: string; readonly confidence: number } | null;
}

/** One call's ears. Cuts the call's sound into utterances and passes the answers on in their order. */
export class EmbeddedStream implements RecognizerStream {
  readonly #pool: DecoderPool;
  readonly #handler: RecognizerHandler;
  readonly #telemetry: Telemetry;
  readonly #area: readonly string[];
  readonly #ring = new SoundRing(memoryFrames);
  /** Turns whose words are not passed on yet, in order. */
  readonly #awaited: Turn[] = [];
  #grammar: GrammarRequest;
  #current: Turn | null = null;
  #piece = new Uint8Array(framesPerPiece * FRAME_BYTES);
  #filled = 0;
  #count = 0;
  #closed = false;

  constructor(
    pool: DecoderPool,
    handler: RecognizerHandler,
    settings: { telemetry: Telemetry; area: readonly string[]; first: Expectation },
  ) {
    this.#pool = pool;
    this.#handler = handler;
    this.#telemetry = settings.telemetry;
    this.#area = settings.area;
    this.#grammar = grammarRequest(settings.first, settings.area);
  }

  listenFor(expectation: Expectation): void {
    if (!this.#closed) this.#grammar = grammarRequest(expectation, this.#area);
  }

  push(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#ring.push(frame);
    if (this.#current === null) return;
    this.#piece.set(frame.subarray(0, FRAME_BYTES), this.#filled);
    this.#filled += FRAME_BYTES;
    if (this.#filled === this.#piece.length) this.#flush(this.#current.utterance);
  }

  speechStarted(): void {
    if (!this.#closed && this.#current === null) this.#current = this.#begin(this.#ring.last(leadFrames));
  }

  finish(): void {
    if (this.#closed) return;
    const turn = this.#current ?? this.#begin(this.#unnoticed());
    this.#flush(turn.utterance);
    this.#current = null;
    this.#ring.clear();
    if (turn.answer === null) this.#pool.finish(turn.utterance);
    else this.#deliver();
  }

  close(): void {
    this.#closed = true;
    for (const { utterance } of this.#awaited.splice(0)) this.#pool.forget(utterance);
    this.#current = null;
  }

  /** The sound of a turn in which no speech was noticed; empty when nothing in it is loud enough for words. */
  #unnoticed(): Uint8Array {
    const sound = this.#ring.last(memoryFrames);
    for (let start = 0; start < sound.length; start += FRAME_BYTES)
      if (levelDb(sound.subarray(start, start + FRAME_BYTES)) > audibleDb) return sound;
    return new Uint8Array(0);
  }

  #begin(sound: Uint8Array): Turn {
    this.#count += 1;
    const utterance = new Utterance(this.#grammar, {
      soFar: (text) => this.#pass(turn, { text, confidence: 0.5 }, false),
      ended: (text, confidence) => {
        turn.answer = { text, confidence };
        this.#deliver();
      },
      lost: (error) => this.#lost(error),
    });
    const turn: Turn = { number: this.#count, utterance, answer: null };
    // Nothing to hear needs no decoder, but its answer still waits for those before it.
    if (sound.length === 0 || this.#awaited.length >= awaitedLimit) turn.answer = { text: "", confidence: 0 };
    else utterance.append(sound);
    this.#awaited.push(turn);
    if (turn.answer === null) this.#pool.begin(utterance);
    return turn;
  }

  #flush(utterance: Utterance): void {
    if (this.#filled === 0) return;
    const piece = this.#piece.slice(0, this.#filled);
    this.#filled = 0;
    if (utterance.append(piece)) this.#pool.heard(utterance);
  }

  /** Passes on the answers that have come, up to the first turn that is still awaited or not over. */
  #deliver(): void {
    for (
      let turn = this.#awaited[0];
      turn?.answer != null && turn !== this.#current;
      turn = this.#awaited[0]
    ) {
      this.#awaited.shift();
      const words = turn.answer.text === "" ? "no" : "yes";
      this.#telemetry.meter.count("transcriptions", { source: "embedded", words });
      this.#pass(turn, turn.answer, true);
    }
  }

  #pass(turn: Turn, said: { text: string; confidence: number }, final: boolean): void {
    if (this.#closed) return;
    const alternatives = final && said.text !== "" ? [said.text] : [];
    this.#handler.heard({ utterance: turn.number, ...said, final, alternatives });
  }

  #lost(error: Error): void {
    if (this.#closed) return;
    this.close();
    this.#handler.lost(error);
  }
}
