import { levelDb } from "../../core/audio/level.ts";
import { type DeepgramLine, type DeepgramVisitor, deepgramRoute, type OpenRoute } from "./deepgram-route.ts";

/**
 * Speaks Deepgram's live transcription (`v1/listen`) as its documentation tells it
 * (https://developers.deepgram.com/reference/speech-to-text/listen-streaming, …/docs/finalize, …/docs/audio-keep-alive,
 * …/docs/close-stream, …/docs/keyterm, …/docs/utterance-end), and refuses what the service refuses.
 */
export interface DeepgramListenParts {
  /** The words of a stretch of mu-law. */
  hear(sound: Uint8Array): Promise<string>;
  /** From the end of a stretch of sound to its words. */
  readonly wordsMs: number;
}

const bytesPerMs = 8;
/** Quieter sound counts as silence. */
const speechDb = -45;
/** Sound after which an interim result is given. */
const interimMs = 1_000;
/** Without sound or `KeepAlive` for so long, the stream is closed. */
const idleMs = 10_000;
const keyTermTokens = 500;

const models =
  /^(nova-3(-general|-medical)?|nova-2(-[a-z]+)?|nova(-general|-phonecall|-medical)?|(enhanced|base)(-[a-z]+)?|phonecall)$/;
const withKeyTerms = /^nova-3/;

export function deepgramListen(parts: DeepgramListenParts): OpenRoute {
  return deepgramRoute({ path: "/v1/listen", refuses, visitor: (line) => new Listening(line, parts) });
}

function refuses(query: URLSearchParams): string | null {
  const model = query.get("model") ?? "base";
  const terms = query.getAll("keyterm");
  const utteranceEndMs = query.get("utterance_end_ms");
  const wrong =
    !models.test(model) ||
    query.get("encoding") !== "mulaw" ||
    query.get("sample_rate") !== "8000" ||
    (terms.length > 0 && !withKeyTerms.test(model)) ||
    (query.has("keywords") && withKeyTerms.test(model)) ||
    tokensOf(terms) > keyTermTokens ||
    (utteranceEndMs !== null && (Number(utteranceEndMs) < 1_000 || query.get("interim_results") !== "true"));
  return wrong ? "400 Bad Request" : null;
}

/** The service's own tokens are not published; English has about four characters in one. */
export function tokensOf(terms: readonly string[]): number {
  return terms.reduce((sum, term) => sum + Math.ceil(term.length / 4), 0);
}

/** One stream: collects sound, and tells what was said at pauses, when told to finish, and in between. */
class Listening implements DeepgramVisitor {
  readonly #line: DeepgramLine;
  readonly #parts: DeepgramListenParts;
  readonly #endpointingMs: number;
  readonly #utteranceEndMs: number;
  #sound = new Uint8Array(0);
  /** Where the sound that is not final yet begins. */
  #startMs = 0;
  #silentMs = 0;
  #spoken = false;
  #interimAtMs = 0;
  #lastWordEndMs = 0;
  #utteranceEnded = true;
  #idle: NodeJS.Timeout;
  /** One thing is heard after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(line: DeepgramLine, parts: DeepgramListenParts) {
    this.#line = line;
    this.#parts = parts;
    this.#endpointingMs = Number(line.visit.query.get("endpointing") ?? 10);
    this.#utteranceEndMs = Number(line.visit.query.get("utterance_end_ms") ?? Infinity);
    this.#idle = this.#wait();
  }

  sound(piece: Uint8Array): void {
    this.#stayAwake();
    this.#sound = new Uint8Array(Buffer.concat([this.#sound, piece]));
    const lengthMs = piece.length / bytesPerMs;
    const loud = levelDb(piece) > speechDb;
    this.#spoken ||= loud;
    this.#silentMs = loud ? 0 : this.#silentMs + lengthMs;
    const soundMs = this.#sound.length / bytesPerMs;
    if (this.#spoken && this.#silentMs >= this.#endpointingMs) this.#tell({ final: true, flushed: false });
    else if (soundMs - this.#interimAtMs >= interimMs) {
      this.#interimAtMs = soundMs;
      this.#tell({ final: false, flushed: false });
    }
    this.#endUtterance(this.#startMs + this.#sound.length / bytesPerMs);
  }

  order({ type }: { readonly type: string }): void {
    this.#stayAwake();
    if (type === "Finalize") this.#tell({ final: true, flushed: true });
    else if (type === "CloseStream") this.#closeStream();
    else if (type !== "KeepAlive") this.#line.close(1008, "DATA-0000");
  }

  gone(): void {
    clearTimeout(this.#idle);
  }

  #stayAwake(): void {
    clearTimeout(this.#idle);
    this.#idle = this.#wait();
  }

  #wait(): NodeJS.Timeout {
    return setTimeout(() => this.#line.close(1011, "NET-0001"), idleMs).unref();
  }

  #closeStream(): void {
    this.#tell({ final: true, flushed: false });
    this.#work = this.#work.then(() => {
      this.#line.send({ type: "Metadata", duration: this.#startMs / 1000, channels: 1 });
      this.#line.close();
    });
  }

  #tell({ final, flushed }: { final: boolean; flushed: boolean }): void {
    const sound = this.#sound;
    const [startMs, lengthMs] = [this.#startMs, sound.length / bytesPerMs];
    if (final) {
      this.#sound = new Uint8Array(0);
      this.#startMs += lengthMs;
      this.#spoken = false;
      this.#interimAtMs = 0;
    }
    this.#work = this.#work.then(async () => {
      const text = await this.#parts.hear(sound);
      const { wordsMs } = this.#parts;
      if (wordsMs > 0) await new Promise((resolve) => setTimeout(resolve, wordsMs));
      if (text !== "") this.#noteWords(startMs + lengthMs);
      this.#line.send(results({ text, startMs, lengthMs, final, flushed }));
    });
  }

  #noteWords(endMs: number): void {
    this.#lastWordEndMs = endMs;
    this.#utteranceEnded = false;
  }

  /** A gap between words is looked for where there are words. */
  #endUtterance(heardMs: number): void {
    this.#work = this.#work.then(() => {
      if (this.#utteranceEnded || heardMs - this.#lastWordEndMs < this.#utteranceEndMs) return;
      this.#utteranceEnded = true;
      const last_word_end = this.#lastWordEndMs / 1000;
      this.#line.send({ type: "UtteranceEnd", channel: [0, 1], last_word_end });
    });
  }
}

/** Words are spread evenly over the stretch. */
function results(said: {
  text: string;
  startMs: number;
  lengthMs: number;
  final: boolean;
  flushed: boolean;
}) {
  const spoken = said.text.split(" ").filter((word) => word !== "");
  const [start, duration] = [said.startMs / 1000, said.lengthMs / 1000];
  const step = duration / (spoken.length + 1);
  const words = spoken.map((word, index) => ({
    word,
    punctuated_word: word,
    start: start + step * (index + 0.5),
    end: start + step * (index + 1.5),
    confidence: 0.98,
  }));
  const transcript = spoken.join(" ");
  return {
    type: "Results",
    channel_index: [0, 1],
    start,
    duration,
    is_final: said.final,
    speech_final: said.final && !said.flushed,
    from_finalize: said.flushed,
    channel: { alternatives: [{ transcript, confidence: spoken.length > 0 ? 0.98 : 0, words }] },
    metadata: { request_id: "00000000-0000-0000-0000-000000000000", model_info: { name: "emulated" } },
  };
}
