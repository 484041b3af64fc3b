import type { Outcome, Request } from "../core/dialogue/requests.ts";
import type { CallId, PracticeId, RequestId } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { Perform } from "../ports/ledger.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import type { Journal } from "./journal.ts";
import { ModelRequests } from "./model-requests.ts";

/** The journal may take so long before a request that changes the ledger is answered as failed. */
const JOURNAL_WAIT_MS = 3000;

/** Requests that only look may be carried out twice with different words; all others may not. */
const looking: ReadonlySet<Request["kind"]> = new Set([
  "whoCalls",
  "checkAddress",
  "findOpenings",
  "listBookings",
  "askStatus",
  "decodeVin",
  "askModel",
]);

export interface RequestsParts {
  readonly call: CallId;
  readonly practice: PracticeId;
  readonly perform: Perform;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly replied: (request: RequestId, outcome: Outcome) => void;
  /** A language model has chosen a fact for its answer to a request that is still under way. */
  readonly chosen: (request: RequestId, fact: string) => void;
}

/**
 * Carries out the requests of one call.
 *
 * A request that changes the ledger waits until the events that led to it are stored. Its key is the call and its number,
 * and a repeated key returns the first answer: after a crash, a journal that had lost those events could give the same
 * number to another wish, and the caller would get the answer to a question that was never asked.
 */
export class CallRequests {
  readonly #parts: RequestsParts;
  readonly models: ModelRequests;
  #running = 0;
  #settled: (() => void)[] = [];

  constructor(parts: RequestsParts) {
    this.#parts = parts;
    this.models = new ModelRequests(parts);
  }

  /** The reply comes through `replied`, once, later. */
  carryOut(id: RequestId, request: Request): void {
    this.#running++;
    void this.#perform(id, request).then((outcome) => {
      this.#running--;
      this.#parts.replied(id, outcome);
      if (this.#running > 0) return;
      for (const settle of this.#settled.splice(0)) settle();
    });
  }

  /** Resolves when nothing is under way; at the latest after the time. */
  settled(withinMs: number): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(withinMs, resolve);
      this.#settled.push(() => {
        cancel();
        resolve();
      });
    });
  }

  /** Whoever carries a request out measures it; here only what never got there is counted. */
  async #perform(id: RequestId, request: Request): Promise<Outcome> {
    const { call, practice, perform, journal, telemetry } = this.#parts;
    try {
      if (request.kind === "askModel") return await this.models.ask(id, request);
      if (looking.has(request.kind) || (await journal.stored(JOURNAL_WAIT_MS)))
        return await perform(practice, request, { call, request: id });
      telemetry.log.warn("a request was not carried out, its cause is not stored", {
        call,
        request: request.kind,
      });
    } catch (error) {
      // `Perform` promises never to reject; a caller must not be left without an answer when that promise breaks.
      telemetry.log.error("a request was rejected", { call, request: request.kind, ...errorField(error) });
    }
    telemetry.meter.count("requests_total", { request: request.kind, outcome: "failed" });
    return { kind: "failed", retryable: true };
  }
}
