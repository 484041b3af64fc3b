import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
} from "cockatiel";
import type { Clock } from "../../ports/clock.ts";
import type { Attempt, Resilience } from "../../ports/resilience.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import { type BackOff, backOffMs } from "./back-off.ts";
import { abortOf, inTime } from "./in-time.ts";

export interface ResilienceLimits {
  /** The whole operation, waits between attempts included. */
  readonly deadlineMs: number;
  /** One attempt. */
  readonly attemptMs: number;
  /** At most so many attempts. */
  readonly attempts: number;
  readonly backOff: BackOff;
  /** After so many failed attempts in a row the service is left alone for a while; then one attempt shows how it is. */
  readonly restAfterFailures: number;
  readonly restMs: number;
  /** Attempts at a time, and how many more may wait for their place. */
  readonly atOnce: number;
  readonly waiting: number;
}

export const usualLimits: ResilienceLimits = {
  deadlineMs: 5_000,
  attemptMs: 2_000,
  attempts: 3,
  backOff: { firstMs: 200, capMs: 1_000 },
  restAfterFailures: 5,
  restMs: 60_000,
  atOnce: 16,
  waiting: 64,
};

interface Parts {
  /** The service as operators know it: a label of metrics. */
  readonly service: string;
  readonly limits: ResilienceLimits;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Numbers from 0 to below 1, for the jitter. */
  readonly chance?: () => number;
}

/** The one way in which outside services are called. Only failures that may pass are tried again or count against a service. */
export function resilience({ service, limits, clock, telemetry, chance = Math.random }: Parts): Resilience {
  const rest = circuitBreaker(handleWhen(mayPass), {
    breaker: new ConsecutiveBreaker(limits.restAfterFailures),
    halfOpenAfter: limits.restMs,
  });
  rest.onBreak(() => telemetry.meter.count("partner_rests_total", { service }));
  const places = bulkhead(limits.atOnce, limits.waiting);
  const once = { clock, limitMs: limits.attemptMs };

  function tryOnce<T>(work: (attempt: Attempt) => Promise<T>, { number, signal }: Attempt): Promise<T> {
    const inPlace = (rested: AbortSignal) =>
      places.execute(
        (placed) => inTime(once, (timed) => work({ number, signal: timed }), placed.signal),
        rested,
      );
    // An attempt that nobody wants any more ends in a failure that says nothing about how the service is.
    const unlessUnwanted = (error: unknown) => {
      throw isUnwanted(signal) ? signal.reason : error;
    };
    return rest.execute((rested) => inPlace(rested.signal).catch(unlessUnwanted), signal);
  }

  async function tryRepeatedly<T>(
    doing: string,
    work: (attempt: Attempt) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const startedMs = clock.monotonicMs();
    let number = 0;
    let waitMs = 0;
    const mayTryAgain = (error: unknown) => {
      const retryAfterMs = error instanceof WorldError ? error.retryAfterMs : null;
      waitMs = backOffMs(limits.backOff, number, retryAfterMs, chance);
      return mayPass(error) && clock.monotonicMs() - startedMs + waitMs < limits.deadlineMs;
    };
    const again = retry(handleWhen(mayTryAgain), {
      maxAttempts: limits.attempts - 1,
      backoff: new DelegateBackoff(() => waitMs),
    });
    return await again.execute(async () => {
      signal.throwIfAborted();
      number += 1;
      return await tryOnce(work, { number, signal }).catch((error: unknown) => {
        if (!isUnwanted(signal))
          telemetry.meter.count("partner_failures_total", { service, reason: reasonOf(error) });
        throw asWorldError(service, doing, error);
      });
    }, signal);
  }

  return {
    async run(doing, attempt, wanted) {
      wanted?.throwIfAborted();
      const over = new AbortController();
      const giveUp = () => over.abort(wanted?.reason);
      wanted?.addEventListener("abort", giveUp, { once: true });
      const timeIsUp = () => over.abort(new WorldError(service, doing, { retryable: true }));
      const cancel = clock.after(limits.deadlineMs, timeIsUp);
      try {
        return await Promise.race([tryRepeatedly(doing, attempt, over.signal), abortOf(over.signal)]);
      } finally {
        cancel();
        wanted?.removeEventListener("abort", giveUp);
        over.abort();
      }
    },
  };
}

/** Whoever has asked has taken it back; running out of time is no such case. */
function isUnwanted({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof WorldError);
}

/** A refusal that asking again would not change says nothing about how the service is, and neither does a fault of ours. */
function mayPass(error: unknown): boolean {
  return error instanceof TaskCancelledError || (error instanceof WorldError && error.retryable);
}

/** Rested or full, the service is not asked: whoever has another way should take it at once. */
function asWorldError(service: string, doing: string, error: unknown): unknown {
  if (error instanceof TaskCancelledError)
    return new WorldError(service, doing, { retryable: true, cause: error });
  if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError)
    return new WorldError(service, doing, { retryable: false, cause: error });
  return error;
}

function reasonOf(error: unknown): string {
  if (error instanceof TaskCancelledError) return "timeout";
  if (error instanceof BrokenCircuitError) return "resting";
  if (error instanceof BulkheadRejectedError) return "full";
  if (error instanceof WorldError) return error.retryable ? "passing" : "refused";
  return "bug";
}
