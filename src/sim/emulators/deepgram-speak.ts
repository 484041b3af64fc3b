import { hide } from "../../core/values/private.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { type DeepgramLine, type DeepgramVisitor, deepgramRoute, type OpenRoute } from "./deepgram-route.ts";

/**
 * Speaks Deepgram's speech over a WebSocket (`v1/speak`, Aura) as its documentation tells it
 * (https://developers.deepgram.com/reference/text-to-speech/speak-streaming, …/docs/tts-ws-flush, …/docs/tts-ws-clear,
 * …/docs/tts-troubleshooting-websocket-net-and-data-errors): nothing sounds before a `Flush`; 20 of them a minute, then a
 * warning; 2000 characters a message and 2400 a minute, then it closes.
 */
export interface DeepgramSpeakParts {
  readonly voice: Synthesizer;
  readonly firstSoundMs: number;
  /** From one piece of sound to the next. */
  readonly pieceMs: number;
}

const MINUTE_MS = 60_000;
const FLUSHES_A_MINUTE = 20;
const CHARACTERS_A_MINUTE = 2_400;
const CHARACTERS_A_MESSAGE = 2_000;
/** 80 ms of sound a message. */
const PIECE_BYTES = 640;

export function deepgramSpeak(parts: DeepgramSpeakParts): OpenRoute {
  return deepgramRoute({ path: "/v1/speak", refuses, visitor: (line) => new Speaking(line, parts) });
}

function refuses(query: URLSearchParams): string | null {
  const known = new Set(["model", "encoding", "sample_rate", "speed", "mip_opt_out"]);
  const strange = [...query.keys()].some((name) => !known.has(name));
  const voice = /^aura-(2-)?[a-z]+-[a-z]{2}$/.test(query.get("model") ?? "aura-asteria-en");
  const telephone = query.get("encoding") === "mulaw" && query.get("sample_rate") === "8000";
  return strange || !voice || !telephone ? "400 Bad Request" : null;
}

/** One connection. */
class Speaking implements DeepgramVisitor {
  readonly #line: DeepgramLine;
  readonly #parts: DeepgramSpeakParts;
  readonly #spent: { readonly atMs: number; readonly characters: number; readonly flushes: number }[] = [];
  #text = "";
  #sequence = 0;
  #aborting = new AbortController();
  /** One text is spoken after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(line: DeepgramLine, parts: DeepgramSpeakParts) {
    this.#line = line;
    this.#parts = parts;
    const id = "00000000-0000-0000-0000-000000000000";
    const model = line.visit.query.get("model");
    line.send({ type: "Metadata", request_id: id, model_name: model, model_version: "1", model_uuid: id });
  }

  sound(): void {
    this.#line.close(1008, "DATA-0000");
  }

  order({ type, text }: { readonly type: string; readonly text?: unknown }): void {
    if (type === "Speak" && typeof text === "string") this.#take(text);
    else if (type === "Flush") this.#flush();
    else if (type === "Clear") this.#clear();
    else if (type === "Close") this.#close();
    else this.#line.close(1008, "DATA-0000");
  }

  gone(): void {
    this.#aborting.abort();
  }

  #take(text: string): void {
    this.#spend({ characters: text.length, flushes: 0 });
    if (text.length > CHARACTERS_A_MESSAGE) this.#line.close(1009, "BIG-0001");
    else if (this.#spentOf("characters") > CHARACTERS_A_MINUTE) this.#line.close(1008, "DATA-0001");
    else this.#text += text;
  }

  #flush(): void {
    this.#spend({ characters: 0, flushes: 1 });
    if (this.#spentOf("flushes") > FLUSHES_A_MINUTE) {
      const why = "Rate limit exceeded for flushes. Please try again later.";
      this.#line.send({ type: "Warning", warn_code: "EXCESSIVE_FLUSH", warn_msg: why });
      return;
    }
    const [text, { signal }] = [this.#text, this.#aborting];
    this.#text = "";
    this.#work = this.#work.then(async () => {
      await this.#speak(text, signal).catch(() => this.#line.close(1011, "NET-0000"));
      if (!signal.aborted) this.#line.send({ type: "Flushed", sequence_id: this.#sequence++ });
    });
  }

  #clear(): void {
    this.#aborting.abort();
    this.#aborting = new AbortController();
    this.#text = "";
    this.#work = this.#work.then(() => this.#line.send({ type: "Cleared", sequence_id: this.#sequence++ }));
  }

  #close(): void {
    if (this.#text !== "") this.#flush();
    this.#work = this.#work.then(() => this.#line.close());
  }

  async #speak(text: string, signal: AbortSignal): Promise<void> {
    const { voice, firstSoundMs, pieceMs } = this.#parts;
    await pause(firstSoundMs);
    for await (const sound of voice.speak(hide(text), { fixed: false, signal })) {
      for (let at = 0; at < sound.length && !signal.aborted; at += PIECE_BYTES) {
        this.#line.send(sound.slice(at, at + PIECE_BYTES));
        await pause(pieceMs);
      }
    }
  }

  #spend(what: { characters: number; flushes: number }): void {
    this.#spent.push({ atMs: performance.now(), ...what });
  }

  #spentOf(what: "characters" | "flushes"): number {
    const sinceMs = performance.now() - MINUTE_MS;
    while ((this.#spent[0]?.atMs ?? sinceMs) < sinceMs) this.#spent.shift();
    return this.#spent.reduce((sum, one) => sum + one[what], 0);
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
