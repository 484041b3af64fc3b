import type { Outcome } from "../core/dialogue/requests.ts";
import { carryOutRequest, type Office } from "../ports/carry-out-request.ts";
import type { Clock } from "../ports/clock.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";

export interface PerformerParts extends Office {
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** A caller waits in silence meanwhile; after this long hearing "that did not work" is better. */
export const requestDeadlineMs = 3_000;
const firstRetryMs = 100;
const longestRetryMs = 800;

/**
 * Carries out requests of the core. Answers within three seconds: what the world cannot do by then is `failed`, and may
 * still be done in the background; the same key asks again and gets the answer of what was done. Failures that cannot pass
 * are `failed` at once and not retryable. Never rejects: a bug of ours is logged and answered like such a failure.
 */
export function performer(parts: PerformerParts): Perform {
  return async (practice, request, key) => {
    const startedMs = parts.clock.monotonicMs();
    const outcome = await withDeadline(parts.clock, (isOver) =>
      withRetries(parts, isOver, () => carryOutRequest(parts, practice, request, key)),
    );
    const labels = { request: request.kind, outcome: outcome.kind };
    parts.telemetry.meter.count("requests_total", labels);
    const seconds = (parts.clock.monotonicMs() - startedMs) / 1000;
    parts.telemetry.meter.observeSeconds("request_seconds", seconds, { request: request.kind });
    return outcome;
  };
}

async function withDeadline(
  clock: Clock,
  work: (isOver: () => boolean) => Promise<Outcome>,
): Promise<Outcome> {
  let over = false;
  let cancel = () => {};
  const deadline = new Promise<Outcome>((resolve) => {
    cancel = clock.after(requestDeadlineMs, () => {
      over = true;
      resolve({ kind: "failed", retryable: true });
    });
  });
  try {
    return await Promise.race([work(() => over), deadline]);
  } finally {
    cancel();
  }
}

async function withRetries(
  { clock, telemetry }: PerformerParts,
  isOver: () => boolean,
  attempt: () => Promise<Outcome>,
): Promise<Outcome> {
  for (let waitMs = firstRetryMs; ; waitMs = Math.min(waitMs * 2, longestRetryMs)) {
    try {
      return await attempt();
    } catch (err) {
      const retryable = err instanceof WorldError && err.retryable;
      const fields = { retryable, err: err instanceof Error ? err : null };
      if (err instanceof WorldError) telemetry.log.warn("request failed", fields);
      else telemetry.log.error("request broke", fields);
      if (!retryable || isOver()) return { kind: "failed", retryable };
    }
    await new Promise<void>((resolve) => clock.after(waitMs, resolve));
    if (isOver()) return { kind: "failed", retryable: true };
  }
}
