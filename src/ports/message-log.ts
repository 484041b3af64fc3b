import type { EpochMs, PracticeId } from "../core/values/ids.ts";

/** A mail or text to a person or to staff, and what has become of it. */
export interface SentMessage {
  readonly id: string;
  readonly channel: "email" | "text";
  /** `person` = the address or number of whom it is about; else an address of the practice. */
  readonly recipient: string;
  readonly about: "booked" | "changed" | "offer" | "ticket";
  /** A booking's confirmation number, or a ticket. */
  readonly number: string;
  /**
   * `done`: nothing more will be tried. `again`: it failed and is tried again. `buried`: it failed for good.
   */
  readonly state: "waiting" | "done" | "again" | "buried";
  /** What came of it, such as `sent` or `notWanted`; null until it is done. */
  readonly outcome: string | null;
  readonly queuedAt: EpochMs;
  readonly doneAt: EpochMs | null;
}

/** What was to be sent lately. */
export interface MessageLog {
  /** The newest first, at most 200; as far back as the queue keeps them. */
  list(practice: PracticeId): Promise<readonly SentMessage[]>;
}
