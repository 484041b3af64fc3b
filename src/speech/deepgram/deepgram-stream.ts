import { FRAME_MS } from "../../core/audio/audio-frame.ts";
import type { Expectation } from "../../core/language/expectation.ts";
import type { Clock } from "../../ports/clock.ts";
import type { RecognizerHandler, RecognizerStream } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { SoundRing } from "../recognition/sound-ring.ts";
import { HeardWords } from "./heard-words.ts";
import { listenResults } from "./listen-message.ts";
import type { DeepgramSocket, SocketReports } from "./socket.ts";

/** Sound that is sent again after a drop; more than a caller says in a breath. */
const replayMs = 10_000;
/** Once the turn is over the service is asked to finish; it mostly takes 100–300 ms. Then what is known counts. */
const finishMs = 700;
/** When somebody speaks and nothing comes back for so long, the connection is dead without knowing it. */
const muteMs = 2_000;
/** The service closes a stream that sends nothing for 10 s. */
const keepAliveMs = 4_000;
/** The beginning of a word may be placed a little before the end of the turn before it. */
const slackMs = 100;

interface Turn {
  readonly number: number;
  readonly fromMs: number;
  /** Null until it is over. */
  toMs: number | null;
  /** The service has answered that it has finished with it. */
  flushed: boolean;
  said: string;
}

export interface DeepgramStreamParts {
  readonly handler: RecognizerHandler;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Sound goes out in pieces of so many frames. */
  readonly framesPerPiece: number;
  /** Connects with all the tries that the service is given. Rejects when there is no way. */
  connect(reports: SocketReports, expectation: Expectation | null): Promise<DeepgramSocket>;
}

/** One call's stream to the service. Survives drops: the sound since the last final words is sent again. */
export class DeepgramStream implements RecognizerStream {
  readonly #parts: DeepgramStreamParts;
  readonly #words = new HeardWords();
  readonly #ring = new SoundRing(replayMs / FRAME_MS);
  readonly #over: Turn[] = [];
  #turn: Turn;
  #expectation: Expectation | null = null;
  #connection: DeepgramSocket | null = null;
  /** The place in the call where the connection's audio begins. */
  #baseMs = 0;
  #positionMs = 0;
  #sentMs = 0;
  #cancelFinish = () => {};
  #cancelMute = () => {};
  #cancelKeepAlive = () => {};
  #closed = false;

  constructor(parts: DeepgramStreamParts) {
    this.#parts = parts;
    this.#turn = turnAfter(0, 0);
    void this.#connect();
  }

  listenFor(expectation: Expectation): void {
    this.#expectation = expectation;
  }

