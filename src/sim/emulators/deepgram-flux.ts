import { BYTES_PER_MS } from "../../core/audio/audio-frame.ts";
import { tokensOf } from "./deepgram-listen.ts";
import { type DeepgramLine, type DeepgramVisitor, deepgramRoute, type OpenRoute } from "./deepgram-route.ts";
import { isLoud, wordsIn } from "./deepgram-words.ts";

/**
 * Speaks Deepgram's recognition with turns (`v2/listen`, Flux) as its documentation tells it
 * (https://developers.deepgram.com/reference/speech-to-text/listen-flux, …/docs/flux/state, …/docs/flux/configuration,
 * …/docs/flux/force-end-turn, …/docs/flux/configure, …/docs/flux/close-stream).
 */
export interface DeepgramFluxParts {
  /** The words of a stretch of mu-law. */
  hear(sound: Uint8Array): Promise<string>;
  /** From the end of a stretch of sound to its words. */
  readonly wordsMs: number;
}

/** An `Update` comes for every quarter of a second of sound. */
const TICK_MS = 250;
/** While somebody speaks, words are looked for every so many ticks. */
const TICKS_OF_WORDS = 4;
/** So much silence makes it certain that a turn is over; half of it half so. */
const CERTAIN_AFTER_MS = 600;
const KEY_TERM_TOKENS = 500;

export function deepgramFlux(parts: DeepgramFluxParts): OpenRoute {
  return deepgramRoute({ path: "/v2/listen", refuses, visitor: (line) => new FluxStream(line, parts) });
}

const known = new Set([
  "model",
  "encoding",
  "sample_rate",
  "eot_threshold",
  "eager_eot_threshold",
  "eot_timeout_ms",
  "keyterm",
]);

function refuses(query: URLSearchParams): string | null {
  const thresholds = thresholdsOf(query);
  const wrong =
    [...query.keys()].some((name) => !known.has(name)) ||
    query.get("model") !== "flux-general-en" ||
    query.get("encoding") !== "mulaw" ||
    query.get("sample_rate") !== "8000" ||
    tokensOf(query.getAll("keyterm")) > KEY_TERM_TOKENS ||
    !within(thresholds.end, 0.5, 1) ||
    !within(thresholds.timeoutMs, 500, 60_000) ||
    (thresholds.eager !== null && (!within(thresholds.eager, 0.3, 0.9) || thresholds.eager > thresholds.end));
  return wrong ? "400 Bad Request" : null;
}

