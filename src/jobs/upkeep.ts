import type { Queryable } from "../ledger/database.ts";
import { forgetWrongProofs } from "../ledger/proofs.ts";
import type { Clock } from "../ports/clock.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";

const EVERY_MS = 60 * 60_000;

export interface UpkeepParts {
  readonly database: Queryable;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/**
 * Removes what is kept for a time only, now and once an hour until it is stopped. What fails is left to the next hour; several
 * processes may do it at once.
 */
export function startUpkeep({ database, clock, telemetry }: UpkeepParts): () => void {
  let cancel = () => {};
  const upkeep = () => {
    cancel = clock.after(EVERY_MS, upkeep);
    forgetWrongProofs(database, clock.now()).catch((error: unknown) => {
      telemetry.log.warn("old rows could not be removed", errorField(error));
    });
  };
  upkeep();
  return () => cancel();
}
