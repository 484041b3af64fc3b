import type { Practice } from "../core/practice/practice.ts";
import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { Database, Transaction } from "./database.ts";
import type { Keyring } from "./keyring.ts";

/** Where the ledger finds practices; a `Map` is one. */
export interface Practices {
  get(id: PracticeId): Practice | undefined;
  values(): Iterable<Practice>;
}

/** Work to be done after a transaction has committed, and only then. */
export interface OutboxJob {
  /** The idempotency key: a job whose key is known already is not added again. */
  readonly key: string;
  readonly queue: string;
  /** Identifiers only; whoever does the work reads what is private from the ledger. */
  readonly data: Readonly<Record<string, string>>;
}

export interface Outbox {
  /** Adds jobs within the transaction `tx`. */
  add(tx: Transaction, jobs: readonly OutboxJob[]): Promise<void>;
}

export interface LedgerContext {
  readonly database: Database;
  readonly practices: Practices;
  readonly clock: Clock;
  readonly keys: Keyring;
  readonly outbox: Outbox;
  readonly telemetry: Telemetry;
}

/** What the ledger's own parts are given, beside what it was opened with. */
export interface OpenContext extends LedgerContext {
  /** Public holidays around now, as `YYYY-MM-DD`. */
  holidaysOf(practice: PracticeId): ReadonlySet<string>;
}

/** The call on whose behalf something is read or done, and the practice that it is about. */
export interface OfCall {
  readonly practice: PracticeId;
  readonly call: CallId;
}

export function practiceOf({ practices }: Pick<LedgerContext, "practices">, id: PracticeId): Practice {
  const practice = practices.get(id);
  if (practice === undefined) throw new Error(`There is no practice ${id}`);
  return practice;
}
