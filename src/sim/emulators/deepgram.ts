import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { deepgramFlux } from "./deepgram-flux.ts";
import { deepgramListen } from "./deepgram-listen.ts";
import type { DeepgramRoute, OpenRoute } from "./deepgram-route.ts";
import { deepgramSpeak } from "./deepgram-speak.ts";
import { refusesUpgrade } from "./faults.ts";
import { openSockets } from "./open-sockets.ts";

/** Deepgram's streaming services on one address, each written from its page of the documentation. */
export interface DeepgramEmulator extends AsyncDisposable {
  /** `ws://127.0.0.1:port` */
  readonly address: string;
  /** `v1/listen` */
  readonly listen: DeepgramRoute;
  /** `v2/listen` */
  readonly flux: DeepgramRoute;
  /** `v1/speak` */
  readonly speak: DeepgramRoute;
  /** Connections that stand. */
  sockets(): number;
}

export interface DeepgramOptions {
  readonly key: string;
  /** The words of a stretch of mu-law. */
  hear(sound: Uint8Array): Promise<string>;
  /** Makes the sound of what is to be said. It is not closed with the emulator. */
  readonly voice: Synthesizer;
  /** How long the service takes; 0 where left out. */
  readonly delays?: Partial<DeepgramDelays>;
}

export interface DeepgramDelays {
  /** From the end of a stretch of sound to its words. */
  readonly wordsMs: number;
  /** From an order to speak to the first sound. */
  readonly firstSoundMs: number;
  /** From one piece of sound to the next; a piece lasts 80 ms. */
  readonly pieceMs: number;
}

const noDelays: DeepgramDelays = { wordsMs: 0, firstSoundMs: 0, pieceMs: 0 };

export async function startDeepgram(options: DeepgramOptions): Promise<DeepgramEmulator> {
  const { key, hear, voice } = options;
  const delays = { ...noDelays, ...options.delays };
  const http = createServer();
  const streams = new WebSocketServer({ noServer: true });
  const listen = deepgramListen({ hear, wordsMs: delays.wordsMs });
  const flux = deepgramFlux({ hear, wordsMs: delays.wordsMs });
  const speak = deepgramSpeak({ voice, firstSoundMs: delays.firstSoundMs, pieceMs: delays.pieceMs });
  const sockets = openSockets(http);
  http.on("upgrade", (request, socket, head) => {
    socket.on("error", () => {});
    const route = [listen, flux, speak].find(({ path }) => path === urlOf(request).pathname);
    const query = urlOf(request).searchParams;
    if (route !== undefined && refusesUpgrade(route.fault, socket)) return;
    const refusal = refusalOf(request, key, route);
    if (refusal !== null || route === undefined) return refuse(socket, refusal ?? "");
    streams.handleUpgrade(request, socket, head, (accepted) => route.enter(accepted, query));
  });
  // The one page beside the streams that clients ask for: whether the key is known ("Get token details").
  http.on("request", (request, response) => {
    const known = request.headers.authorization === `Token ${key}`;
    const isToken = urlOf(request).pathname === "/v1/auth/token";
    response.writeHead(known ? (isToken ? 200 : 404) : 401, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    address: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    listen,
    flux,
    speak,
    sockets: sockets.count,
    async [Symbol.asyncDispose]() {
      // Whatever hangs is not the server's any more, and is broken off all the same.
      sockets.cut();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function refusalOf(request: IncomingMessage, key: string, route: OpenRoute | undefined): string | null {
  if (request.headers.authorization !== `Token ${key}`) return "401 Unauthorized";
  return route === undefined ? "404 Not Found" : route.refuses(urlOf(request).searchParams);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? "/", "ws://localhost");
}
