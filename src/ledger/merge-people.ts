import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { PersonId, PracticeId } from "../core/values/ids.ts";
import { withNews } from "../ports/identity.ts";
import type { Merge } from "../ports/ledger-of-staff.ts";
import { type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { settleDuplicates } from "./mark-duplicates.ts";
import { beforeContext } from "./merge-row.ts";
import type { PersonBefore } from "./part-people.ts";
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
    const before: PersonBefore = {
      details: openPerson(ledger.keys, one.sealed_details),
      preferences: one.sealed_preferences?.toString("base64") ?? null,
    };
    handOver(ledger, tx, { practice, kept, merged, staff }, before);
    const details = withNews<PersonDetails>(openPerson(ledger.keys, other.sealed_details), before.details);
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

interface Merging extends Merge<PersonId> {
  readonly practice: PracticeId;
  readonly staff: string;
}

/** All of it in one statement, which notes what went over. */
function handOver(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  { practice, kept, merged, staff }: Merging,
  before: PersonBefore,
): void {
  tx.write(
    `WITH b AS (UPDATE bookings SET person = $1 WHERE person = $2 RETURNING id),
          v AS (UPDATE vehicles SET person = $1 WHERE person = $2 RETURNING id),
          w AS (UPDATE waitlist SET person = $1 WHERE person = $2 RETURNING ticket),
          s AS (DELETE FROM call_scopes WHERE person = $2 RETURNING call),
          g AS (INSERT INTO call_scopes (call, person) SELECT call, $1 FROM s ON CONFLICT DO NOTHING RETURNING call),
          p AS (UPDATE people SET merged_into = $1 WHERE id = $2 OR merged_into = $2 RETURNING id)
     INSERT INTO merges (practice, kind, kept, merged, staff, at, sealed_before, moved)
     VALUES ($3, 'person', $1, $2, $4, $5, $6, jsonb_build_object(
       'bookings', ARRAY(SELECT id FROM b), 'vehicles', ARRAY(SELECT id FROM v), 'waitlist', ARRAY(SELECT ticket FROM w),
       'scopes', ARRAY(SELECT call FROM s), 'gained', ARRAY(SELECT call FROM g), 'people', ARRAY(SELECT id FROM p)))`,
    [kept, merged, practice, staff, timestamp(clock.now()), keys.seal(before, beforeContext)],
  );
}
