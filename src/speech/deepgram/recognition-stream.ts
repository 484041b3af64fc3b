import { FRAME_MS } from "../../core/audio/audio-frame.ts";
import { levelDb } from "../../core/audio/level.ts";
import type { Expectation } from "../../core/language/expectation.ts";
import type { Clock } from "../../ports/clock.ts";
import type { RecognizerHandler, RecognizerStream } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import { judgeIn } from "../judge-in.ts";
import { SoundRing } from "../recognition/sound-ring.ts";
import type { Heard, Idle, Wordless } from "./heard.ts";
import { type AnsweredTurn, HeardTurns } from "./heard-turns.ts";
import { keyTerms } from "./key-terms.ts";
import type { ListenProtocol } from "./listen-protocol.ts";
import type { DeepgramSocket, SocketReports } from "./socket.ts";

/** Sound that is sent again after a drop; more than a caller says in a breath. */
const REPLAY_MS = 10_000;
/** It is heard so many times faster than it was spoken. */
const CATCHING_UP = 10;
/** Once the turn is over the service is asked to finish; it mostly takes 100–300 ms. Then what is known counts. */
const FINISH_MS = 700;
/** A service that still works on it has so long in all, and is looked after every so often. */
const LONGEST_FINISH_MS = 2_000;
const LOOK_AGAIN_MS = 250;
/** A word that was being heard when the service answered comes within so long. */
const LAST_WORD_MS = 250;
/** Nothing for so long, where words are due, is no slowness any more. */
const STALLED_MS = 500;
/** When somebody speaks and nothing comes back for so long, the connection is dead without knowing it. */
const MUTE_MS = 2_000;
/** Before that it is told to finish, which it answers also when it takes the sound for no words. */
const PROBE_MS = 1_200;
/** The service closes a stream that sends nothing for 10 s. */
const KEEP_ALIVE_MS = 4_000;
/** So many connections in a row that brought nothing are enough; before the last of them the service gets a pause. */
const MOST_FRUITLESS = 3;
const PAUSE_MS = 200;
/** Quieter frames hold no words, on whatever line. */
const SOUNDLESS_DB = -60;

export interface RecognitionStreamParts {
  readonly handler: RecognizerHandler;
  readonly protocol: ListenProtocol;
  /** Names that callers of the practices may say. */
  readonly names: readonly string[];
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Sound goes out in pieces of so many frames. */
  readonly framesPerPiece: number;
  /** Connects with all the tries that the service is given. Rejects when there is no way. */
  connect(reports: SocketReports, terms: readonly string[]): Promise<DeepgramSocket>;
}

/** One call's stream to the service. Survives drops and silence: the sound since the last final words is sent again. */
export class RecognitionStream implements RecognizerStream {
  readonly #parts: RecognitionStreamParts;
  readonly #turns: HeardTurns;
  readonly #ring = new SoundRing(REPLAY_MS / FRAME_MS);
  #terms: readonly string[];
  #socket: DeepgramSocket | null = null;
  #read: ReturnType<ListenProtocol["reader"]> = () => null;
  /** The place in the call where the connection's sound begins. */
  #baseMs = 0;
  #positionMs = 0;
  #sentMs = 0;
  /** Somebody has begun to speak, and nothing has come back since. */
  #owed = false;
  /** When something came last, or was due to begin coming. */
  #lifeAtMs = 0;
  /** Connections in a row that have brought the words no further. */
  #fruitless = 0;
  #furthestMs = 0;
  #cancelFinish = () => {};
  #cancelMute = () => {};
  #cancelKeepAlive = () => {};
  #cancelPause = () => {};
  #closed = false;

  constructor(parts: RecognitionStreamParts) {
    this.#parts = parts;
    this.#turns = new HeardTurns(parts.protocol);
    this.#terms = keyTerms(null, parts.names);
    void this.#connect();
  }

