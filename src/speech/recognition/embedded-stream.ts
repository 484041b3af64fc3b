import type { Expectation } from "../../core/language/expectation.ts";
import type { RecognizerHandler, RecognizerStream } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { type GrammarRequest, grammarRequest } from "../grammar/grammar-request.ts";
import type { DecodeJob, DecoderPool, Urgency } from "./decoder-pool.ts";
import { SoundRing } from "./sound-ring.ts";
import { TurnSound } from "./turn-sound.ts";

/** Voice activity is noticed after the first sound: so much before it belongs to the utterance. */
const leadFrames = 16;
/** When nobody noticed any speech, the last 2.4 s are looked at. */
const memoryFrames = 120;
/** While the caller goes on speaking, the words are looked at so often, when a decoder is free. */
const lookEveryMs = 1_200;
/** Turns of one call whose words may be awaited at a time; more are answered as unheard. */
const awaitedLimit = 8;

interface Turn {
  readonly number: number;
  readonly grammar: GrammarRequest;
  readonly sound: TurnSound;
  /** The job under way, and the end of speech in its sound. */
  job: DecodeJob | null;
  jobEnd: number;
  /** What the sound up to `knownEnd` says. */
  known: Said;
  knownEnd: number;
  lookedAtMs: number;
  finished: boolean;
}

interface Said {
  readonly text: string;
  readonly confidence: number;
}

const nothing: Said = { text: "", confidence: 0 };

/**
 * One call's ears. The sound of a turn is decoded whole at each pause, because decoding a whole utterance is more accurate
 * than decoding along; when the turn is then declared over, the words are mostly there. Answers come in the order of turns.
 */
export class EmbeddedStream implements RecognizerStream {
  readonly #pool: DecoderPool;
  readonly #handler: RecognizerHandler;
  readonly #telemetry: Telemetry;
  readonly #area: readonly string[];
  readonly #ring = new SoundRing(memoryFrames);
  /** Turns whose words are not passed on yet, in order; the current one is the last. */
  readonly #awaited: Turn[] = [];
  #grammar: GrammarRequest;
  #current: Turn | null = null;
  #count = 0;
  #closed = false;

  constructor(
    pool: DecoderPool,
    handler: RecognizerHandler,
    settings: { telemetry: Telemetry; area: readonly string[]; first: Expectation },
  ) {
    this.#pool = pool;
    pool.callBegins();
    this.#handler = handler;
    this.#telemetry = settings.telemetry;
    this.#area = settings.area;
    this.#grammar = grammarRequest(settings.first, settings.area);
  }

  listenFor(expectation: Expectation): void {
    if (this.#closed) return;
    this.#grammar = grammarRequest(expectation, this.#area);
    this.#pool.warm(this.#grammar);
  }

  push(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#ring.push(frame);
    const turn = this.#current;
    if (turn === null) return;
    turn.sound.append(frame);
    if (turn.job !== null || turn.sound.speechEnd === turn.knownEnd) return;
    if (turn.sound.pauses) this.#decode(turn, "pause", turn.sound.speechEnd);
    else if (turn.sound.lengthMs - turn.lookedAtMs >= lookEveryMs)
      this.#decode(turn, "look", turn.sound.speechEnd);
  }

  speechStarted(): void {
    if (!this.#closed && this.#current === null) this.#current = this.#begin(leadFrames);
  }

  finish(): void {
    if (this.#closed) return;
    const turn = this.#current ?? this.#begin(memoryFrames);
    turn.finished = true;
    this.#current = null;
    const end = turn.sound.turnEnd;
    this.#ring.keep(turn.sound.framesAfter(end));
    if (turn.job !== null && turn.jobEnd === end) turn.job.urgency = "final";
    else if (turn.knownEnd !== end && this.#awaited.length <= awaitedLimit) this.#decode(turn, "final", end);
    this.#deliver();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#pool.callEnds();
    for (const { job, grammar } of this.#awaited.splice(0)) {
      this.#pool.turnEnds(grammar);
      if (job !== null) this.#pool.forget(job);
    }
    this.#current = null;
  }

  #begin(frames: number): Turn {
    this.#count += 1;
    const sound = new TurnSound();
    sound.append(this.#ring.last(frames));
    const start = { number: this.#count, grammar: this.#grammar, sound, finished: false };
    const turn: Turn = {
      ...start,
      job: null,
      jobEnd: 0,
      known: nothing,
      knownEnd: 0,
      lookedAtMs: sound.lengthMs,
    };
    this.#awaited.push(turn);
    this.#pool.turnBegins(turn.grammar);
    return turn;
  }

  #decode(turn: Turn, urgency: Urgency, end: number): void {
    if (turn.job !== null) this.#pool.forget(turn.job);
    const job: DecodeJob = {
      grammar: turn.grammar,
      audio: turn.sound.spoken(end),
      urgency,
      deaths: 0,
      decoded: (text, confidence) => {
        if (turn.job === job) this.#decoded(turn, { text, confidence }, end);
      },
      failed: (error) => this.#lost(error),
    };
    turn.job = job;
    turn.jobEnd = end;
    turn.lookedAtMs = turn.sound.lengthMs;
    this.#pool.add(job);
  }

  #decoded(turn: Turn, said: Said, end: number): void {
    turn.job = null;
    turn.knownEnd = end;
    const changed = said.text !== turn.known.text;
    turn.known = said;
    if (turn.finished) this.#deliver();
    else if (changed) this.#pass(turn, false);
  }

  /** Passes on the answers that are known, up to the first turn that is not. */
  #deliver(): void {
    for (let turn = this.#awaited[0]; turn?.finished === true && turn.job === null; turn = this.#awaited[0]) {
      this.#awaited.shift();
      this.#pool.turnEnds(turn.grammar);
      const words = turn.known.text === "" ? "no" : "yes";
      this.#telemetry.meter.count("transcriptions", { source: "embedded", words });
      this.#pass(turn, true);
    }
  }

  #pass(turn: Turn, final: boolean): void {
    if (this.#closed) return;
    const { text, confidence } = turn.known;
    const alternatives = final && text !== "" ? [text] : [];
    this.#handler.heard({ utterance: turn.number, text, confidence, final, alternatives });
  }

  #lost(error: Error): void {
    if (this.#closed) return;
    this.close();
    this.#handler.lost(error);
  }
}
