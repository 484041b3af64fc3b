import { Private } from "../core/values/private.ts";
import type { LiveUpdate } from "../ports/live-feed.ts";

type Revealed<T> = T extends Private<infer U> ? U : T;

/** One line on the live socket: a `LiveUpdate` with its private values revealed, and `at` in milliseconds. */
export type LiveMessage = LiveUpdate extends infer U
  ? U extends LiveUpdate
    ? { readonly at: number } & { readonly [K in keyof U]: Revealed<U[K]> }
    : never
  : never;

/** Reveals an update for a watcher who is allowed to see the call. */
export function liveMessage(at: number, update: LiveUpdate): LiveMessage {
  const entries = Object.entries(update).map(([name, value]) => [
    name,
    value instanceof Private ? value.reveal() : value,
  ]);
  return { at, ...Object.fromEntries(entries) } as LiveMessage;
}