function thresholdsOf(query: URLSearchParams) {
  const eager = query.get("eager_eot_threshold");
  return {
    end: Number(query.get("eot_threshold") ?? 0.7),
    eager: eager === null ? null : Number(eager),
    timeoutMs: Number(query.get("eot_timeout_ms") ?? 5_000),
  };
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

type TurnEvent = "Update" | "StartOfTurn" | "EagerEndOfTurn" | "TurnResumed" | "EndOfTurn";

/** One stream. Time is the sound that has come. */
class FluxStream implements DeepgramVisitor {
  readonly #line: DeepgramLine;
  readonly #parts: DeepgramFluxParts;
  readonly #thresholds: ReturnType<typeof thresholdsOf>;
  #sequence = 0;
  /** What has come and is not listened to yet; less than a tick. */
  #fresh = new Uint8Array(0);
  /** The sound of the turn as far as it was listened to. */
  #sound = new Uint8Array(0);
  #startMs = 0;
  #index = 0;
  #text = "";
  #ticks = 0;
  #silentMs = 0;
  #spoken = false;
  #looked = true;
  /** Pieces that are not taken yet; behind in its work, the service looks for words at pauses only. */
  #waiting = 0;
  #state: "initial" | "ongoing" | "awaitingEnd" = "initial";
  /** One thing happens after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(line: DeepgramLine, parts: DeepgramFluxParts) {
    this.#line = line;
    this.#parts = parts;
    this.#thresholds = thresholdsOf(line.visit.query);
    this.#send({ type: "Connected" });
  }

  sound(piece: Uint8Array): void {
    this.#waiting += 1;
    this.#work = this.#work.then(async () => {
      this.#waiting -= 1;
      this.#fresh = new Uint8Array(Buffer.concat([this.#fresh, piece]));
      const bytes = TICK_MS * BYTES_PER_MS;
      for (; this.#fresh.length >= bytes; this.#fresh = this.#fresh.slice(bytes))
        await this.#tick(this.#fresh.slice(0, bytes));
    });
  }

  order(message: { readonly type: string; readonly keyterms?: unknown }): void {
    this.#work = this.#work.then(async () => {
      if (message.type === "ForceEndTurn") await this.#force();
      else if (message.type === "Configure") this.#configure(message.keyterms);
      else if (message.type === "CloseStream") this.#line.close();
      else this.#send({ type: "Error", code: "UNPARSABLE_CLIENT_MESSAGE", description: "unknown type" });
    });
  }

  gone(): void {}

  async #tick(sound: Uint8Array): Promise<void> {
    const loud = isLoud(sound.subarray(-sound.length / 2)) || isLoud(sound.subarray(0, sound.length / 2));
    this.#sound = new Uint8Array(Buffer.concat([this.#sound, sound]));
    this.#spoken ||= loud;
    this.#silentMs = loud ? 0 : this.#silentMs + TICK_MS;
    this.#looked &&= !loud;
    this.#ticks += 1;
    const inBetween = this.#ticks % TICKS_OF_WORDS === 0 && this.#waiting < TICKS_OF_WORDS;
    if (!this.#looked && (!loud || inBetween)) await this.#look();
    if (this.#state === "initial" && this.#text !== "") this.#become("ongoing", "StartOfTurn");
    else this.#goOn(loud);
  }

  #goOn(loud: boolean): void {
    const { end, eager, timeoutMs } = this.#thresholds;
    const sure = this.#confidence;
    if (this.#state === "initial") this.#tell("Update");
    else if (sure >= end) this.#endTurn("model");
    else if (this.#silentMs >= timeoutMs) this.#endTurn("timeout");
    else if (this.#state === "awaitingEnd" && loud) this.#become("ongoing", "TurnResumed");
    else if (this.#state === "ongoing" && eager !== null && sure >= eager)
      this.#become("awaitingEnd", "EagerEndOfTurn");
    else this.#tell("Update");
  }

  async #look(): Promise<void> {
    const { hear, wordsMs } = this.#parts;
    if (!this.#line.visit.open) return;
    this.#text = await hear(this.#sound);
    this.#looked = true;
    if (wordsMs > 0) await new Promise((resolve) => setTimeout(resolve, wordsMs));
  }

  async #force(): Promise<void> {
    if (this.#spoken && !this.#looked) await this.#look();
    if (this.#text !== "") return this.#endTurn("manual");
    const description = "There is no turn to end.";
    this.#send({ type: "Warning", code: "FORCE_END_TURN_NO_ACTIVE_TURN", description });
  }

  #configure(keyterms: unknown): void {
    const terms = Array.isArray(keyterms) ? keyterms.map(String) : [];
    if (tokensOf(terms) > KEY_TERM_TOKENS) this.#send({ type: "ConfigureFailure", code: "KEYTERM_LIMIT" });
    else this.#send({ type: "ConfigureSuccess", thresholds: {}, keyterms: terms });
  }

  get #confidence(): number {
    return this.#text === "" ? 0 : Math.min(0.98, this.#silentMs / CERTAIN_AFTER_MS);
  }

  #become(state: "ongoing" | "awaitingEnd", event: TurnEvent): void {
    this.#state = state;
    this.#tell(event);
  }

  #endTurn(trigger: "model" | "manual" | "timeout"): void {
    this.#tell("EndOfTurn", { trigger });
    this.#startMs += this.#sound.length / BYTES_PER_MS;
    this.#sound = new Uint8Array(0);
    this.#index += 1;
    this.#text = "";
    this.#silentMs = 0;
    this.#spoken = false;
    this.#looked = true;
    this.#state = "initial";
  }

  #tell(event: TurnEvent, more: object = {}): void {
    this.#send({
      type: "TurnInfo",
      event,
      turn_index: this.#index,
      audio_window_start: this.#startMs / 1000,
      audio_window_end: (this.#startMs + this.#sound.length / BYTES_PER_MS) / 1000,
      transcript: this.#text,
      words: wordsIn(this.#text, this.#sound, this.#startMs),
      end_of_turn_confidence: this.#confidence,
      ...more,
    });
  }

  #send(message: object): void {
    const request_id = "00000000-0000-0000-0000-000000000000";
    this.#line.send({ ...message, request_id, sequence_id: this.#sequence++ });
  }
}
