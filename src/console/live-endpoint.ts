import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { LiveFeed } from "../ports/live-feed.ts";
import { isFromThisMachine } from "../telephony/loopback.ts";
import { liveMessage } from "./live-message.ts";

const PATH = /^\/api\/live\/([A-Za-z0-9_-]{1,64})$/;
/** A watcher that reads slower than this is behind for good; it is dropped so that it costs the call nothing. */
const MAX_BUFFERED_BYTES = 1_000_000;

/** Answers WebSocket upgrades to `/api/live/<call>`: one JSON line per update, from the call's beginning on. */
export function liveEndpoint(feed: LiveFeed) {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  return {
    /** Takes the upgrades that are for it, and leaves the others alone. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const call = PATH.exec(pathOf(request))?.[1];
      if (call === undefined) return;
      if (isFromThisMachine(request))
        server.handleUpgrade(request, socket, head, (watcher) => serve(feed, call, watcher));
      else socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
    },
    close(): void {
      for (const watcher of server.clients) watcher.terminate();
      server.close();
    },
  };
}

function serve(feed: LiveFeed, call: string, watcher: WebSocket): void {
  const stop = feed.watch(call, (at, update) => {
    if (watcher.bufferedAmount > MAX_BUFFERED_BYTES) watcher.terminate();
    else watcher.send(JSON.stringify(liveMessage(at, update)));
  });
  watcher.on("close", stop);
  watcher.on("error", stop);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?")[0] ?? "";
}
