import type { RequestKey } from "../ports/ledger.ts";
import { type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

const answerContext = "answered_requests.sealed_answer";

/**
 * Runs `work` in a transaction unless the key has an answer already, and keeps its answer in the same transaction. Two
 * deliveries of one request at the same time: the second waits for the first and returns its answer.
 */
export function answerOnce<Answer>(
  ledger: LedgerContext,
  kind: string,
  key: RequestKey,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return ledger.database.transaction(async (tx) => {
    const [row] = await tx.query<AnsweredRow>("SELECT * FROM claim_request($1, $2, $3, '', $4)", [
      key.call,
      key.request,
      kind,
      timestamp(ledger.clock.now()),
    ]);
    if (row !== undefined) return firstAnswer<Answer>(ledger, kind, row);
    const answer = await work(tx);
    keepAnswer(ledger, tx, key, answer);
    return answer;
  });
}

/** Keeps the answer to a key that was claimed in `tx`. */
export function keepAnswer(ledger: LedgerContext, tx: Transaction, key: RequestKey, answer: unknown): void {
  tx.write("UPDATE answered_requests SET sealed_answer = $3 WHERE call = $1 AND request = $2", [
    key.call,
    key.request,
    sealedAnswer(ledger, answer),
  ]);
}

export interface AnsweredRow {
  readonly kind: string;
  readonly sealed_answer: Buffer;
}

export function sealedAnswer({ keys }: LedgerContext, answer: unknown): Buffer {
  return keys.seal(answer, answerContext);
}

/** What a key was answered first. Throws for the key of another kind of request, which is a bug of the caller. */
export function firstAnswer<Answer>({ keys }: LedgerContext, kind: string, row: AnsweredRow): Answer {
  if (row.kind !== kind) throw new Error(`The request key of a ${kind} belongs to another request`);
  return keys.open<Answer>(row.sealed_answer, answerContext).reveal();
}
