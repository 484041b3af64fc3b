import type { Clock } from "../../ports/clock.ts";
import type { Attempt } from "../../ports/resilience.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import { type ResilienceLimits, resilience } from "../resilience/resilience.ts";
import { openConnections } from "./connections.ts";
import { surelyNotTaken } from "./failures.ts";

export interface UpstreamOptions {
  /** The service as operators know it: a label of metrics. */
  readonly service: string;
  /** `https://api.example.com`, or with a path that comes before every request's. */
  readonly address: string;
  readonly limits: ResilienceLimits;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** The longest silence within an answer; an attempt's limit when left out. */
  readonly silenceMs?: number;
  /** Numbers from 0 to below 1, for the jitter of waits. */
  readonly chance?: () => number;
}

/** Opens no connection before the first request. */
export function openUpstream(options: UpstreamOptions): Upstream {
  const { service, limits, clock, telemetry } = options;
  const base = new URL(options.address);
  const policy = resilience(options);
  const connections = openConnections({
    service,
    base,
    atOnce: limits.atOnce,
    connectMs: limits.attemptMs,
    silenceMs: options.silenceMs ?? limits.attemptMs,
    clock,
    telemetry,
  });
  return {
    async request(request) {
      const { doing, signal, onlyOnce = false } = request;
      const attempt = (one: Attempt) => connections.ask(request, one.signal);
      if (!onlyOnce) return await policy.run(doing, attempt, signal);
      return await runOnce({ service, doing, attempt, run: (work) => policy.run(doing, work, signal) });
    },
    fetch: (doing) => async (input, init) => {
      if (input instanceof Request) throw new TypeError("A request comes as its address and options here");
      const url = new URL(input);
      if (url.origin !== base.origin) throw new Error(`${service} is at another address`);
      const attempt = (one: Attempt) => connections.fetch(doing, url, init ?? {}, one.signal);
      return await policy.run(doing, attempt, init?.signal ?? undefined);
    },
    close: () => connections.close(),
  };
}

interface Once<T> {
  readonly service: string;
  readonly doing: string;
  attempt(one: Attempt): Promise<T>;
  run(work: (one: Attempt) => Promise<T>): Promise<T>;
}

/** Attempts until one may have been taken. When none tells how that one went, the failure is not to be repeated by anybody. */
async function runOnce<T>({ service, doing, attempt, run }: Once<T>): Promise<T> {
  let taken = false;
  const unclear = (cause: unknown) => new WorldError(service, doing, { retryable: false, cause });
  try {
    return await run(async (one) => {
      if (taken) throw unclear(undefined);
      // Set before, because an attempt that takes too long is given up without a word from it.
      taken = true;
      return await attempt(one).catch((error: unknown) => {
        taken = !surelyNotTaken(error);
        throw error;
      });
    });
  } catch (error) {
    throw taken && error instanceof WorldError && error.retryable ? unclear(error) : error;
  }
}