  listenFor(expectation: Expectation): void {
    const terms = keyTerms(expectation, this.#parts.names);
    if (this.#closed || same(terms, this.#terms)) return;
    this.#terms = terms;
    this.#retune();
  }

  push(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#ring.push(frame);
    this.#positionMs += FRAME_MS;
    if (levelDb(frame) > SOUNDLESS_DB) this.#turns.soundUpTo(this.#positionMs);
    if (this.#positionMs - this.#sentMs >= this.#parts.framesPerPiece * FRAME_MS) this.#sendSound();
  }

  speechStarted(): void {
    if (this.#closed) return;
    this.#turns.speechStarted();
    this.#owed = true;
    this.#expectLife();
  }

  finish(): void {
    if (this.#closed) return;
    this.#turns.finish(this.#positionMs, this.#parts.clock.monotonicMs());
    this.#cancelMute();
    this.#sendSound();
    this.#socket?.send(this.#parts.protocol.finish);
    if (this.#socket !== null) this.#expectWords(FINISH_MS);
    queueMicrotask(() => this.#passOn(this.#turns.known()));
  }

  close(): void {
    this.#closed = true;
    this.#cancelFinish();
    this.#cancelMute();
    this.#cancelKeepAlive();
    this.#cancelPause();
    this.#socket?.close({ type: "CloseStream" });
    this.#socket = null;
  }

  async #connect(): Promise<void> {
    const read = this.#parts.protocol.reader();
    const terms = this.#terms;
    const reports: SocketReports = {
      message: (text) => this.#message(text),
      sound: () => undefined,
      dropped: () => this.#dropped(),
    };
    try {
      const socket = await this.#parts.connect(reports, terms);
      if (this.#closed) return socket.close({ type: "CloseStream" });
      this.#socket = socket;
      this.#read = read;
      if (!same(terms, this.#terms)) this.#retune();
      this.#replay();
    } catch (error) {
      this.#lose(error instanceof Error ? error : new Error("no stream", { cause: error }));
    }
  }

  #retune(): void {
    const order = this.#parts.protocol.retune(this.#terms);
    if (order !== null) this.#socket?.send(order);
  }

  #lose(error: Error): void {
    if (this.#closed) return;
    this.close();
    this.#parts.handler.lost(error);
  }

  /** Sends what the service may not have heard, as far as it is kept, and asks again what was asked. */
  #replay(): void {
    const kept = Math.min(this.#positionMs, REPLAY_MS);
    this.#baseMs = Math.max(this.#turns.finalUpToMs, this.#positionMs - kept);
    this.#sentMs = this.#baseMs;
    this.#lifeAtMs = this.#parts.clock.monotonicMs();
    this.#sendSound();
    this.#keepAlive();
    if (this.#owed) this.#expectLife();
    if (!this.#turns.waiting) return;
    this.#socket?.send(this.#parts.protocol.finish);
    this.#expectWords(FINISH_MS + (this.#positionMs - this.#baseMs) / CATCHING_UP);
  }

  #sendSound(): void {
    const frames = Math.round((this.#positionMs - this.#sentMs) / FRAME_MS);
    if (this.#socket === null || frames === 0) return;
    this.#socket.send(this.#ring.last(frames));
    this.#sentMs = this.#positionMs;
    this.#keepAlive();
  }

  #keepAlive(): void {
    const { clock, protocol } = this.#parts;
    const order = protocol.keepAlive;
    if (order === null) return;
    this.#cancelKeepAlive();
    this.#cancelKeepAlive = clock.after(KEEP_ALIVE_MS, () => {
      this.#socket?.send(order);
      this.#keepAlive();
    });
  }

  #message(text: string): void {
    if (this.#closed) return;
    const report = this.#read(text);
    if (report === null) return;
    this.#cancelMute();
    this.#owed = false;
    this.#lifeAtMs = this.#parts.clock.monotonicMs();
    if (this.#takeIn(report)) this.#expectWords(LAST_WORD_MS);
    this.#noteProgress();
    this.#passOn(this.#turns.known());
    // Told once more, since the service goes on with a turn that is over.
    if (report.kind === "heard" && this.#turns.overrun) this.#socket?.send(this.#parts.protocol.finish);
    const guess = this.#closed ? null : this.#turns.hypothesis(report.endOfTurn);
    if (guess !== null) this.#parts.handler.heard(guess);
  }

  /** Whether a turn is as good as answered now. */
  #takeIn(report: Heard | Wordless | Idle): boolean {
    if (report.kind === "heard") return this.#turns.take(report, this.#baseMs);
    return report.kind === "idle" && this.#turns.idle();
  }

  #noteProgress(): void {
    const { heardUpToMs } = this.#turns;
    if (heardUpToMs <= this.#furthestMs) return;
    this.#furthestMs = heardUpToMs;
    this.#fruitless = 0;
  }

  #passOn(turns: Iterable<AnsweredTurn>): void {
    const { clock, telemetry, handler } = this.#parts;
    for (const { overAtMs, hypothesis } of turns) {
      if (this.#closed) return;
      if (!this.#turns.waiting) this.#cancelFinish();
      const labels = { source: "deepgram", words: hypothesis.text === "" ? "no" : "yes" };
      telemetry.meter.count("recognized_turns_total", labels);
      const seconds = (clock.monotonicMs() - overAtMs) / 1000;
      telemetry.meter.observeSeconds("transcription_seconds", seconds, { source: "deepgram" });
      handler.heard(hypothesis);
    }
  }

  #expectWords(withinMs: number): void {
    this.#cancelFinish();
    this.#cancelFinish = judgeIn(this.#parts.clock, withinMs, () => this.#timeIsUp());
  }

  /** What is known is passed on, unless somebody has spoken and the words are still on their way, or stuck. */
  #timeIsUp(): void {
    const awaited = this.#turns.awaitedSpeech;
    const nowMs = this.#parts.clock.monotonicMs();
    const lacking = awaited !== null && (this.#parts.protocol.steady || awaited.text === "");
    if (lacking && nowMs - this.#lifeAtMs >= STALLED_MS) this.#replaceMute();
    else if (lacking && nowMs - awaited.overAtMs < LONGEST_FINISH_MS) this.#expectWords(LOOK_AGAIN_MS);
    else this.#passOn(this.#turns.known(true));
  }

  #expectLife(): void {
    const { clock, protocol } = this.#parts;
    this.#cancelMute();
    this.#cancelMute = clock.after(PROBE_MS, () => {
      this.#socket?.send(protocol.finish);
      this.#cancelMute = judgeIn(clock, MUTE_MS - PROBE_MS, () => this.#replaceMute());
    });
  }

  #dropped(): void {
    if (this.#closed) return;
    this.#parts.telemetry.log.warn("recognition stream dropped and is opened again");
    this.#reconnect("closed");
  }

  #replaceMute(): void {
    if (this.#socket === null) return;
    this.#parts.telemetry.log.warn("recognition stream is mute and is replaced");
    this.#socket.cut();
    this.#reconnect("mute");
  }

  /** Turns that wait for their words go on waiting: what is known of them is less than what will be. */
  #reconnect(reason: "closed" | "mute"): void {
    this.#parts.telemetry.meter.count("recognizer_drops_total", { source: "deepgram", reason });
    this.#socket = null;
    this.#cancelFinish();
    this.#cancelMute();
    this.#fruitless += 1;
    if (this.#fruitless >= MOST_FRUITLESS)
      this.#lose(new WorldError("deepgram", "hearing a call", { retryable: true }));
    else if (this.#fruitless === 1) void this.#connect();
    else this.#cancelPause = this.#parts.clock.after(PAUSE_MS, () => void this.#connect());
  }
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
