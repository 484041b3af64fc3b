import type { OpeningsWanted } from "../../../core/scheduling/opening.ts";
import type { CallRecord } from "../../../ports/call-store.ts";
import type { SentMessage } from "../../../ports/message-log.ts";
import type { ModelCosts } from "../../call-costs.ts";
import type {
  revealConsent,
  revealDoNotCall,
  revealDuplicate,
  revealMerge,
  revealTicket,
  revealWaiting,
} from "../../reveal-records.ts";

export type Ticket = ReturnType<typeof revealTicket>;
export type Duplicate = ReturnType<typeof revealDuplicate>;
export type Merge = ReturnType<typeof revealMerge>;
export type DoNotCall = ReturnType<typeof revealDoNotCall>;
export type Consent = ReturnType<typeof revealConsent>;
export type Message = SentMessage;

/** Without the days and times that are wanted, which JSON turns into strings. */
export type Waiting = Omit<ReturnType<typeof revealWaiting>, "wanted"> & {
  readonly wanted: Pick<OpeningsWanted, "offering" | "resources">;
};

export interface PastCall extends CallRecord {
  readonly model: ModelCosts | null;
}

/** What the console's API tells, by the last part of its path. Times are milliseconds since 1970. */
export interface DeskRecords {
  readonly tickets: readonly Ticket[];
  readonly waitlist: readonly Waiting[];
  readonly duplicates: readonly Duplicate[];
  readonly merges: readonly Merge[];
  readonly "do-not-call": readonly DoNotCall[];
  readonly messages: readonly Message[];
  readonly calls: readonly PastCall[];
}

export const recordNames = [
  "tickets",
  "waitlist",
  "duplicates",
  "merges",
  "do-not-call",
  "messages",
  "calls",
] as const satisfies readonly (keyof DeskRecords)[];
