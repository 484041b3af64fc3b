import type { CallEvent } from "../core/call/events.ts";
import { decodeEvents, type EncodedEvents, encodeEvents } from "../core/call/journal.ts";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import { Private } from "../core/values/private.ts";
import type { CallRecord, CallStore, TurnTimeline } from "../ports/call-store.ts";
import { type Database, type Queryable, timestamp } from "./database.ts";
import type { Keyring } from "./keyring.ts";

const context = "call_events.sealed_events";

/** Journals of calls on PostgreSQL. Events are encrypted whole, a batch at a time. The database must be migrated. */
export function postgresCallStore({ database, keys }: { database: Database; keys: Keyring }): CallStore {
  return {
    take: (call) =>
      database.transaction(async (tx) => {
        const lease = await takeLease(tx, call);
        return { lease, events: lease === 1 ? [] : await readEvents(tx, keys, call.id) };
      }),
    append: (id, lease, from, events) => appendEvents(database, keys, { id, lease, from, events }),
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
    saveTimelines: (id, timelines) => saveTimelines(database, id, timelines),
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
 * One statement and one row, so that fencing costs no round trip and encryption is paid once for the batch: the row of the call
 * is locked against a new lease while the events go in.
 */
async function appendEvents(
  database: Database,
  keys: Keyring,
  { id, lease, from, events }: { id: CallId; lease: number; from: number; events: readonly CallEvent[] },
): Promise<boolean> {
  const rows = await database.query(
    `WITH held AS (SELECT id FROM calls WHERE id = $1 AND lease = $2 FOR UPDATE),
     added AS (
       INSERT INTO call_events (call, first_position, count, sealed_events)
       SELECT id, $3, $4, $5 FROM held WHERE $4 > 0
       ON CONFLICT (call, first_position) DO UPDATE
         SET count = excluded.count, sealed_events = excluded.sealed_events
         WHERE call_events.count < excluded.count)
     SELECT id FROM held`,
    [id, lease, from, events.length, keys.seal(encodeEvents(events).reveal(), context)],
  );
  return rows.length > 0;
}

async function readEvents(queryable: Queryable, keys: Keyring, id: CallId): Promise<readonly CallEvent[]> {
  const rows = await queryable.query<{ first_position: number; sealed_events: Buffer }>(
    "SELECT first_position, sealed_events FROM call_events WHERE call = $1 ORDER BY first_position",
    [id],
  );
  const events: CallEvent[] = [];
  for (const { first_position, sealed_events } of rows) {
    const batch = decodeEvents(keys.open<EncodedEvents>(sealed_events, context));
    if (first_position > events.length) throw new Error("The journal of a call has a gap");
    events.push(...batch.slice(events.length - first_position));
  }
  return events;
}

async function saveTimelines(
  database: Database,
  id: CallId,
  timelines: readonly TurnTimeline[],
): Promise<void> {
  const column = (read: (timeline: TurnTimeline) => number | null) => timelines.map(read);
  await database.query(
    `INSERT INTO turn_timelines (call, turn, speech_ended_ms, transcribed_ms, stepped_ms, first_audio_sent_ms, heard_ms)
     SELECT $1, * FROM unnest($2::integer[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[])
     ON CONFLICT (call, turn) DO UPDATE SET speech_ended_ms = excluded.speech_ended_ms,
       transcribed_ms = excluded.transcribed_ms, stepped_ms = excluded.stepped_ms,
       first_audio_sent_ms = excluded.first_audio_sent_ms, heard_ms = excluded.heard_ms`,
    [
      id,
      column(({ turn }) => turn),
      column(({ speechEndedAt }) => speechEndedAt),
      column(({ transcribedAt }) => transcribedAt),
      column(({ steppedAt }) => steppedAt),
      column(({ firstAudioSentAt }) => firstAudioSentAt),
      column(({ heardAt }) => heardAt),
    ],
  );
}

function readTimelines(database: Database, id: CallId): Promise<readonly TurnTimeline[]> {
  return database.query<TurnTimeline>(
    `SELECT turn, speech_ended_ms AS "speechEndedAt", transcribed_ms AS "transcribedAt",
            stepped_ms AS "steppedAt", first_audio_sent_ms AS "firstAudioSentAt", heard_ms AS "heardAt"
     FROM turn_timelines WHERE call = $1 ORDER BY turn`,
    [id],
  );
}
