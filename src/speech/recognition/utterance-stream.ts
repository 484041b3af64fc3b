import { type Expectation, nothingExpected } from "../../core/language/expectation.ts";
import type { RecognizerHandler, RecognizerStream } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { type GrammarRequest, grammarRequest } from "../grammar/grammar-request.ts";
import type { DecodeJob, Decoders, Urgency } from "./decoders.ts";
import { SoundRing } from "./sound-ring.ts";
import { TurnSound } from "./turn-sound.ts";

/** Voice activity is noticed after the first sound: so much before it belongs to the utterance. */
const LEAD_FRAMES = 16;
/** When nobody noticed any speech, the last 2.4 s are looked at. */
const MEMORY_FRAMES = 120;
/** Turns of one call whose words may be awaited at a time; more are answered as unheard. */
const AWAITED_LIMIT = 8;

export interface UtteranceSettings {
  /** Who decodes, as a label of metrics. */
  readonly source: string;
  /** Words of the practice's surroundings that callers may say at any question. */
  readonly area: readonly string[];
  /**
   * While the caller goes on speaking, the words are looked at so often, and the less often the longer it takes; Infinity = only at
   * pauses.
   */
  readonly lookEveryMs: number;
  readonly telemetry: Telemetry;
}

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
  readonly murmur: string | null;
}

const nothing: Said = { text: "", confidence: 0, murmur: null };

/** A look takes a share of the sound's length and cannot be broken off: a pause shall seldom find one under way. */
const LOOK_LONGER = 2.5;

/** How long the sound of a turn is when its words are looked at again while the caller speaks on. */
export function nextLookMs(lookedAtMs: number, everyMs: number): number {
  return Math.max(lookedAtMs + everyMs, lookedAtMs * LOOK_LONGER);
}

/**
 * One call's ears. The sound of a turn is decoded whole at each pause, because decoding a whole utterance is more accurate
 * than decoding along; when the turn is then declared over, the words are mostly there. Answers come in the order of turns.
 */
export class UtteranceStream implements RecognizerStream {
  readonly #decoders: Decoders;
  readonly #handler: RecognizerHandler;
  readonly #settings: UtteranceSettings;
  readonly #ring = new SoundRing(MEMORY_FRAMES);
  /** Turns whose words are not passed on yet, in order; the current one is the last. */
  readonly #awaited: Turn[] = [];
  #grammar: GrammarRequest;
  #current: Turn | null = null;
  #count = 0;
  #closed = false;

  constructor(decoders: Decoders, handler: RecognizerHandler, settings: UtteranceSettings) {
    this.#decoders = decoders;
    decoders.callBegins();
    this.#handler = handler;
    this.#settings = settings;
    this.#grammar = grammarRequest(nothingExpected, settings.area);
  }

  listenFor(expectation: Expectation): void {
    if (this.#closed) return;
    this.#grammar = grammarRequest(expectation, this.#settings.area);
    this.#decoders.warm(this.#grammar);
  }

  push(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#ring.push(frame);
    const turn = this.#current;
    if (turn === null) return;
    turn.sound.append(frame);
    if (turn.job !== null || turn.sound.speechEnd === turn.knownEnd) return;
    if (turn.sound.pauses) this.#decode(turn, "pause", turn.sound.speechEnd);
    else if (turn.sound.lengthMs >= nextLookMs(turn.lookedAtMs, this.#settings.lookEveryMs))
      this.#decode(turn, "look", turn.sound.speechEnd);
  }

  speechStarted(): void {
    if (!this.#closed && this.#current === null) this.#current = this.#begin(LEAD_FRAMES);
  }

  finish(): void {
    if (this.#closed) return;
    const turn = this.#current ?? this.#begin(MEMORY_FRAMES);
    turn.finished = true;
    this.#current = null;
    const end = turn.sound.turnEnd;
    this.#ring.keep(turn.sound.framesAfter(end));
    if (turn.job !== null && turn.jobEnd === end) turn.job.urgency = "final";
    else if (turn.knownEnd !== end && this.#awaited.length <= AWAITED_LIMIT) this.#decode(turn, "final", end);
    this.#deliver();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#decoders.callEnds();
    for (const { job, grammar } of this.#awaited.splice(0)) {
      this.#decoders.turnEnds(grammar);
      if (job !== null) this.#decoders.forget(job);
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
    this.#decoders.turnBegins(turn.grammar);
    return turn;
  }

  #decode(turn: Turn, urgency: Urgency, end: number): void {
    if (turn.job !== null) this.#decoders.forget(turn.job);
    const job: DecodeJob = {
      grammar: turn.grammar,
      audio: turn.sound.spoken(end),
      urgency,
      deaths: 0,
      decoded: (text, confidence, murmur = null) => {
        if (turn.job === job) this.#decoded(turn, { text, confidence, murmur }, end);
      },
      failed: (error) => this.#lost(error),
    };
    turn.job = job;
    turn.jobEnd = end;
    turn.lookedAtMs = turn.sound.lengthMs;
    this.#decoders.add(job);
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
      this.#decoders.turnEnds(turn.grammar);
      const words = turn.known.text === "" ? "no" : "yes";
      this.#settings.telemetry.meter.count("recognized_turns_total", {
        source: this.#settings.source,
        words,
      });
      this.#pass(turn, true);
    }
  }

  #pass(turn: Turn, final: boolean): void {
    if (this.#closed) return;
    const { text, confidence, murmur } = turn.known;
    const alternatives = text === "" ? [] : [text, ...(murmur === null ? [] : [murmur])];
    this.#handler.heard({ utterance: turn.number, text, confidence, final, alternatives });
  }

  #lost(error: Error): void {
    if (this.#closed) return;
    this.close();
    this.#handler.lost(error);
  }
}
