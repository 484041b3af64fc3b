import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { levelDb } from "../../core/audio/level.ts";

/**
 * Speaks Deepgram's live transcription as its documentation tells it
 * (https://developers.deepgram.com/reference/speech-to-text/listen-streaming, …/docs/finalize, …/docs/audio-keep-alive,
 * …/docs/close-stream), and refuses what the service refuses.
 */
export interface DeepgramListenServer extends AsyncDisposable {
  /** `ws://127.0.0.1:port` */
  readonly address: string;
  /** Everything that came, connection by connection: query, bytes of sound, orders. */
  readonly connections: readonly ListenVisit[];
  /** What goes wrong from now on; `null` = nothing. */
  fault: ListenFault | null;
  /** Breaks every open connection off, as a network does. */
  drop(): void;
}

export type ListenFault = "refuse" | "hang" | "unauthorized" | "tooMany" | "serverError" | "mute" | "garbage";

export interface ListenVisit {
  readonly query: URLSearchParams;
  bytes: number;
  readonly orders: string[];
}

export interface DeepgramListenOptions {
  readonly key: string;
  /** The words of a stretch of mu-law. */
  hear(sound: Uint8Array): Promise<string>;
}

const bytesPerMs = 8;
/** Quieter sound counts as silence. */
const speechDb = -45;
/** Sound after which an interim result is given. */
const interimMs = 1_000;

const refusals: { readonly [F in ListenFault]?: string } = {
  unauthorized: "401 Unauthorized",
  tooMany: "429 Too Many Requests\r\nRetry-After: 1",
  serverError: "500 Internal Server Error",
};

export async function startDeepgramListen(options: DeepgramListenOptions): Promise<DeepgramListenServer> {
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const connections: ListenVisit[] = [];
  const server = { fault: null as ListenFault | null };
  http.on("upgrade", (request, socket, head) => {
    const refusal = refusalOf(request, options.key, server.fault);
    if (refusal === "hang") return;
    if (refusal !== null) return refuse(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      const visit = { query: queryOf(request), bytes: 0, orders: [] };
      connections.push(visit);
      new Listening(accepted, visit, options, () => server.fault);
    });
  });
  const port = await listen(http);
  return Object.assign(server, {
    address: `ws://127.0.0.1:${port}`,
    connections,
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

function refusalOf(request: IncomingMessage, key: string, fault: ListenFault | null): string | null {
  if (fault === "hang") return "hang";
  if (fault === "refuse") return "";
  const wrong = fault === null ? undefined : refusals[fault];
  if (wrong !== undefined) return wrong;
  if (request.headers.authorization !== `Token ${key}`) return "401 Unauthorized";
  if (!request.url?.startsWith("/v1/listen?")) return "404 Not Found";
  const query = queryOf(request);
  if (query.get("encoding") !== "mulaw" || query.get("sample_rate") !== "8000") return "400 Bad Request";
  return query.get("model") === null ? "400 Bad Request" : null;
}

function refuse(socket: Duplex, status: string): void {
  if (status !== "") socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  socket.destroy();
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? "/", "ws://localhost").searchParams;
}

function listen(http: HttpServer): Promise<number> {
  return new Promise((resolve) => {
    http.listen(0, "127.0.0.1", () => resolve((http.address() as AddressInfo).port));
  });
}

/** One stream: collects sound, and tells what was said at pauses, when told to finish, and in between. */
class Listening {
  readonly #socket: WebSocket;
  readonly #visit: ListenVisit;
  readonly #options: DeepgramListenOptions;
  readonly #fault: () => ListenFault | null;
  readonly #endpointingMs: number;
  #sound = new Uint8Array(0);
  /** Where the sound that is not final yet begins. */
  #startMs = 0;
  #silentMs = 0;
  #spoken = false;
  #interimAtMs = 0;
  /** One thing is heard after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(
    socket: WebSocket,
    visit: ListenVisit,
    options: DeepgramListenOptions,
    fault: () => ListenFault | null,
  ) {
    this.#socket = socket;
    this.#visit = visit;
    this.#options = options;
    this.#fault = fault;
    this.#endpointingMs = Number(visit.query.get("endpointing") ?? 10);
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#take(new Uint8Array(data as Buffer));
      else this.#obey(String(data));
    });
    socket.on("error", () => {});
  }

  #take(piece: Uint8Array): void {
    this.#visit.bytes += piece.length;
    const joined = new Uint8Array(this.#sound.length + piece.length);
    joined.set(this.#sound);
    joined.set(piece, this.#sound.length);
    this.#sound = joined;
    const lengthMs = piece.length / bytesPerMs;
    const loud = levelDb(piece) > speechDb;
    this.#spoken ||= loud;
    this.#silentMs = loud ? 0 : this.#silentMs + lengthMs;
    const soundMs = joined.length / bytesPerMs;
    if (this.#spoken && this.#silentMs >= this.#endpointingMs) this.#tell({ final: true, flushed: false });
    else if (soundMs - this.#interimAtMs >= interimMs) {
      this.#interimAtMs = soundMs;
      this.#tell({ final: false, flushed: false });
    }
  }

  #obey(text: string): void {
    const order = JSON.parse(text) as { type: string };
    this.#visit.orders.push(order.type);
    if (order.type === "Finalize") this.#tell({ final: true, flushed: true });
    if (order.type === "CloseStream") {
      this.#tell({ final: true, flushed: false });
      this.#work = this.#work.then(() => {
        this.#send({ type: "Metadata", duration: this.#startMs / 1000, channels: 1 });
        this.#socket.close();
      });
    }
  }

  #tell({ final, flushed }: { final: boolean; flushed: boolean }): void {
    const sound = this.#sound;
    const [startMs, lengthMs] = [this.#startMs, sound.length / bytesPerMs];
    if (final) {
      this.#sound = new Uint8Array(0);
      this.#startMs += lengthMs;
      this.#spoken = false;
      this.#silentMs = 0;
      this.#interimAtMs = 0;
    }
    this.#work = this.#work.then(async () => {
      const text = await this.#options.hear(sound);
      this.#send(results({ text, startMs, lengthMs, final, flushed }));
    });
  }

  #send(message: object): void {
    const fault = this.#fault();
    if (fault === "mute") return;
    this.#socket.send(fault === "garbage" ? "<html>" : JSON.stringify(message));
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
