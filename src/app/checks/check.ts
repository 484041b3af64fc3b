import type { Telemetry } from "../../ports/telemetry.ts";
import type { Upstream } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import type { Secrets } from "../secrets.ts";
import type { Settings } from "../settings.ts";

export interface CheckParts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly telemetry: Telemetry;
  /** A service over HTTP; closed after the checks. */
  upstream(service: string, address: string): Upstream;
}

/** Asks the service something that changes nothing and costs nothing. Resolves with what was seen, in a few words. */
export type Proof = () => Promise<string>;

/** One service that settings can switch on. */
export interface Check {
  /** As people know it. */
  readonly what: string;
  /** What happens without the service, in a few words. */
  readonly without: string;
  /** Null when nothing is set for it. */
  proof(parts: CheckParts): Proof | null;
  readonly mends: Mends;
}

interface Mends {
  /** When it does not know us or does not let us in: the setting to look at. */
  readonly refused: string;
  /** When it does not answer. */
  readonly away: string;
}

export type Finding =
  | { readonly what: string; readonly state: "works" | "not configured"; readonly seen: string }
  | { readonly what: string; readonly state: "fails"; readonly seen: string; readonly mend: string };

/** A fault that a proof has found itself, with its mend. */
export class FoundFault extends Error {
  override readonly name = "FoundFault";
  readonly mend: string;

  constructor(seen: string, mend: string) {
    super(seen);
    this.mend = mend;
  }
}

/** Whatever takes longer is not there for calls either. */
const DEADLINE_MS = 10_000;

/** Carries all checks out at the same time; their findings come in the order of the list. */
export function runChecks(checks: readonly Check[], parts: CheckParts): Promise<readonly Finding[]> {
  return Promise.all(checks.map((check) => findingOf(check, parts)));
}

async function findingOf(check: Check, parts: CheckParts): Promise<Finding> {
  const { what } = check;
  try {
    const prove = check.proof(parts);
    if (prove === null) return { what, state: "not configured", seen: check.without };
    return { what, state: "works", seen: await inTime(prove()) };
  } catch (error) {
    return { what, state: "fails", ...faultOf(error, check.mends) };
  }
}

async function inTime<T>(proved: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const alarm = setTimeout(
    () => reject(new WorldError("check", "waiting", { retryable: true })),
    DEADLINE_MS,
  );
  try {
    return await Promise.race([proved, late]);
  } finally {
    clearTimeout(alarm);
  }
}

function faultOf(error: unknown, { refused, away }: Mends): { seen: string; mend: string } {
  if (error instanceof FoundFault) return { seen: error.message, mend: error.mend };
  if (!(error instanceof WorldError)) throw error;
  const { status, retryable, cause } = error;
  if (status === 401 || status === 403) return { seen: `does not let us in (${status})`, mend: refused };
  const why = cause instanceof Error ? ` (${cause.message})` : "";
  if (retryable) return { seen: `no answer${why}`, mend: away };
  return { seen: `refuses what we ask${why}`, mend: refused };
}
