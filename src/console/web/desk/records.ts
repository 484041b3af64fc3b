/** What the console's API tells, as far as the desk shows it. Times are milliseconds since 1970. */
export interface Ticket {
  readonly number: string;
  readonly about: string;
  readonly purpose: "callBack" | "message" | "handOff";
  readonly to: string | null;
  readonly phone: string | null;
  readonly message: string;
  readonly state: "open" | "done";
  readonly takenAt: number;
}

export interface Waiting {
  readonly ticket: string;
  readonly wanted: { readonly offering: string; readonly resources: readonly string[] };
  readonly details: { readonly given: string; readonly family: string; readonly phone: string | null };
  readonly since: number;
  readonly offered: { readonly start: number } | null;
}

export interface Twin {
  readonly id: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface Duplicate {
  readonly kind: "person" | "vehicle";
  readonly alike: "name" | "numberAndBirth" | "vin" | "plate";
  readonly twins: readonly [Twin, Twin];
}

export interface Merge {
  readonly kind: "person" | "vehicle";
  readonly kept: string;
  readonly merged: string;
  readonly names: { readonly kept: string; readonly merged: string };
  readonly staff: string;
  readonly at: number;
}

export interface DoNotCall {
  readonly phone: string | null;
  readonly since: number;
}

export interface Consent {
  readonly to: "calls" | "texts" | "recording";
  readonly given: boolean;
  readonly at: number;
  readonly words: { readonly asked: string; readonly answered: string } | null;
}

export interface Message {
  readonly id: string;
  readonly channel: "email" | "text";
  readonly recipient: string;
  readonly about: "booked" | "changed" | "offer" | "ticket";
  readonly number: string;
  readonly state: "waiting" | "done" | "again" | "buried";
  readonly outcome: string | null;
  readonly queuedAt: number;
}

export interface PastCall {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly endReason: string | null;
  readonly model: {
    readonly questions: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly costMicros: number | null;
  } | null;
}

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
