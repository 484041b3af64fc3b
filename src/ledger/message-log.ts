import type { EpochMs } from "../core/values/ids.ts";
import type { MessageLog, SentMessage } from "../ports/message-log.ts";
import type { Database } from "./database.ts";
import { type MailJob, mailQueue } from "./mail-jobs.ts";

interface JobRow {
  readonly id: string;
  readonly state: keyof typeof states;
  readonly data: MailJob;
  readonly outcome: string | null;
  readonly queuedAt: EpochMs;
  readonly doneAt: EpochMs | null;
}

/** The queue's states in the port's words. */
const states = {
  created: "waiting",
  active: "waiting",
  blocked: "waiting",
  retry: "again",
  completed: "done",
  cancelled: "buried",
  failed: "buried",
} as const satisfies Record<string, SentMessage["state"]>;

/** What the queue of messages knows. */
export function messageLog(database: Database): MessageLog {
  return {
    async list(practice) {
      const rows = await database.query<JobRow>(
        `SELECT id, state::text AS state, data, output ->> 'outcome' AS outcome, created_on AS "queuedAt",
                completed_on AS "doneAt"
         FROM jobs.job WHERE name = $1 AND data ->> 'practice' = $2 ORDER BY created_on DESC, id LIMIT 200`,
        [mailQueue, practice],
      );
      return rows.map(messageOf);
    },
  };
}

function messageOf({ id, state, data, outcome, queuedAt, doneAt }: JobRow): SentMessage {
  const { kind, recipient } = data;
  return {
    id,
    channel: recipient === "phone" ? "text" : "email",
    recipient: recipient === "phone" ? "person" : recipient,
    about: kind,
    number: "confirmation" in data ? data.confirmation : data.ticket,
    state: states[state],
    outcome,
    queuedAt,
    doneAt,
  };
}
