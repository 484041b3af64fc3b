import type { Outcome } from "../../core/dialogue/requests.ts";
import { squash } from "../squash.ts";

/** What the office has done for the call. */
export interface Committed {
  /** Kinds of the outcomes that were carried out. */
  readonly kinds: ReadonlySet<Outcome["kind"]>;
  /** Confirmation numbers of the bookings that this call has made or changed. */
  readonly confirmations: readonly string[];
  readonly liveHolds: number;
}

interface Claim {
  readonly words: RegExp;
  readonly isTrue: (committed: Committed, text: string) => boolean;
}

const needs =
  (kind: Outcome["kind"]): Claim["isTrue"] =>
  ({ kinds }) =>
    kinds.has(kind);

/** Words that state an outcome, and whether it is true. */
const claims: readonly Claim[] = [
  { words: /\byou(?:'|’)?(?:re| are) (?:all )?(?:booked|set)\b(?! for)/i, isTrue: needs("booked") },
  // Said of what stands, and what was moved stands as well.
  {
    words: /\byou(?:'|’)?(?:re| are) booked for\b/i,
    isTrue: ({ kinds }) => kinds.has("booked") || kinds.has("rescheduled"),
  },
  {
    words: /\bconfirmation number is\b/i,
    isTrue: ({ confirmations }, text) =>
      confirmations.some((number) => squash(text).includes(squash(number))),
  },
  { words: /^(?:Done|All set)\. .* is now\b/i, isTrue: needs("rescheduled") },
  { words: /\bis cancelled\b/i, isTrue: needs("cancelled") },
  { words: /\bis confirmed\b/i, isTrue: needs("confirmed") },
  { words: /\bYou are on the waiting list\b/i, isTrue: needs("waiting") },
  { words: /\bI(?:'|’)ve (?:left word|passed your message|left a message)\b/i, isTrue: needs("ticketTaken") },
  { words: /\bis off our list\b/i, isTrue: needs("callingStopped") },
  { words: /\btext is on its way\b|\bwon(?:'|’)t text this number\b/i, isTrue: needs("textsAnswered") },
];

/** The first claim in a prompt that the ledger does not bear out; null when all that is claimed is true. */
export function untrueClaim(text: string, committed: Committed): string | null {
  const untrue = claims.find(({ words, isTrue }) => words.test(text) && !isTrue(committed, text));
  return untrue === undefined ? null : (untrue.words.exec(text)?.[0] ?? null);
}
