import type { RequestKey } from "../ports/ledger.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

const context = "answered_requests.sealed_answer";

/**
 * Runs `work` in a transaction unless the key has an answer already, and keeps its answer in the same transaction. Two
 * deliveries of one request at the same time: the second waits for the first and returns its answer. `repeated` may bring
 * an earlier answer up to date.
 */
export function answerOnce<Answer>(
  ledger: LedgerContext,
  kind: string,
  key: RequestKey,
  work: (tx: Queryable) => Promise<Answer>,
  repeated: (tx: Queryable, answer: Answer) => Promise<Answer> = async (_tx, answer) => answer,
): Promise<Answer> {
  return ledger.database.transaction(async (tx) => {
    // Claiming first makes a second delivery wait here, on the primary key, until the first has committed.
    const claimed = await tx.query(
      `INSERT INTO answered_requests (call, request, kind, sealed_answer, answered_at)
       VALUES ($1, $2, $3, '', $4) ON CONFLICT DO NOTHING RETURNING request`,
      [key.call, key.request, kind, timestamp(ledger.clock.now())],
    );
    if (claimed.length === 0) return repeated(tx, await readAnswer<Answer>(ledger, tx, kind, key));
    const answer = await work(tx);
    await tx.query("UPDATE answered_requests SET sealed_answer = $3 WHERE call = $1 AND request = $2", [
      key.call,
      key.request,
      ledger.keys.seal(answer, context),
    ]);
    return answer;
  });
}

async function readAnswer<Answer>(
  ledger: LedgerContext,
  tx: Queryable,
  kind: string,
  key: RequestKey,
): Promise<Answer> {
  const [row] = await tx.query<{ kind: string; sealed_answer: Buffer }>(
    "SELECT kind, sealed_answer FROM answered_requests WHERE call = $1 AND request = $2",
    [key.call, key.request],
  );
  if (row === undefined || row.kind !== kind)
    throw new Error(`The request key of a ${kind} belongs to another request`);
  return ledger.keys.open<Answer>(row.sealed_answer, context).reveal();
}
