import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { PersonId, PracticeId } from "../core/values/ids.ts";
import { withNews } from "../ports/identity.ts";
import type { Merge } from "../ports/ledger-of-staff.ts";
import type { Transaction } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { settleDuplicates } from "./mark-duplicates.ts";
import { openPerson, sealedPerson } from "./people.ts";
import { mergedPreferences } from "./preferences.ts";
import { keepDeed } from "./staff-audit.ts";

interface PersonRow {
  readonly id: PersonId;
  readonly sealed_details: Buffer;
  readonly sealed_preferences: Buffer | null;
  readonly merged_into: PersonId | null;
}

/** Bookings, vehicles, places on the waitlist and scopes go over; the merged row stays as another way to the one that is kept. */
export function mergePeople(
  ledger: LedgerContext,
  practice: PracticeId,
  { kept, merged }: Merge<PersonId>,
  staff: string,
): Promise<"merged" | "notThere"> {
  return ledger.database.transaction(async (tx) => {
    const rows = await tx.query<PersonRow>(
      `SELECT id, sealed_details, sealed_preferences, merged_into FROM people
       WHERE practice = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`,
      [practice, [kept, merged]],
    );
    const [one, other] = [kept, merged].map((person) => rows.find(({ id }) => id === person));
    if (one === undefined || other === undefined || one === other || one.merged_into !== null)
      return "notThere";
    if (other.merged_into !== null) return other.merged_into === kept ? "merged" : "notThere";
    handOver(tx, { kept, merged });
    const details = withNews<PersonDetails>(
      openPerson(ledger.keys, other.sealed_details),
      openPerson(ledger.keys, one.sealed_details),
    );
    tx.write(
      `UPDATE people SET sealed_details = $2, sealed_preferences = $3,
                         phone_index = coalesce(phone_index, (SELECT phone_index FROM people WHERE id = $4))
       WHERE id = $1`,
      [
        kept,
        sealedPerson(ledger.keys, details),
        mergedPreferences(ledger.keys, one.sealed_preferences, other.sealed_preferences),
        merged,
      ],
    );
    settleDuplicates(ledger, tx, "person", { kept, merged });
    keepDeed(ledger, tx, practice, { deed: "mergePeople", staff, subjects: [kept, merged] });
    return "merged";
  });
}

function handOver(tx: Transaction, { kept, merged }: Merge<PersonId>): void {
  const both = [kept, merged];
  for (const text of [
    "UPDATE bookings SET person = $1 WHERE person = $2",
    "UPDATE vehicles SET person = $1 WHERE person = $2",
    "UPDATE waitlist SET person = $1 WHERE person = $2",
    "INSERT INTO call_scopes (call, person) SELECT call, $1 FROM call_scopes WHERE person = $2 ON CONFLICT DO NOTHING",
    "UPDATE people SET merged_into = $1 WHERE id = $2 OR merged_into = $2",
  ])
    tx.write(text, both);
  tx.write("DELETE FROM call_scopes WHERE person = $1", [merged]);
}