  push(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#ring.push(frame);
    this.#positionMs += FRAME_MS;
    if (this.#positionMs - this.#sentMs >= this.#parts.framesPerPiece * FRAME_MS) this.#sendSound();
  }

  speechStarted(): void {
    if (this.#closed) return;
    this.#cancelMute();
    this.#cancelMute = this.#parts.clock.after(muteMs, () => this.#replaceMute());
  }

  finish(): void {
    if (this.#closed) return;
    this.#turn.toMs = this.#positionMs;
    this.#over.push(this.#turn);
    this.#turn = turnAfter(this.#turn.number, this.#positionMs);
    this.#cancelMute();
    this.#sendSound();
    this.#connection?.send({ type: "Finalize" });
    this.#cancelFinish();
    this.#cancelFinish = this.#parts.clock.after(finishMs, () => this.#deliver(true));
  }

  close(): void {
    this.#closed = true;
    this.#forgetTimers();
    this.#connection?.close({ type: "CloseStream" });
    this.#connection = null;
  }

  async #connect(): Promise<void> {
    const reports = {
      message: (text: string) => this.#message(text),
      sound: () => undefined,
      dropped: () => this.#dropped(),
    };
    try {
      const connection = await this.#parts.connect(reports, this.#expectation);
      if (this.#closed) return connection.close({ type: "CloseStream" });
      this.#connection = connection;
      this.#replay();
      this.#keepAlive();
    } catch (error) {
      if (this.#closed) return;
      this.close();
      this.#parts.handler.lost(error instanceof Error ? error : new Error("no stream", { cause: error }));
    }
  }

  /** Sends what the service may not have heard, as far as it is kept, and asks again what was asked. */
  #replay(): void {
    const kept = Math.min(this.#positionMs, replayMs);
    this.#baseMs = Math.max(this.#words.finalUpToMs, this.#positionMs - kept);
    this.#sentMs = this.#baseMs;
    this.#sendSound();
    if (this.#over.length > 0) this.#connection?.send({ type: "Finalize" });
  }

  #sendSound(): void {
    const frames = Math.round((this.#positionMs - this.#sentMs) / FRAME_MS);
    if (this.#connection === null || frames === 0) return;
    this.#connection.send(this.#ring.last(frames));
    this.#sentMs = this.#positionMs;
    this.#keepAlive();
  }

  #keepAlive(): void {
    this.#cancelKeepAlive();
    this.#cancelKeepAlive = this.#parts.clock.after(keepAliveMs, () => {
      this.#connection?.send({ type: "KeepAlive" });
      this.#keepAlive();
    });
  }

  #message(text: string): void {
    if (this.#closed) return;
    const results = listenResults(text);
    if (results === null) return;
    this.#cancelMute();
    this.#words.take(results, this.#baseMs);
    const asked = results.flushed ? this.#over.find((turn) => !turn.flushed) : undefined;
    if (asked !== undefined) asked.flushed = true;
    this.#deliver(false);
    this.#hypothesis();
  }

  /** Passes on the turns that are over and whose words are known, in order; all of them when time is up. */
  #deliver(timeIsUp: boolean): void {
    for (let turn = this.#over[0]; turn !== undefined; turn = this.#over[0]) {
      const toMs = turn.toMs ?? this.#positionMs;
      if (!timeIsUp && !turn.flushed && this.#words.finalUpToMs < toMs - slackMs) return;
      this.#over.shift();
      this.#pass(turn, toMs, true);
      this.#words.forget(toMs - slackMs);
    }
    this.#cancelFinish();
  }

  #hypothesis(): void {
    if (this.#over.length === 0) this.#pass(this.#turn, Infinity, false);
  }

  #pass(turn: Turn, toMs: number, final: boolean): void {
    const { text, confidence } = this.#words.between(turn.fromMs - slackMs, toMs - slackMs);
    if (!final && text === turn.said) return;
    turn.said = text;
    if (final)
      this.#parts.telemetry.meter.count("transcriptions", {
        source: "deepgram",
        words: text === "" ? "no" : "yes",
      });
    this.#parts.handler.heard({
      utterance: turn.number,
      text,
      confidence,
      final,
      alternatives: text === "" ? [] : [text],
    });
  }

  #dropped(): void {
    if (this.#closed) return;
    this.#parts.telemetry.log.warn("recognition stream dropped and is opened again");
    this.#parts.telemetry.meter.count("recognizer_drops_total", { source: "deepgram", reason: "closed" });
    this.#connection = null;
    void this.#connect();
  }

  #replaceMute(): void {
    const mute = this.#connection;
    if (mute === null) return;
    this.#parts.telemetry.log.warn("recognition stream is mute and is replaced");
    this.#parts.telemetry.meter.count("recognizer_drops_total", { source: "deepgram", reason: "mute" });
    this.#connection = null;
    mute.cut();
    void this.#connect();
  }

  #forgetTimers(): void {
    this.#cancelFinish();
    this.#cancelMute();
    this.#cancelKeepAlive();
  }
}

function turnAfter(number: number, fromMs: number): Turn {
  return { number: number + 1, fromMs, toMs: null, flushed: false, said: "" };
}
