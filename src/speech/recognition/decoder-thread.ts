import { Worker } from "node:worker_threads";
import { WorldError } from "../../ports/world-error.ts";
import type { GrammarRequest } from "../grammar/grammar-request.ts";
import type { DecodeJob } from "./decoders.ts";
import type { RecognitionOrder, RecognitionReport } from "./recognition-worker.ts";

export interface ThreadProgram {
  readonly url: URL;
  /** What a thread is started with. */
  readonly data: unknown;
}

export interface ThreadOwner {
  free(): void;
  prepared(thread: DecoderThread): void;
  died(thread: DecoderThread, error: Error): void;
}

/** Far beyond the longest turn on the slowest machine: a decoder that takes this long has hung. */
const HUNG_MS = 30_000;

/** Working out grammars leaves much behind; a small nursery keeps 40 MB a thread from piling up. */
const YOUNG_MB = 12;

/** A worker with a decoder in it, and the job that it is at. */
export class DecoderThread {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #owner: ThreadOwner;
  wasReady = false;
  job: DecodeJob | null = null;
  /** Grammars to work out while there is nothing else to do. */
  readonly unprepared: GrammarRequest[] = [];
  #preparing = false;
  /** Key of the grammar that is loaded. */
  grammar = "";
  #number = 0;
  #watchdog: NodeJS.Timeout | undefined;

  constructor({ url, data }: ThreadProgram, owner: ThreadOwner) {
    this.#owner = owner;
    this.#worker = new Worker(url, {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    promise.catch(() => undefined); // who opened the pool awaits it; a replacement is used without waiting
    this.#worker.on("message", (report: RecognitionReport) => {
      if (report.kind === "decoded") this.#decoded(report);
      else if (report.kind === "prepared") {
        this.#preparing = false;
        owner.prepared(this);
      } else {
        this.wasReady = true;
        resolve();
      }
    });
    this.#worker.on("error", (error: Error) => {
      clearTimeout(this.#watchdog);
      reject(new WorldError("embedded recognizer", "starting a thread", { retryable: false, cause: error }));
      owner.died(this, error);
    });
  }

  take(job: DecodeJob): void {
    this.job = job;
    this.grammar = job.grammar.key;
    this.#number += 1;
    this.#order({ kind: "decode", job: this.#number, grammar: job.grammar, audio: job.audio });
    this.#watchdog = setTimeout(() => this.#hung(), HUNG_MS);
  }

  warm(grammar: GrammarRequest): void {
    this.grammar = grammar.key;
    this.#order({ kind: "warm", grammar });
  }

  /** Works out the next of the unprepared grammars, unless it is at something. */
  prepareNext(): void {
    if (this.#preparing || this.job !== null) return;
    const grammar = this.unprepared.shift();
    if (grammar === undefined) return;
    this.#preparing = true;
    this.#order({ kind: "prepare", grammar });
  }

  async close(): Promise<void> {
    clearTimeout(this.#watchdog);
    this.job = null;
    await this.#worker.terminate();
  }

  #order(order: RecognitionOrder): void {
    this.#worker.postMessage(order);
  }

  #decoded(report: Extract<RecognitionReport, { kind: "decoded" }>): void {
    const job = this.job;
    if (job === null || report.job !== this.#number) return;
    clearTimeout(this.#watchdog);
    this.job = null;
    job.decoded(report.text, report.confidence, report.murmur);
    this.#owner.free();
  }

  #hung(): void {
    void this.#worker.terminate();
    this.#owner.died(this, new Error("a decoder has hung"));
  }
}
