import { FRAME_MS } from "../../core/audio/audio-frame.ts";
import type { Expectation } from "../../core/language/expectation.ts";
import type { Clock } from "../../ports/clock.ts";
import type { RecognizerHandler, RecognizerStream } from "../../ports/recognizer.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import { SoundRing } from "../recognition/sound-ring.ts";
import { HeardWords } from "./heard-words.ts";
import { keyTerms } from "./key-terms.ts";
import type { ListenProtocol } from "./listen-protocol.ts";
import type { DeepgramSocket, SocketReports } from "./socket.ts";

/** Sound that is sent again after a drop; more than a caller says in a breath. */
const replayMs = 10_000;
/** Once the turn is over the service is asked to finish; it mostly takes 100–300 ms. Then what is known counts. */
const finishMs = 700;
/** Sound that is sent again is heard so many times faster than it was spoken. */
const catchingUp = 10;
/** When somebody speaks and nothing comes back for so long, the connection is dead without knowing it. */
const muteMs = 2_000;
/** The service closes a stream that sends nothing for 10 s. */
const keepAliveMs = 4_000;
/** The beginning of a word may be placed a little before the end of the turn before it. */
const slackMs = 100;
/** So many connections in a row that brought nothing are enough. */
const mostFruitless = 3;
/** A smaller change of the service's opinion is not worth telling. */
const opinionStep = 0.1;

