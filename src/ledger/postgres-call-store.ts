import type { CallEvent } from "../core/call/events.ts";
import { decodeEvents, type EncodedEvents, encodeEvents } from "../core/call/journal.ts";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import { Private } from "../core/values/private.ts";
import type { CallRecord, CallStore, JournalBatch, TurnTimeline } from "../ports/call-store.ts";
import { type Database, type Queryable, timestamp } from "./database.ts";
import type { Keyring } from "./keyring.ts";

const eventsContext = "call_events.sealed_events";

/** Journals of calls on PostgreSQL. Events are encrypted whole, a batch at a time. The database must be migrated. */
export function postgresCallStore({ database, keys }: { database: Database; keys: Keyring }): CallStore {
  return {
    take: (call) =>
      database.transaction(async (tx) => {
        const lease = await takeLease(tx, call);
        return { lease, events: lease === 1 ? [] : await readEvents(tx, keys, call.id) };
      }),
    append: (batches) => appendBatches(database, keys, batches),
    async finish(id, lease, end) {
      // Nobody is left to book what the call still holds.
      await database.query(
        `WITH ended AS (
           UPDATE calls SET ended_at = $3, end_reason = $4
           WHERE id = $1 AND lease = $2 AND ended_at IS NULL RETURNING id)
         DELETE FROM holds USING ended WHERE holds.call = ended.id`,
        [id, lease, timestamp(end.at), end.reason],
      );
    },
    timelines: (id) => readTimelines(database, id),
    async events(id) {
      return new Private(await readEvents(database, keys, id));
    },
    async find(id) {
      const [row] = await database.query<CallRow>(`${selectCalls} WHERE id = $1`, [id]);
      return row ?? null;
    },
    recent(practice, limit) {
      return database.query<CallRow>(
        `${selectCalls} WHERE practice = $1 ORDER BY started_at DESC, id LIMIT $2`,
        [practice, limit],
      );
    },
  };
}

type CallRow = CallRecord & { readonly practice: PracticeId };

const selectCalls = `SELECT id, practice, direction, started_at AS "startedAt", ended_at AS "endedAt",
  end_reason AS "endReason" FROM calls`;

async function takeLease(
  tx: Queryable,
  call: { id: CallId; practice: PracticeId; direction: string; startedAt: EpochMs },
): Promise<number> {
  const [row] = await tx.query<{ lease: number }>(
    `INSERT INTO calls (id, practice, direction, started_at, lease) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (id) DO UPDATE SET lease = calls.lease + 1, ended_at = NULL, end_reason = NULL RETURNING lease`,
    [call.id, call.practice, call.direction, timestamp(call.startedAt)],
  );
  if (row === undefined) throw new Error("Taking a call returned no row");
  return row.lease;
}

/**
 * One statement for all of them, so that fencing costs no round trip, and one row for the events of a call, so that
 * encryption is paid once: the rows of the calls are locked against new leases while the events go in.
 */
async function appendBatches(
  database: Database,
  keys: Keyring,
  batches: readonly JournalBatch[],
): Promise<ReadonlySet<CallId>> {
  const turns = batches.flatMap(({ call, timelines }) => timelines.map((turn) => ({ call, ...turn })));
  const rows = await database.query<{ id: CallId }>(appendStatement, [
    batches.map(({ call }) => call),
    batches.map(({ lease }) => lease),
    batches.map(({ from }) => from),
    batches.map(({ events }) => events.length),
    batches.map(({ events }) => keys.seal(encodeEvents(events).reveal(), eventsContext)),
    turns.map(({ call }) => call),
    turns.map(({ turn }) => turn),
    turns.map(({ speechEndedAt }) => speechEndedAt),
    turns.map(({ wordsAskedAt }) => wordsAskedAt),
    turns.map(({ transcribedAt }) => transcribedAt),
    turns.map(({ steppedAt }) => steppedAt),
    turns.map(({ firstAudioSentAt }) => firstAudioSentAt),
    turns.map(({ heardAt }) => heardAt),
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** Calls are locked in the order of their names, so that two processes never wait for each other. */
const appendStatement = `
  WITH given AS (
    SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[], $4::integer[], $5::bytea[])
      AS given (call, lease, first_position, count, sealed_events)),
  held AS (
    SELECT id FROM calls JOIN given ON given.call = calls.id AND given.lease = calls.lease
    ORDER BY id FOR UPDATE OF calls),
  added AS (
    INSERT INTO call_events (call, first_position, count, sealed_events)
    SELECT call, first_position, count, sealed_events FROM given JOIN held ON held.id = given.call WHERE count > 0
    ON CONFLICT (call, first_position) DO UPDATE
      SET count = excluded.count, sealed_events = excluded.sealed_events
      WHERE call_events.count < excluded.count),
  timed AS (
    INSERT INTO turn_timelines (call, turn, speech_ended_ms, words_asked_ms, transcribed_ms, stepped_ms,
      first_audio_sent_ms, heard_ms)
    SELECT turns.* FROM unnest($6::text[], $7::integer[], $8::float8[], $9::float8[], $10::float8[], $11::float8[],
      $12::float8[], $13::float8[]) AS turns (call) JOIN held ON held.id = turns.call
    ON CONFLICT (call, turn) DO UPDATE SET speech_ended_ms = excluded.speech_ended_ms,
      words_asked_ms = excluded.words_asked_ms, transcribed_ms = excluded.transcribed_ms, stepped_ms = excluded.stepped_ms,
      first_audio_sent_ms = excluded.first_audio_sent_ms, heard_ms = excluded.heard_ms)
  SELECT id FROM held`;

async function readEvents(queryable: Queryable, keys: Keyring, id: CallId): Promise<readonly CallEvent[]> {
  const rows = await queryable.query<{ first_position: number; sealed_events: Buffer }>(
    "SELECT first_position, sealed_events FROM call_events WHERE call = $1 ORDER BY first_position",
    [id],
  );
  const events: CallEvent[] = [];
  for (const { first_position, sealed_events } of rows) {
    const batch = decodeEvents(keys.open<EncodedEvents>(sealed_events, eventsContext));
    if (first_position > events.length) throw new Error("The journal of a call has a gap");
    events.push(...batch.slice(events.length - first_position));
  }
  return events;
}

function readTimelines(database: Database, id: CallId): Promise<readonly TurnTimeline[]> {
  return database.query<TurnTimeline>(
    `SELECT turn, speech_ended_ms AS "speechEndedAt", words_asked_ms AS "wordsAskedAt", transcribed_ms AS "transcribedAt",
            stepped_ms AS "steppedAt", first_audio_sent_ms AS "firstAudioSentAt", heard_ms AS "heardAt"
     FROM turn_timelines WHERE call = $1 ORDER BY turn`,
    [id],
  );
}
