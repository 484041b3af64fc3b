import { squash } from "../squash.ts";

/** What the office has done for the call, as the ledger shows it. */
export interface Committed {
  /** Confirmation numbers of what this call has booked. */
  readonly confirmations: readonly string[];
  readonly tickets: number;
  readonly liveHolds: number;
}

/** Words that state an outcome, and whether it is true. */
const claims: readonly {
  readonly words: RegExp;
  readonly isTrue: (committed: Committed, text: string) => boolean;
}[] = [
  {
    words: /\byou(?:'|’)?(?:re| are) (?:all )?(?:booked|set)\b/i,
    isTrue: ({ confirmations }) => confirmations.length > 0,
  },
  {
    words: /\bconfirmation number is\b/i,
    isTrue: ({ confirmations }, text) =>
      confirmations.some((number) => squash(text).includes(squash(number))),
  },
  {
    words: /\b(?:I(?:'|’)?ve|I have) (?:taken|left|made) (?:a note|your message|a message)\b/i,
    isTrue: ({ tickets }) => tickets > 0,
  },
];

/** The first claim in a prompt that the ledger does not bear out; null when all that is claimed is true. */
export function untrueClaim(text: string, committed: Committed): string | null {
  const untrue = claims.find(({ words, isTrue }) => words.test(text) && !isTrue(committed, text));
  return untrue === undefined ? null : (untrue.words.exec(text)?.[0] ?? null);
}
