import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { LiveMessage } from "../../console/live-message.ts";
import { FRAME_BYTES } from "../../core/audio/audio-frame.ts";
import { levelDb } from "../../core/audio/level.ts";

export interface FakePrompt {
  readonly purpose: string;
  readonly text: string;
}

/** The fake agent lets so long pass between the caller's last sound and its own first, or longer on a busy machine. */
const GAP_MS = 200;
const FRAMES_A_PROMPT = 10;
const QUIET_DB = -45;
/** Prompts that want no answer. */
const statements: ReadonlySet<string> = new Set(["booked", "goodbye"]);
const tone = new Uint8Array(FRAME_BYTES).map((_, index) => (index % 8 < 4 ? 0x20 : 0xa0));

/**
 * A server that speaks the media stream's protocol and the live feed's: it says its prompts one after the other, each as
 * a short tone, waits for the caller's sound to end in between, and closes the line after the last.
 */
export async function fakeAgent(prompts: readonly FakePrompt[]) {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const watchers: WebSocket[] = [];
  const told: string[] = [];
  const gapsMs: number[] = [];
  const tell = (message: LiveMessage) => {
    told.push(JSON.stringify(message));
    for (const watcher of watchers) watcher.send(JSON.stringify(message));
  };
  sockets.on("connection", (socket, request) => {
    if (!request.url?.startsWith("/api/live/")) return serve(socket, prompts, { tell, gapsMs });
    watchers.push(socket);
    for (const line of told) socket.send(line);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    /** What it has let pass between the caller's turns and its answers. */
    gapsMs: gapsMs as readonly number[],
    base: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const client of sockets.clients) client.terminate();
      server.close();
    },
  };
}

function serve(
  socket: WebSocket,
  prompts: readonly FakePrompt[],
  { tell, gapsMs }: { tell: (message: LiveMessage) => void; gapsMs: number[] },
): void {
  let next = 0;
  let heard = false;
  let lastSoundMs = 0;
  let waiting = true;
  const speak = (): void => {
    const prompt = prompts[next++];
    if (prompt === undefined) {
      socket.close();
      return;
    }
    tell({ at: 0, kind: "saying", prompt: next, ...prompt });
    for (let frame = 0; frame < FRAMES_A_PROMPT; frame++)
      socket.send(
        JSON.stringify({ event: "media", media: { payload: Buffer.from(tone).toString("base64") } }),
      );
    socket.send(JSON.stringify({ event: "mark", mark: { name: String(next) } }));
    waiting = false;
  };
  socket.on("message", (data) => {
    const message = JSON.parse(String(data));
    if (message.event === "start") speak();
    if (message.event === "mark") {
      tell({ at: 0, kind: "said", prompt: next, upTo: 1, finished: true });
      heard = false;
      waiting = !statements.has(prompts[next - 1]?.purpose ?? "");
      if (!waiting) speak();
    }
    if (message.event !== "media" || !waiting) return;
    const nowMs = performance.now();
    const sounding = levelDb(Buffer.from(message.media.payload, "base64")) > QUIET_DB;
    if (sounding) lastSoundMs = nowMs;
    heard ||= sounding;
    if (!heard || nowMs - lastSoundMs < GAP_MS) return;
    gapsMs.push(nowMs - lastSoundMs);
    tell({ at: 0, kind: "heard", turn: next, text: `words ${next}` });
    speak();
  });
}
