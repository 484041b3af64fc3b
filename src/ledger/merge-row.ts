/** What was sealed of the one that stays, as it was before the merge. */
export const beforeContext = "merges.sealed_before";

/** What a merge has changed. */
export interface MergeRow {
  readonly id: number;
  readonly moved: Readonly<Record<string, readonly string[]>>;
  readonly sealed_before: Buffer;
  readonly at: number;
}
