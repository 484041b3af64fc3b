import type { PersonId } from "../core/values/ids.ts";
import { hide, type Private } from "../core/values/private.ts";
import { withNews, withoutFilled } from "../ports/identity.ts";
import type { Preferences } from "../ports/ledger.ts";
import type { Queryable, Transaction } from "./database.ts";
import type { LedgerContext, OfCall } from "./ledger-context.ts";

const preferencesContext = "people.sealed_preferences";
const none: Preferences = { language: null, channel: null, reminders: null, favorite: null };

/** A person, as far as the call may touch them. */
interface OwnPerson extends OfCall {
  readonly person: PersonId;
}

/** Null when the person is not the call's own. */
export async function readPreferences(
  { keys }: LedgerContext,
  queryable: Queryable,
  { practice, person, call }: OwnPerson,
): Promise<Private<Preferences> | null> {
  const [row] = await queryable.query<{ sealed_preferences: Buffer | null }>(
    `SELECT sealed_preferences FROM people JOIN call_scopes ON call_scopes.person = people.id
     WHERE people.practice = $1 AND people.id = $2 AND call_scopes.call = $3`,
    [practice, person, call],
  );
  if (row === undefined) return null;
  return row.sealed_preferences === null ? hide(none) : keys.open(row.sealed_preferences, preferencesContext);
}

/** What is sealed of the person who is kept, filled in with what the other one had said. */
export function mergedPreferences(
  keys: LedgerContext["keys"],
  kept: Buffer | null,
  merged: Buffer | null,
): Buffer | null {
  if (kept === null || merged === null) return kept ?? merged;
  const [one, other] = [kept, merged].map((sealed) =>
    keys.open<Preferences>(sealed, preferencesContext).reveal(),
  );
  return keys.seal({ ...none, ...other, ...withNews(none, { ...none, ...one }) }, preferencesContext);
}

/** What is sealed of who is kept when somebody is taken out again whose preferences had filled in theirs. */
export function partedPreferences(
  keys: LedgerContext["keys"],
  sealed: { readonly now: Buffer | null; readonly before: Buffer | null; readonly from: Buffer | null },
): Buffer | null {
  const { now, before, from } = sealed;
  if (now === null || from === null) return now;
  const open = (one: Buffer | null) => ({
    ...none,
    ...(one === null ? {} : keys.open<Preferences>(one, preferencesContext).reveal()),
  });
  return keys.seal(withoutFilled(open(now), open(before), open(from)), preferencesContext);
}

export async function writePreferences(
  ledger: LedgerContext,
  tx: Transaction,
  own: OwnPerson,
  wanted: Private<Preferences>,
): Promise<"notAllowed" | "preferred"> {
  const before = await readPreferences(ledger, tx, own);
  if (before === null) return "notAllowed";
  const preferences = withNews(before.reveal(), wanted.reveal());
  await tx.query("UPDATE people SET sealed_preferences = $2 WHERE id = $1", [
    own.person,
    ledger.keys.seal(preferences, preferencesContext),
  ]);
  return "preferred";
}
