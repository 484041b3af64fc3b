import { WebSocket } from "ws";
import type { LiveMessage } from "../console/live-message.ts";
import type { CallId } from "../core/values/ids.ts";

/** Watches a call from outside, as the page does. `base` is `ws://host:port`. The returned function ends it. */
export function watchLive(base: string, call: CallId, watcher: (message: LiveMessage) => void): () => void {
  const socket = new WebSocket(`${base}/api/live/${call}`);
  socket.on("message", (data) => watcher(JSON.parse(String(data)) as LiveMessage));
  // A feed that cannot be watched shows as a call in which nothing is heard; the caller then gives up with that reason.
  socket.on("error", () => socket.terminate());
  return () => socket.close();
}
