import type { Outcome } from "../core/dialogue/requests.ts";
import { carryOutRequest, type Office } from "../ports/carry-out-request.ts";
import type { Clock } from "../ports/clock.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Resilience } from "../ports/resilience.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";

export interface PerformerParts extends Office {
  /** How long a caller waits in silence, and how often the database is asked meanwhile. */
  readonly resilience: Resilience;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/**
 * Carries out requests of the core. What the world cannot do in the time that `resilience` gives is `failed`, and may still be
 * done in the background; the same key asks again and gets the answer of what was done. Failures that cannot pass are `failed`
 * at once and not retryable. Never rejects: a bug of ours is logged and answered like such a failure.
 *
 * What repeats a transaction that lost against another one (`database.ts`) is no second policy: nothing has failed then, nobody
 * waits, and the work must be done anew with what the other one has written.
 */
export function performer({ resilience, clock, telemetry, ...office }: PerformerParts): Perform {
  return async (practice, request, key) => {
    const startedMs = clock.monotonicMs();
    const outcome = await resilience
      .run(`carrying out ${request.kind}`, () => carryOutRequest(office, practice, request, key))
      .catch((error: unknown) => failureOf(telemetry, error));
    const seconds = (clock.monotonicMs() - startedMs) / 1000;
    telemetry.meter.count("requests_total", { request: request.kind, outcome: outcome.kind });
    telemetry.meter.observeSeconds("request_seconds", seconds, { request: request.kind });
    return outcome;
  };
}

function failureOf({ log }: Telemetry, error: unknown): Outcome {
  const retryable = error instanceof WorldError && error.retryable;
  const fields = { retryable, ...errorField(error) };
  if (error instanceof WorldError) log.warn("request failed", fields);
  else log.error("request broke", fields);
  return { kind: "failed", retryable };
}