interface Turn {
  readonly number: number;
  readonly fromMs: number;
  /** Null until it is over. */
  toMs: number | null;
  /** By the clock; what the caller waits for begins here. */
  overAtMs: number;
  /** Voice activity was noticed in it. */
  spoken: boolean;
  /** The service has answered that it has finished with it. */
  answered: boolean;
  told: { text: string; endOfTurn: number | null };
}

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
  readonly #words = new HeardWords();
  readonly #ring = new SoundRing(replayMs / FRAME_MS);
  /** Turns that are over and not passed on yet. */
  #over: Turn[] = [];
  #turn = turnAfter(0, 0);
  #terms: readonly string[];
  #socket: DeepgramSocket | null = null;
  #read: ReturnType<ListenProtocol["reader"]> = () => null;
  /** The place in the call where the connection's sound begins. */
  #baseMs = 0;
  #positionMs = 0;
  #sentMs = 0;
  /** Somebody has spoken or a turn has ended, and nothing has come back since. */
  #owed = false;
  /** Connections in a row that have brought nothing. */
  #fruitless = 0;
  #cancelFinish = () => {};
  #cancelMute = () => {};
  #cancelKeepAlive = () => {};
  #closed = false;

  constructor(parts: RecognitionStreamParts) {
    this.#parts = parts;
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
    if (this.#positionMs - this.#sentMs >= this.#parts.framesPerPiece * FRAME_MS) this.#sendSound();
  }

  speechStarted(): void {
    if (this.#closed) return;
    this.#turn.spoken = true;
    this.#owed = true;
    this.#expectLife();
  }

  finish(): void {
    if (this.#closed) return;
    const turn = this.#turn;
    turn.toMs = this.#positionMs;
    turn.overAtMs = this.#parts.clock.monotonicMs();
    this.#over.push(turn);
    this.#turn = turnAfter(turn.number, this.#positionMs);
    this.#cancelMute();
    this.#owed ||= turn.spoken;
    this.#sendSound();
    this.#socket?.send(this.#parts.protocol.finish);
    if (this.#socket !== null) this.#expectWords(finishMs);
    queueMicrotask(() => {
      if (!this.#closed) this.#deliver();
    });
  }

  close(): void {
    this.#closed = true;
    for (const cancel of [this.#cancelFinish, this.#cancelMute, this.#cancelKeepAlive]) cancel();
    this.#socket?.close({ type: "CloseStream" });
    this.#socket = null;
  }

  async #connect(): Promise<void> {
    const read = this.#parts.protocol.reader();
    const reports = {
      message: (text: string) => this.#message(text),
      sound: () => undefined,
      dropped: () => this.#dropped(),
    };
    const terms = this.#terms;
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
    const kept = Math.min(this.#positionMs, replayMs);
    this.#baseMs = Math.max(this.#words.finalUpToMs, this.#positionMs - kept);
    this.#sentMs = this.#baseMs;
    this.#sendSound();
    this.#keepAlive();
    if (this.#owed) this.#expectLife();
    if (this.#over.length === 0) return;
    this.#socket?.send(this.#parts.protocol.finish);
    this.#expectWords(finishMs + (this.#positionMs - this.#baseMs) / catchingUp);
  }

  #expectLife(): void {
    this.#cancelMute();
    this.#cancelMute = this.#parts.clock.after(muteMs, () => this.#replaceMute());
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
    this.#cancelKeepAlive = clock.after(keepAliveMs, () => {
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
    this.#fruitless = 0;
    if (report.kind === "heard") {
      this.#words.take(report, this.#baseMs);
      const asked = report.answersFinish ? this.#over.find((turn) => !turn.answered) : undefined;
      if (asked !== undefined) asked.answered = true;
      this.#deliver();
      this.#askAgain();
    }
    if (this.#over.length === 0) this.#hypothesis(report.endOfTurn);
  }

  /** Passes on the turns that are over and whose words are known, in order. */
  #deliver(): void {
    for (let turn = this.#over[0]; turn !== undefined && this.#isKnown(turn); turn = this.#over[0])
      this.#passOn(turn);
  }

  #isKnown({ answered, toMs }: Turn): boolean {
    return answered || this.#words.settled((toMs ?? this.#positionMs) - this.#parts.protocol.quietMs);
  }

  /** The service has gone past the end of the turn and has it end later: it is told once more. */
  #askAgain(): void {
    const [turn] = this.#over;
    if (turn === undefined || this.#words.heardUpToMs < (turn.toMs ?? Infinity)) return;
    this.#socket?.send(this.#parts.protocol.finish);
  }

  #expectWords(withinMs: number): void {
    this.#cancelFinish();
    this.#cancelFinish = this.#parts.clock.after(withinMs, () => {
      if (this.#owed && this.#socket !== null) this.#replaceMute();
      else while (this.#over[0] !== undefined) this.#passOn(this.#over[0]);
    });
  }

  #passOn(turn: Turn): void {
    const toMs = turn.toMs ?? this.#positionMs;
    const { clock, telemetry } = this.#parts;
    this.#over.shift();
    if (this.#over.length === 0) this.#cancelFinish();
    const { text, confidence } = this.#words.between(turn.fromMs - slackMs, toMs - slackMs);
    this.#words.forget(toMs - slackMs);
    const labels = { source: "deepgram", words: text === "" ? "no" : "yes" };
    telemetry.meter.count("transcriptions", labels);
    const seconds = (clock.monotonicMs() - turn.overAtMs) / 1000;
    telemetry.meter.observeSeconds("transcription_seconds", seconds, { source: "deepgram" });
    const alternatives = text === "" ? [] : [text];
    this.#parts.handler.heard({ utterance: turn.number, text, confidence, final: true, alternatives });
  }

  /** What is known of the turn that goes on, when it has changed. */
  #hypothesis(opinion: number | null): void {
    const { fromMs, number, told } = this.#turn;
    const { text, confidence } = this.#words.between(fromMs - slackMs, Infinity);
    const same = text === told.text;
    const endOfTurn = opinion ?? (same ? told.endOfTurn : null);
    if (same && Math.abs((endOfTurn ?? 0) - (told.endOfTurn ?? 0)) < opinionStep) return;
    this.#turn.told = { text, endOfTurn };
    this.#parts.handler.heard({
      utterance: number,
      text,
      confidence,
      final: false,
      alternatives: text === "" ? [] : [text],
      ...(endOfTurn !== null && { endOfTurn }),
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
    if (this.#fruitless < mostFruitless) void this.#connect();
    else this.#lose(new WorldError("deepgram", "hearing a call", { retryable: true }));
  }
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function turnAfter(number: number, fromMs: number): Turn {
  return {
    number: number + 1,
    fromMs,
    toMs: null,
    overAtMs: 0,
    spoken: false,
    answered: false,
    told: { text: "", endOfTurn: null },
  };
}
