import type { Telemetry } from "../../ports/telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import { DecoderThread, type ThreadProgram } from "./decoder-thread.ts";
import type { DecodeJob, Decoders, Urgency } from "./decoders.ts";

const order: Readonly<Record<Urgency, number>> = { final: 0, pause: 1, look: 2 };

/** A thread that dies this often before it is ready will not start at all. */
const START_LIMIT = 3;

/**
 * Shares few decoders among many calls. Sound is decoded many times faster than it is said, so a decoder is taken only for
 * the moment: turns that are over first, then those that pause, then those that go on, each kind in the order of asking.
 * The queue is bounded by the calls, each of which has at most a few jobs in it.
 */
export class DecoderPool implements Decoders {
  readonly #telemetry: Telemetry;
  /** What the threads run, and what they are started with. */
  readonly #program: ThreadProgram;
  readonly #threads: DecoderThread[] = [];
  readonly #waiting: DecodeJob[] = [];
  /** Turns that are being spoken or waited for, by the key of their grammar. */
  readonly #turns = new Map<string, number>();
  #calls = 0;
  #failedStarts = 0;
  /** Set when threads cannot be started any more. */
  #fault: Error | null = null;
  #closed = false;

  constructor(settings: { workers: number; telemetry: Telemetry; program?: URL; data?: unknown }) {
    this.#telemetry = settings.telemetry;
    const { program: url = new URL("./recognition-worker.ts", import.meta.url), data } = settings;
    this.#program = { url, data };
    for (let count = 0; count < settings.workers; count++) this.#threads.push(this.#start());
  }

  async ready(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.ready));
  }

  add(job: DecodeJob): void {
    const fault = this.#fault;
    if (fault !== null) queueMicrotask(() => job.failed(fault));
    if (this.#closed) return;
    this.#waiting.push(job);
    this.#assign();
  }

  /** Nobody wants its words any more. Does nothing when a decoder is at it or has done it. */
  forget(job: DecodeJob): void {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** Has one thread load the grammar, unless one has it. A thread whose grammar is being spoken is left alone. */
  warm(grammar: GrammarRequest): void {
    if (this.#closed || this.#threads.some((thread) => thread.grammar === grammar.key)) return;
    const spare = this.#threads.filter((thread) => !this.#isSpoken(thread.grammar));
    (spare.find((thread) => thread.job === null) ?? spare[0])?.warm(grammar);
  }

  /** A caller begins to speak: the grammar is loaded meanwhile, and stays. */
  turnBegins(grammar: GrammarRequest): void {
    this.#turns.set(grammar.key, (this.#turns.get(grammar.key) ?? 0) + 1);
    this.warm(grammar);
  }

  turnEnds(grammar: GrammarRequest): void {
    const left = (this.#turns.get(grammar.key) ?? 1) - 1;
    if (left > 0) this.#turns.set(grammar.key, left);
    else this.#turns.delete(grammar.key);
    this.#assign();
  }

  /**
   * Has every thread work the grammars out ahead of the first call that needs them, one after the other and only while
   * there are no calls: an utterance never waits for it.
   */
  prepare(grammars: readonly GrammarRequest[]): void {
    for (const thread of this.#threads) thread.unprepared.push(...grammars);
    this.#prepareMore();
  }

  callBegins(): void {
    this.#calls += 1;
  }

  callEnds(): void {
    this.#calls -= 1;
    this.#prepareMore();
  }

  #prepareMore(): void {
    if (this.#calls === 0 && !this.#closed) for (const thread of this.#threads) thread.prepareNext();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.length = 0;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #assign(): void {
    for (const job of this.#waiting.toSorted((one, other) => order[one.urgency] - order[other.urgency])) {
      const thread = this.#threadFor(job);
      if (thread === undefined) continue;
      this.forget(job);
      thread.take(job);
    }
  }

  /**
   * Loading a grammar takes as long as decoding a sentence. So a thread that has the grammar is preferred, then one whose
   * grammar nobody is speaking; a mere look takes no other.
   */
  #threadFor({ grammar, urgency }: DecodeJob): DecoderThread | undefined {
    const free = this.#threads.filter((thread) => thread.job === null);
    return (
      free.find((thread) => thread.grammar === grammar.key) ??
      free.find((thread) => !this.#isSpoken(thread.grammar)) ??
      (urgency === "look" ? undefined : free[0])
    );
  }

  #isSpoken(grammar: string): boolean {
    return this.#turns.has(grammar);
  }

  #start(): DecoderThread {
    return new DecoderThread(this.#program, {
      free: () => {
        this.#assign();
        this.#prepareMore();
      },
      prepared: () => this.#prepareMore(),
      died: (thread, error) => this.#replace(thread, error),
    });
  }

  #replace(dead: DecoderThread, error: Error): void {
    if (this.#closed) return;
    this.#telemetry.log.error("recognition thread died and is replaced", { reason: error.name });
    this.#telemetry.meter.count("recognizer_threads_replaced_total");
    this.#failedStarts = dead.wasReady ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts >= START_LIMIT) {
      this.#giveUp(error);
      dead.job?.failed(lost(error));
      return;
    }
    this.#threads[this.#threads.indexOf(dead)] = this.#start();
    if (dead.job !== null) this.#again(dead.job, error);
    this.#assign();
  }

  /** A job that has killed two threads is taken for the cause. */
  #again(job: DecodeJob, cause: Error): void {
    job.deaths += 1;
    if (job.deaths < 2) this.#waiting.unshift(job);
    else job.failed(lost(cause));
  }

  #giveUp(cause: Error): void {
    this.#closed = true;
    this.#fault = lost(cause);
    for (const job of this.#waiting.splice(0)) job.failed(this.#fault);
  }
}

function lost(cause: Error): WorldError {
  return new WorldError("embedded recognizer", "decoding an utterance", { retryable: false, cause });
}
