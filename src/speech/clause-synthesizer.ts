import { Worker } from "node:worker_threads";
import type { Private } from "../core/values/private.ts";
import type { SynthesisOptions, Synthesizer } from "../ports/synthesizer.ts";
import type { Log } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";
import { type Clause, clauses } from "./clauses.ts";
import type { SynthesisJob, SynthesisResult } from "./synthesis-job.ts";

export interface ClauseSynthesizerSettings {
  readonly log: Log;
  /** What the thread runs: it reports that it is ready, and then speaks one clause at a time. */
  readonly program: URL;
  /** What the thread is started with. */
  readonly data: unknown;
}

/** Clauses of one text that are under way at once; more would only keep other calls waiting. */
const AHEAD = 2;
/** Clauses that may wait in all; beyond it `speak` fails, and the call says something shorter or nothing. */
const QUEUE_LIMIT = 512;

/** A thread that dies so often before it is ready will not start at all. */
const START_LIMIT = 3;

interface Waiting {
  readonly job: SynthesisJob;
  readonly settle: (result: Uint8Array | Error) => void;
  tries: number;
}

/**
 * Speaks in a thread of its own, clause by clause. Serves all calls; the first clause of a text goes before the later
 * clauses of others. A thread that dies is replaced and its clause tried once more.
 */
export async function openClauseSynthesizer(settings: ClauseSynthesizerSettings): Promise<Synthesizer> {
  const thread = new SynthesisThread(settings);
  await thread.ready();
  return {
    speak: (text, options) => speakClauses(thread, text, options),
    ready: () => null,
    close: () => thread.close(),
  };
}

async function* speakClauses(
  thread: SynthesisThread,
  text: Private<string>,
  options: SynthesisOptions,
): AsyncGenerator<Uint8Array> {
  // The engine needs the words themselves; they go to a thread of this process and nowhere else.
  const parts = clauses(text.reveal());
  const cancelled = { signal: options.signal };
  const begun: Promise<Uint8Array>[] = [];
  const begin = (part: Clause, index: number) => {
    const spoken = thread.speak(part, { first: index === 0, ...cancelled });
    spoken.catch(() => undefined); // it is awaited below, unless an earlier clause ends the loop
    begun.push(spoken);
  };
  for (const [index, part] of parts.entries()) {
    if (index < AHEAD) begin(part, index);
  }
  for (const [index] of parts.entries()) {
    if (options.signal.aborted) return;
    const audio = await begun[index];
    const next = parts[index + AHEAD];
    if (next !== undefined && !options.signal.aborted) begin(next, index + AHEAD);
    if (audio !== undefined && audio.length > 0 && !options.signal.aborted) yield audio;
  }
}

class SynthesisThread {
  readonly #settings: ClauseSynthesizerSettings;
  readonly #first: Waiting[] = [];
  readonly #later: Waiting[] = [];
  #worker: Worker;
  #isReady: Promise<void>;
  #current: Waiting | null = null;
  #nextId = 1;
  /** Threads in a row that died before they were ready. */
  #failedStarts = 0;
  #closed = false;

  constructor(settings: ClauseSynthesizerSettings) {
    this.#settings = settings;
    [this.#worker, this.#isReady] = this.#start();
  }

  ready(): Promise<void> {
    return this.#isReady;
  }

  speak(clause: Clause, options: { first: boolean; signal: AbortSignal }): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#closed || this.#first.length + this.#later.length >= QUEUE_LIMIT) {
        reject(new WorldError("synthesizer", "taking another clause", { retryable: !this.#closed }));
        return;
      }
      const waiting: Waiting = {
        job: { id: this.#nextId++, text: clause.text, pauseMs: clause.pauseMs },
        settle: (result) => (result instanceof Error ? reject(result) : resolve(result)),
        tries: 0,
      };
      const queue = options.first ? this.#first : this.#later;
      queue.push(waiting);
      options.signal.addEventListener("abort", () => this.#forget(waiting), { once: true });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const left = [this.#current, ...this.#first.splice(0), ...this.#later.splice(0)];
    this.#current = null;
    for (const one of left) one?.settle(new WorldError("synthesizer", "closing", { retryable: false }));
    await this.#worker.terminate();
  }

  /** One clause at a time is with the thread, so that an abort can still take the others back. */
  #feed(): void {
    if (this.#current !== null || this.#closed) return;
    this.#current = this.#first.shift() ?? this.#later.shift() ?? null;
    if (this.#current !== null) this.#worker.postMessage(this.#current.job);
  }

  #forget(waiting: Waiting): void {
    for (const queue of [this.#first, this.#later]) {
      const index = queue.indexOf(waiting);
      if (index < 0) continue;
      queue.splice(index, 1);
      waiting.settle(new Uint8Array(0));
    }
  }

  #start(): [Worker, Promise<void>] {
    const { program, data: workerData } = this.#settings;
    const worker = new Worker(program, { workerData });
    const ready = new Promise<void>((resolve, reject) => {
      worker.once("error", (cause) =>
        reject(new WorldError("synthesizer", "starting", { retryable: false, cause })),
      );
      worker.on("message", (result: SynthesisResult) => {
        if (result.kind === "ready") {
          this.#failedStarts = 0;
          resolve();
        } else this.#settle(result);
      });
    });
    ready.catch(() => undefined); // whoever opened it awaits it; a replacement's fault shows at the next clause
    worker.on("error", (error) => this.#replace(worker, error));
    return [worker, ready];
  }

  #settle(result: Exclude<SynthesisResult, { kind: "ready" }>): void {
    const current = this.#current;
    if (current === null || current.job.id !== result.id) return;
    this.#current = null;
    if (result.kind === "spoken") current.settle(result.audio);
    else current.settle(new WorldError("synthesizer", "speaking a clause", { retryable: false }));
    this.#feed();
  }

  #replace(dead: Worker, error: unknown): void {
    if (this.#closed || dead !== this.#worker) return;
    this.#failedStarts += 1;
    if (this.#failedStarts > START_LIMIT) return void this.close();
    const name = error instanceof Error ? error.name : "unknown";
    this.#settings.log.error("synthesis thread died and is replaced", { reason: name });
    [this.#worker, this.#isReady] = this.#start();
    const current = this.#current;
    this.#current = null;
    if (current !== null && current.tries++ === 0) this.#first.unshift(current);
    else
      current?.settle(new WorldError("synthesizer", "speaking a clause", { retryable: true, cause: error }));
    this.#feed();
  }
}
