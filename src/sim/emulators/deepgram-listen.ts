import { BYTES_PER_MS, FRAME_BYTES } from "../../core/audio/audio-frame.ts";
import { type DeepgramLine, type DeepgramVisitor, deepgramRoute, type OpenRoute } from "./deepgram-route.ts";
import { isLoud, wordsIn } from "./deepgram-words.ts";

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

/** Sound after which an interim result is given. */
const INTERIM_MS = 1_000;
/** A service that takes longer to hear something has no time for interim results. */
const QUICK_MS = 250;
/** Without sound or `KeepAlive` for so long, the stream is closed. */
const IDLE_MS = 10_000;
const KEY_TERM_TOKENS = 500;

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
    tokensOf(terms) > KEY_TERM_TOKENS ||
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
  #sound: Uint8Array[] = [];
  #soundBytes = 0;
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
  /** Stretches that are not heard yet, and how long the last one took; behind in its work, the service leaves interim results out. */
  #unheard = 0;
  #hearingMs = 0;

  constructor(line: DeepgramLine, parts: DeepgramListenParts) {
    this.#line = line;
    this.#parts = parts;
    this.#endpointingMs = Number(line.visit.query.get("endpointing") ?? 10);
    this.#utteranceEndMs = Number(line.visit.query.get("utterance_end_ms") ?? Infinity);
    this.#idle = this.#wait();
  }

  sound(piece: Uint8Array): void {
    this.#stayAwake();
    for (let at = 0; at < piece.length; at += FRAME_BYTES) this.#listen(piece.subarray(at, at + FRAME_BYTES));
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

  #listen(frame: Uint8Array): void {
    this.#sound.push(frame);
    this.#soundBytes += frame.length;
    const loud = isLoud(frame);
    this.#spoken ||= loud;
    this.#silentMs = loud ? 0 : this.#silentMs + frame.length / BYTES_PER_MS;
    const soundMs = this.#soundBytes / BYTES_PER_MS;
    if (this.#spoken && this.#silentMs >= this.#endpointingMs) this.#tell({ final: true, flushed: false });
    else if (soundMs - this.#interimAtMs >= INTERIM_MS && this.#unheard === 0 && this.#hearingMs < QUICK_MS) {
      this.#interimAtMs = soundMs;
      this.#tell({ final: false, flushed: false });
    }
    this.#endUtterance(this.#startMs + this.#soundBytes / BYTES_PER_MS);
  }

  #stayAwake(): void {
    clearTimeout(this.#idle);
    this.#idle = this.#wait();
  }

  #wait(): NodeJS.Timeout {
    return setTimeout(() => this.#line.close(1011, "NET-0001"), IDLE_MS).unref();
  }

  #closeStream(): void {
    this.#tell({ final: true, flushed: false });
    this.#work = this.#work.then(() => {
      this.#line.send({ type: "Metadata", duration: this.#startMs / 1000, channels: 1 });
      this.#line.close();
    });
  }

  #tell({ final, flushed }: { final: boolean; flushed: boolean }): void {
    const [sound, startMs, spoken] = [
      new Uint8Array(Buffer.concat(this.#sound)),
      this.#startMs,
      this.#spoken,
    ];
    const dueMs = performance.now() + this.#parts.wordsMs;
    if (final) {
      this.#sound = [];
      this.#soundBytes = 0;
      this.#startMs += sound.length / BYTES_PER_MS;
      this.#spoken = false;
      this.#interimAtMs = 0;
    }
    this.#unheard += 1;
    this.#work = this.#work.then(async () => {
      const fromMs = performance.now();
      const text = spoken && this.#line.visit.open ? await this.#parts.hear(sound) : "";
      if (spoken) this.#hearingMs = performance.now() - fromMs;
      this.#unheard -= 1;
      const earlyMs = dueMs - performance.now();
      if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
      const words = wordsIn(text, sound, startMs);
      const last = words.at(-1);
      if (last !== undefined) this.#noteWords(last.end * 1000);
      this.#line.send(results({ words, sound, startMs, final, flushed }));
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

function results(said: {
  words: ReturnType<typeof wordsIn>;
  sound: Uint8Array;
  startMs: number;
  final: boolean;
  flushed: boolean;
}) {
  const { words } = said;
  const transcript = words.map(({ word }) => word).join(" ");
  return {
    type: "Results",
    channel_index: [0, 1],
    start: said.startMs / 1000,
    duration: said.sound.length / BYTES_PER_MS / 1000,
    is_final: said.final,
    speech_final: said.final && !said.flushed,
    from_finalize: said.flushed,
    channel: {
      alternatives: [
        {
          transcript,
          confidence: words.length > 0 ? 0.98 : 0,
          words: words.map((one) => ({ ...one, punctuated_word: one.word })),
        },
      ],
    },
    metadata: { request_id: "00000000-0000-0000-0000-000000000000", model_info: { name: "emulated" } },
  };
}
