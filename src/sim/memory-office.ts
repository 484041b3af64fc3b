import type { Outcome, Request } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import type { Perform } from "../ports/ledger.ts";
import { MemoryLedger } from "../ports/testing/memory-ledger.ts";
import { answersSeen, type LedgerSeen } from "./ledger-changes.ts";
import type { Committed } from "./virtual/claims.ts";

/** The back office of calls in virtual time: a ledger in memory, with what graders want to see of it. */
export interface MemoryOffice {
  readonly perform: Perform;
  /** Holds run out as time goes on. */
  moveTo(now: EpochMs): void;
  /** Somebody else takes the time that a request is about. */
  snatch(request: Request): void;
  /** Everything that is in it now. */
  seen(): LedgerSeen;
  /** Everything that a call has done so far. */
  committedBy(call: CallId): Committed;
}

export function memoryOffice(practice: Practice, instant: EpochMs): MemoryOffice {
  let now = instant;
  const ledger = new MemoryLedger(practice, () => now);
  const done = new Map<CallId, Outcome[]>();
  return {
    async perform(practiceId, request, key) {
      const outcome = await ledger.perform(practiceId, request, key);
      done.set(key.call, [...(done.get(key.call) ?? []), outcome]);
      return outcome;
    },
    moveTo(instantNow) {
      now = instantNow;
    },
    snatch(request) {
      if (request.kind === "hold") ledger.takeAway(request.opening);
    },
    seen: () => seenIn(ledger, practice.id),
    committedBy(call) {
      const outcomes = done.get(call) ?? [];
      return {
        kinds: new Set(outcomes.map(({ kind }) => kind)),
        confirmations: outcomes.flatMap((outcome) =>
          "booking" in outcome ? [outcome.booking.confirmation] : [],
        ),
        liveHolds: ledger.liveHolds.length,
      };
    },
  };
}

/** What graders want to see of a ledger in memory. */
export function seenIn(ledger: MemoryLedger, practice: PracticeId): LedgerSeen {
  return {
    bookings: ledger.bookings
      .filter(({ call }) => call !== null)
      .map((booking) => ({ ...booking, practice })),
    tickets: ledger.tickets.length,
    waiting: ledger.waitlist.length,
    ...answersSeen([...Map.groupBy(ledger.consents.toReversed(), ({ phone }) => phone).values()]),
  };
}
