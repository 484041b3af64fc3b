import type { CallId } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { LiveFeed, LiveUpdate } from "../ports/live-feed.ts";
import { errorField, type Log } from "../ports/telemetry.ts";

/** An hour of conversation; of a longer one the beginning is forgotten. */
const MAX_UPDATES = 4000;
const MAX_CALLS = 2000;
/** Late watchers find an ended call for so long. */
const KEEP_ENDED_MS = 5 * 60_000;

type Watcher = (at: number, update: LiveUpdate) => void;

interface Feed {
  updates: { readonly at: number; readonly update: LiveUpdate }[];
  readonly watchers: Set<Watcher>;
  ended: boolean;
}

/**
 * What happens in the calls of this process, kept in memory for those who watch. A watcher that throws is dropped. A call
 * may be watched before it starts. Of hypotheses and positions, only the newest of a row is kept for late watchers.
 */
export function liveFeed(clock: Clock, log: Log): LiveFeed {
  const feeds = new Map<CallId, Feed>();

  function feedOf(call: CallId): Feed {
    let feed = feeds.get(call);
    if (feed === undefined) {
      feed = { updates: [], watchers: new Set(), ended: false };
      feeds.set(call, feed);
      forgetOldest(feeds);
    }
    return feed;
  }

  function forgetIfUnwatched(call: CallId, feed: Feed): void {
    if (feed.updates.length === 0 && feed.watchers.size === 0) feeds.delete(call);
  }

  function tell(feed: Feed, watcher: Watcher, at: number, update: LiveUpdate): void {
    try {
      watcher(at, update);
    } catch (error) {
      feed.watchers.delete(watcher);
      log.warn("a watcher of a call failed and is dropped", errorField(error));
    }
  }

  return {
    publish(call, at, update) {
      const feed = feedOf(call);
      keep(feed, at, update);
      for (const watcher of feed.watchers) tell(feed, watcher, at, update);
      if (update.kind === "started") feed.ended = false;
      if (update.kind !== "ended") return;
      feed.ended = true;
      clock.after(KEEP_ENDED_MS, () => {
        if (feed.ended) feeds.delete(call);
      });
    },
    watch(call, watcher) {
      const feed = feedOf(call);
      feed.watchers.add(watcher);
      for (const { at, update } of [...feed.updates]) tell(feed, watcher, at, update);
      return () => {
        feed.watchers.delete(watcher);
        forgetIfUnwatched(call, feed);
      };
    },
  };
}

function keep(feed: Feed, at: number, update: LiveUpdate): void {
  const last = feed.updates.at(-1)?.update;
  const replaces =
    (update.kind === "hearing" && last?.kind === "hearing") ||
    (update.kind === "said" && last?.kind === "said" && update.prompt === last.prompt);
  if (replaces) feed.updates.pop();
  feed.updates.push({ at, update });
  if (feed.updates.length > MAX_UPDATES) feed.updates.shift();
}

/** Ended calls go first; a flood of calls must not grow the process. */
function forgetOldest(feeds: Map<CallId, Feed>): void {
  if (feeds.size <= MAX_CALLS) return;
  for (const [call, feed] of feeds) {
    if (feed.ended) {
      feeds.delete(call);
      return;
    }
  }
  const oldest = feeds.keys().next().value;
  if (oldest !== undefined) feeds.delete(oldest);
}
