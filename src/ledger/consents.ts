import type { Booking, PersonDetails, TextsAnswer } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { EpochMs, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { Consent } from "../ports/ledger.ts";
import type { ConsentRecord, DoNotCall } from "../ports/ledger-of-staff.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext, OfCall } from "./ledger-context.ts";
import { phoneIndex } from "./people.ts";

const phoneContext = "consents.sealed_phone";
const wordsContext = "consents.sealed_words";

interface ConsentAnswer extends OfCall {
  readonly phone: Private<string>;
  readonly consent: Consent;
  readonly words?: TextsAnswer["words"];
}

/** Keeps the answer with its time and its call; earlier answers stay, because they tell what was allowed when. */
export function writeConsent(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  { practice, call, phone, consent, words }: ConsentAnswer,
): void {
  tx.write(
    `INSERT INTO consents (practice, phone_index, sealed_phone, about, given, sealed_words, call, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      practice,
      phoneIndex(keys, phone.reveal()),
      keys.seal(phone.reveal(), phoneContext),
      consent.to,
      consent.given,
      words === undefined ? null : keys.seal(words.reveal(), wordsContext),
      call,
      timestamp(clock.now()),
    ],
  );
}

/** The newest answer; null when none was given. */
export async function readConsent(
  { keys }: LedgerContext,
  queryable: Queryable,
  { practice, phone, about }: { practice: PracticeId; phone: string; about: Consent["to"] },
): Promise<boolean | null> {
  const [row] = await queryable.query<{ given: boolean }>(
    `SELECT given FROM consents WHERE practice = $1 AND phone_index = $2 AND about = $3
     ORDER BY id DESC LIMIT 1`,
    [practice, phoneIndex(keys, phone), about],
  );
  return row?.given ?? null;
}

/** Everything that was answered for the number, the newest first. */
export async function readConsents(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  phone: Private<string>,
): Promise<readonly ConsentRecord[]> {
  const rows = await database.query<Omit<ConsentRecord, "words"> & { readonly sealed_words: Buffer | null }>(
    `SELECT about AS "to", given, answered_at AS at, call, sealed_words FROM consents
     WHERE practice = $1 AND phone_index = $2 ORDER BY id DESC`,
    [practice, phoneIndex(keys, phone.reveal())],
  );
  return rows.map(({ sealed_words: words, ...record }) => ({
    ...record,
    words: words === null ? null : keys.open(words, wordsContext),
  }));
}

/** Numbers whose newest answer is that they are not to be called. */
export async function readDoNotCall(
  { database, keys }: LedgerContext,
  practice: PracticeId,
): Promise<readonly DoNotCall[]> {
  const rows = await database.query<{ readonly sealed_phone: Buffer | null; readonly since: EpochMs }>(
    `SELECT sealed_phone, answered_at AS since FROM consents
     WHERE practice = $1 AND about = 'calls' AND NOT given AND NOT EXISTS (
       SELECT FROM consents later
       WHERE later.practice = consents.practice AND later.phone_index = consents.phone_index
         AND later.about = 'calls' AND later.id > consents.id)
     ORDER BY id DESC LIMIT 200`,
    [practice],
  );
  return rows.map(({ sealed_phone: phone, since }) => ({
    phone: phone === null ? null : keys.open(phone, phoneContext),
    since,
  }));
}

/** What is promised about texts when a booking is made or changed, by what the owner of its number has said so far. */
export interface Texting {
  readonly wanted: boolean;
  readonly mayAsk: boolean;
}

const noTexting: Texting = { wanted: false, mayAsk: false };

export function textingBy(practice: Practice, phone: string | null, answer: boolean | null): Texting {
  if (!practice.texts || phone === null) return noTexting;
  return { wanted: answer === true, mayAsk: answer === null };
}

export function messagesTo({ email }: PersonDetails, { wanted }: Texting): Booking["messages"] {
  return [...(email === null ? [] : (["email"] as const)), ...(wanted ? (["text"] as const) : [])];
}
