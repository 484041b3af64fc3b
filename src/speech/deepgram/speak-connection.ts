import type { Clock } from "../../ports/clock.ts";
import { WorldError } from "../../ports/world-error.ts";
import { judgeIn } from "../judge-in.ts";
import type { SoundQueue } from "../sound-queue.ts";
import { Allowance } from "./allowance.ts";
import type { DeepgramSocket, SocketReports } from "./socket.ts";
import { speakMessage } from "./speak-message.ts";

/** The service counts a minute; a few seconds more keep two clocks from disagreeing. */
const WINDOW_MS = 65_000;
const FLUSHES_A_WINDOW = 20;
const CHARACTERS_A_WINDOW = 2_400;
/** Speech is made several times faster than it is heard: when nothing comes for so long, nothing will. */
const SILENCE_MS = 1_500;
/** The service stops at once when it is told to. */
const CLEAR_MS = 1_000;
/** The service closes a connection that is an hour old, in the middle of a word. */
const OLD_MS = 50 * 60_000;
const IDLE_MS = 2 * 60_000;

export interface SpeakConnectionParts {
  readonly clock: Clock;
  connect(reports: SocketReports): Promise<DeepgramSocket>;
  /** It has become free, or it is gone. */
  changed(): void;
}

type State =
  | { readonly kind: "free"; readonly sinceMs: number }
  | { readonly kind: "speaking"; readonly sound: SoundQueue }
  /** Told to stop; sound that comes before the confirmation belongs to what nobody wants any more. */
  | { readonly kind: "clearing" }
  | { readonly kind: "gone" };

/** One connection to the voice. Speaks one text at a time, since its sound does not say which text it belongs to. */
export class SpeakConnection {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #flushes = new Allowance(FLUSHES_A_WINDOW, WINDOW_MS);
  readonly #characters = new Allowance(CHARACTERS_A_WINDOW, WINDOW_MS);
  readonly #openedAtMs: number;
  #socket: DeepgramSocket | null = null;
  #state: State;
  #cancelDeadline = () => {};

  /** Rejects as the connecting does. */
  static async open(parts: SpeakConnectionParts): Promise<SpeakConnection> {
    const connection = new SpeakConnection(parts);
    connection.#socket = await parts.connect({
      message: (text) => connection.#told(text),
      sound: (piece) => connection.#heard(piece),
      dropped: () => connection.#fail("the connection dropped", () => {}),
    });
    return connection;
  }

  private constructor({ clock, changed }: SpeakConnectionParts) {
    this.#clock = clock;
    this.#changed = changed;
    this.#openedAtMs = clock.monotonicMs();
    this.#state = { kind: "free", sinceMs: this.#openedAtMs };
  }

  get free(): boolean {
    return this.#state.kind === "free";
  }

  get gone(): boolean {
    return this.#state.kind === "gone";
  }

  /** When it may speak so many characters and still has `spareFlushes` left, if it speaks nothing else until then. */
  roomAtMs(wish: { readonly characters: number; readonly spareFlushes: number }, nowMs: number): number {
    return Math.max(
      this.#flushes.roomAtMs(1 + wish.spareFlushes, nowMs),
      this.#characters.roomAtMs(wish.characters, nowMs),
    );
  }

  /** Only when it is free. The sound ends when all of it has come, and with a `WorldError` when that fails. */
  speak(text: string, sound: SoundQueue): void {
    const nowMs = this.#clock.monotonicMs();
    this.#flushes.spend(1, nowMs);
    this.#characters.spend(text.length, nowMs);
    this.#state = { kind: "speaking", sound };
    this.#socket?.send({ type: "Speak", text });
    this.#socket?.send({ type: "Flush" });
    this.#expectSound();
  }

  /** What is being said into `sound` is not wanted any more. */
  stop(sound: SoundQueue): void {
    if (this.#state.kind !== "speaking" || this.#state.sound !== sound) return;
    sound.drop();
    this.#state = { kind: "clearing" };
    this.#socket?.send({ type: "Clear" });
    this.#expect(CLEAR_MS, "no word of having stopped");
  }

  /** Keeps a free connection alive, or closes one that is old or has not been wanted for long. Called every now and then. */
  tend(): void {
    if (this.#state.kind !== "free") return;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#openedAtMs >= OLD_MS || nowMs - this.#state.sinceMs >= IDLE_MS) this.close();
    else this.#socket?.ping();
  }

  close(): void {
    const closing = new WorldError("deepgram", "closing", { retryable: false });
    this.#end(closing, () => this.#socket?.close({ type: "Close" }));
  }

  #heard(piece: Uint8Array): void {
    if (this.#state.kind !== "speaking") return;
    this.#state.sound.push(piece);
    this.#expectSound();
  }

  #told(text: string): void {
    const message = speakMessage(text);
    if (message === "cleared" && this.#state.kind === "clearing") this.#free();
    if (this.#state.kind !== "speaking") return;
    if (message === "refused") this.#fail("the service refused", () => this.#socket?.cut());
    if (message !== "flushed") return;
    this.#state.sound.end();
    this.#free();
  }

  #free(): void {
    this.#cancelDeadline();
    this.#state = { kind: "free", sinceMs: this.#clock.monotonicMs() };
    this.#changed();
  }

  #expectSound(): void {
    this.#expect(SILENCE_MS, "no sound");
  }

  #expect(withinMs: number, otherwise: string): void {
    this.#cancelDeadline();
    this.#cancelDeadline = judgeIn(this.#clock, withinMs, () =>
      this.#fail(otherwise, () => this.#socket?.cut()),
    );
  }

  #fail(why: string, closeSocket: () => void): void {
    this.#end(
      new WorldError("deepgram", "speaking", { retryable: true, cause: new Error(why) }),
      closeSocket,
    );
  }

  #end(error: WorldError, closeSocket: () => void): void {
    if (this.#state.kind === "gone") return;
    this.#cancelDeadline();
    const ended = this.#state;
    this.#state = { kind: "gone" };
    closeSocket();
    if (ended.kind === "speaking") ended.sound.end(error);
    this.#changed();
  }
}
