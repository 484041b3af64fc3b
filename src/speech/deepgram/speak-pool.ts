import type { Clock } from "../../ports/clock.ts";
import { WorldError } from "../../ports/world-error.ts";
import { SoundQueue } from "../sound-queue.ts";
import type { DeepgramSocket, SocketReports } from "./socket.ts";
import { SpeakConnection } from "./speak-connection.ts";

/** Accounts are allowed so many connections to a voice at a time, and more when they ask for it. */
const MOST_CONNECTIONS = 15;
/** Texts that may wait for a connection; beyond it another voice is better than patience. */
const MOST_WAITING = 64;
/** What is made ahead uses so many connections at most, and leaves so many flushes of each to what callers wait for. */
const MOST_AHEAD = 8;
const SPARED_FLUSHES = 5;
const TEND_EVERY_MS = 20_000;

export interface SpeakPoolParts {
  readonly clock: Clock;
  connect(reports: SocketReports): Promise<DeepgramSocket>;
}

interface Wish {
  readonly text: string;
  /** Nobody waits for it yet. */
  readonly ahead: boolean;
  readonly sound: SoundQueue;
}

/**
 * Connections to the voice, used again from sentence to sentence and call to call. One more is open than is speaking, so that
 * nobody waits for the network, and those that nobody has wanted for long are closed.
 */
export class SpeakPool {
  readonly #parts: SpeakPoolParts;
  /** Most recently used first: the others get old and go. */
  #connections: SpeakConnection[] = [];
  #waiting: Wish[] = [];
  readonly #opening = new Set<Promise<void>>();
  #cancelAlarm = () => {};
  #cancelTending: (() => void) | null = null;
  #closed = false;

  constructor(parts: SpeakPoolParts) {
    this.#parts = parts;
  }

  /** The sound of a text that is short enough for one message. Ends without an error when aborted, with a `WorldError` when it fails. */
  say({ text, ahead, signal }: { text: string; ahead: boolean; signal: AbortSignal }): SoundQueue {
    const sound = new SoundQueue();
    if (signal.aborted) sound.end();
    else if (this.#closed || this.#waiting.length >= MOST_WAITING) sound.end(unavailable(!this.#closed));
    else {
      signal.addEventListener("abort", () => this.#forget(sound), { once: true });
      this.#waiting.push({ text, ahead, sound });
      this.#serve();
    }
    return sound;
  }

  /** Something will be said soon: a connection is opened unless one is free or on its way. */
  prepare(): void {
    const has = this.#opening.size > 0 || this.#connections.some(({ free }) => free);
    if (!has && this.#mayOpen) this.#open();
  }

  /** Resolves when nothing is on its way any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelAlarm();
    this.#cancelTending?.();
    for (const connection of this.#connections.splice(0)) connection.close();
    this.#refuseAll(unavailable(false));
    await Promise.all(this.#opening);
  }

  get #mayOpen(): boolean {
    return !this.#closed && this.#connections.length + this.#opening.size < MOST_CONNECTIONS;
  }

  #forget(sound: SoundQueue): void {
    this.#waiting = this.#waiting.filter((wish) => wish.sound !== sound);
    for (const connection of this.#connections) connection.stop(sound);
    sound.drop();
  }

  #serve(): void {
    if (this.#closed) return;
    this.#beginWhatFits();
    const urgent = this.#waiting.filter(({ ahead }) => !ahead).length;
    while (urgent > this.#opening.size && this.#mayOpen) this.#open();
    const count = this.#connections.length + this.#opening.size;
    if (this.#waiting.length > this.#opening.size && count < MOST_AHEAD) this.#open();
  }

  #beginWhatFits(): void {
    this.#connections = this.#connections.filter(({ gone }) => !gone);
    this.#waiting = this.#waiting.filter((wish) => !this.#begin(wish));
    this.#serveAgainWhenThereIsRoom();
  }

  /** Whether there is a connection for it. */
  #begin(wish: Wish): boolean {
    const nowMs = this.#parts.clock.monotonicMs();
    const connection = this.#connections.find(
      (one) => one.free && one.roomAtMs(roomFor(wish), nowMs) <= nowMs,
    );
    if (connection === undefined) return false;
    this.#connections = [connection, ...this.#connections.filter((one) => one !== connection)];
    connection.speak(wish.text, wish.sound);
    this.prepare();
    return true;
  }

  #open(): void {
    const opened: Promise<void> = this.#connect().then((error) => {
      this.#opening.delete(opened);
      if (this.#closed) return;
      this.#beginWhatFits();
      // Who still waits while others speak has its turn when they are done; asking again at once would be refused again.
      if (error !== null && this.#opening.size === 0 && this.#connections.length === 0)
        this.#refuseAll(error);
    });
    this.#opening.add(opened);
  }

  /** Why there is no new connection; null when there is one. */
  async #connect(): Promise<Error | null> {
    const { clock, connect } = this.#parts;
    try {
      const connection = await SpeakConnection.open({ clock, connect, changed: () => this.#serve() });
      if (this.#closed) connection.close();
      else this.#connections.push(connection);
      if (!this.#closed) this.#cancelTending ??= this.#tendLater();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error("no connection", { cause: error });
    }
  }

  #refuseAll(error: Error): void {
    for (const { sound } of this.#waiting.splice(0)) sound.end(error);
  }

  #serveAgainWhenThereIsRoom(): void {
    this.#cancelAlarm();
    const [first] = this.#waiting;
    if (first === undefined) return;
    const { clock } = this.#parts;
    const nowMs = clock.monotonicMs();
    const free = this.#connections.filter((one) => one.free);
    const roomAtMs = Math.min(...free.map((one) => one.roomAtMs(roomFor(first), nowMs)));
    if (roomAtMs < Infinity) this.#cancelAlarm = clock.after(roomAtMs - nowMs, () => this.#serve());
  }

  #tendLater(): () => void {
    return this.#parts.clock.after(TEND_EVERY_MS, () => {
      for (const connection of [...this.#connections]) connection.tend();
      this.#cancelTending = this.#connections.length === 0 ? null : this.#tendLater();
    });
  }
}

function roomFor({ text, ahead }: Wish) {
  return { characters: text.length, spareFlushes: ahead ? SPARED_FLUSHES : 0 };
}

function unavailable(retryable: boolean): WorldError {
  return new WorldError("deepgram", "waiting for a connection", { retryable });
}
