import { Worker } from "node:worker_threads";
import type { Telemetry } from "../../ports/telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import type { RecognitionOrder, RecognitionReport } from "./recognition-worker.ts";
import type { Utterance } from "./utterance.ts";

/**
 * Shares few decoders among many calls. An utterance is decoded while it is being said when a decoder is free; otherwise its
 * sound waits, and is decoded many times faster than it was said. A turn that is over goes first: when no decoder is free,
 * it takes the one whose unfinished utterance is shortest, which is begun again later. So how long an answer waits depends
 * on the turns that end at the same moment, not on how many people are speaking.
 */
export class DecoderPool {
  readonly #telemetry: Telemetry;
  readonly #threads: Thread[] = [];
  readonly #warm: readonly GrammarRequest[];
  /** In the order in which they began. */
  readonly #waiting: Utterance[] = [];
  #closed = false;

  constructor(settings: { workers: number; telemetry: Telemetry; warm: readonly GrammarRequest[] }) {
    this.#telemetry = settings.telemetry;
    this.#warm = settings.warm;
    for (let count = 0; count < settings.workers; count++) this.#threads.push(this.#start());
  }

  async ready(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.ready));
  }

  begin(utterance: Utterance): void {
    this.#waiting.push(utterance);
    this.#assign();
  }

  /** A piece was appended. */
  heard(utterance: Utterance): void {
    this.#threads.find((thread) => thread.utterance === utterance)?.catchUp();
  }

  /** No more is coming; the words are wanted. */
  finish(utterance: Utterance): void {
    utterance.finished = true;
    const thread = this.#threads.find((one) => one.utterance === utterance);
    if (thread === undefined) this.#assign();
    else thread.catchUp();
  }

  /** Nobody wants its words any more. */
  forget(utterance: Utterance): void {
    const place = this.#waiting.indexOf(utterance);
    if (place >= 0) this.#waiting.splice(place, 1);
    const thread = this.#threads.find((one) => one.utterance === utterance);
    thread?.drop();
    if (thread !== undefined) this.#assign();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.length = 0;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #assign(): void {
    if (this.#closed) return;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const thread = this.#threads.find((one) => one.utterance === null) ?? this.#preempt(next);
      if (thread === undefined) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      thread.take(next);
    }
  }

  /** Turns that are over first, each in the order of beginning. */
  #next(): Utterance | undefined {
    return this.#waiting.find((one) => one.finished) ?? this.#waiting[0];
  }

  #preempt(wanting: Utterance): Thread | undefined {
    if (!wanting.finished) return undefined;
    const unfinished = this.#threads.filter((thread) => thread.utterance?.finished === false);
    const shortest = unfinished.sort((a, b) => a.bytes - b.bytes)[0];
    const dropped = shortest?.drop();
    if (dropped !== undefined && dropped !== null) this.#waiting.push(dropped);
    return shortest;
  }

  #start(): Thread {
    return new Thread(this.#warm, {
      free: () => this.#assign(),
      died: (thread, error) => this.#replace(thread, error),
    });
  }

  #replace(dead: Thread, error: Error): void {
    if (this.#closed) return;
    const { log, meter } = this.#telemetry;
    log.error("recognition thread died and is replaced", { reason: error.name });
    meter.count("recognizer_threads_replaced");
    const utterance = dead.utterance;
    this.#threads[this.#threads.indexOf(dead)] = dead.wasReady || utterance !== null ? this.#start() : dead;
    if (utterance !== null) this.#again(utterance, error);
    this.#assign();
  }

  /** An utterance that has killed two threads is taken for the cause. */
  #again(utterance: Utterance, cause: Error): void {
    utterance.deaths += 1;
    if (utterance.deaths < 2) this.#waiting.unshift(utterance);
    else
      utterance.listener.lost(
        new WorldError("embedded recognizer", "decoding an utterance", { retryable: false, cause }),
      );
  }
}

interface ThreadOwner {
  free(): void;
  died(thread: Thread, error: Error): void;
}

/** A worker with a decoder in it, and the utterance that it is at. */
class Thread {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #owner: ThreadOwner;
  wasReady = false;
  utterance: Utterance | null = null;
  #job = 0;
  #sent = 0;
  #ended = false;

  constructor(warm: readonly GrammarRequest[], owner: ThreadOwner) {
    this.#owner = owner;
    this.#worker = new Worker(new URL("./recognition-worker.ts", import.meta.url));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    promise.catch(() => undefined); // who opened the pool awaits it; a replacement is used without waiting
    this.#worker.on("message", (report: RecognitionReport) => {
      if (report.kind !== "ready") this.#reported(report);
      else {
        this.wasReady = true;
        resolve();
        for (const grammar of warm) this.#order({ kind: "warm", grammar });
      }
    });
    this.#worker.on("error", (error: Error) => {
      reject(new WorldError("embedded recognizer", "starting a thread", { retryable: false, cause: error }));
      owner.died(this, error);
    });
  }

  get bytes(): number {
    return this.utterance?.bytes ?? 0;
  }

  take(utterance: Utterance): void {
    this.utterance = utterance;
    this.#job += 1;
    this.#sent = 0;
    this.#ended = false;
    this.#order({ kind: "begin", job: this.#job, grammar: utterance.grammar });
    this.catchUp();
  }

  /** Sends what has been said since, and the end when it has come. Pieces are copied: they may be wanted again. */
  catchUp(): void {
    const utterance = this.utterance;
    if (utterance === null || this.#ended) return;
    for (; this.#sent < utterance.pieces.length; this.#sent++)
      this.#order({ kind: "audio", job: this.#job, audio: utterance.pieces[this.#sent] as Uint8Array });
    if (!utterance.finished) return;
    this.#ended = true;
    this.#order({ kind: "end", job: this.#job });
  }

  drop(): Utterance | null {
    const utterance = this.utterance;
    if (utterance !== null && !this.#ended) this.#order({ kind: "drop", job: this.#job });
    this.utterance = null;
    return utterance;
  }

  async close(): Promise<void> {
    this.utterance = null;
    await this.#worker.terminate();
  }

  #order(order: RecognitionOrder): void {
    this.#worker.postMessage(order);
  }

  #reported(report: Exclude<RecognitionReport, { kind: "ready" }>): void {
    const utterance = this.utterance;
    if (utterance === null || report.job !== this.#job) return;
    if (report.kind === "soFar") {
      utterance.listener.soFar(report.text);
      return;
    }
    this.utterance = null;
    utterance.listener.ended(report.text, report.confidence);
    this.#owner.free();
  }
}
