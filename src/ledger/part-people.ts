import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { PersonId } from "../core/values/ids.ts";
import { withoutFilled } from "../ports/identity.ts";
import type { Merge } from "../ports/ledger-of-staff.ts";
import type { Transaction } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { beforeContext, type MergeRow } from "./merge-row.ts";
import { openPerson, phoneIndex, sealedPerson } from "./people.ts";
import { partedPreferences } from "./preferences.ts";

interface OnFile {
  readonly id: PersonId;
  readonly sealed_details: Buffer;
  readonly sealed_preferences: Buffer | null;
}

/** What was on file of who is kept, before somebody was merged with them. */
export interface PersonBefore {
  readonly details: PersonDetails;
  /** As they were sealed, in base64. */
  readonly preferences: string | null;
}

/** Gives back what went over, and forgets what was filled in. */
export async function partPeople(
  { keys }: LedgerContext,
  tx: Transaction,
  { kept, merged }: Merge<PersonId>,
  { moved, sealed_before }: MergeRow,
): Promise<void> {
  const rows = await tx.query<OnFile>(
    "SELECT id, sealed_details, sealed_preferences FROM people WHERE id = ANY ($1)",
    [[kept, merged]],
  );
  const [one, other] = [kept, merged].map((person) => rows.find(({ id }) => id === person));
  if (one === undefined || other === undefined) throw new Error("A locked person is not there");
  const before = keys.open<PersonBefore>(sealed_before, beforeContext).reveal();
  const details = withoutFilled(
    openPerson(keys, one.sealed_details),
    before.details,
    openPerson(keys, other.sealed_details),
  );
  const was = before.preferences === null ? null : Buffer.from(before.preferences, "base64");
  tx.write("UPDATE people SET sealed_details = $2, sealed_preferences = $3, phone_index = $4 WHERE id = $1", [
    kept,
    sealedPerson(keys, details),
    partedPreferences(keys, { now: one.sealed_preferences, before: was, from: other.sealed_preferences }),
    details.phone === null ? null : phoneIndex(keys, details.phone),
  ]);
  giveBack(tx, { kept, merged }, moved);
}

function giveBack(tx: Transaction, { kept, merged }: Merge<PersonId>, moved: MergeRow["moved"]): void {
  for (const [table, id] of [
    ["bookings", "id"],
    ["vehicles", "id"],
    ["waitlist", "ticket"],
  ] as const)
    tx.write(`UPDATE ${table} SET person = $2 WHERE ${id} = ANY ($3) AND person = $1`, [
      kept,
      merged,
      moved[table],
    ]);
  tx.write("INSERT INTO call_scopes (call, person) SELECT unnest($2::text[]), $1 ON CONFLICT DO NOTHING", [
    merged,
    moved["scopes"],
  ]);
  tx.write("DELETE FROM call_scopes WHERE person = $1 AND call = ANY ($2)", [kept, moved["gained"]]);
  tx.write(
    "UPDATE people SET merged_into = CASE id WHEN $1 THEN NULL ELSE $1 END WHERE id = ANY ($2) AND merged_into = $3",
    [merged, moved["people"], kept],
  );
}
