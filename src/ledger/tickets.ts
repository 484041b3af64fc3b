import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import { newConfirmationNumber } from "./confirmation-number.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

export interface Ticket {
  readonly about: string;
  readonly phone: Private<string> | null;
  readonly message: Private<string>;
}

/** Adds a call-back ticket and returns its number, of the same form as a confirmation number. */
export async function addTicket(
  { keys, clock }: LedgerContext,
  tx: Queryable,
  { practice, call, ticket }: { practice: PracticeId; call: CallId; ticket: Ticket },
): Promise<string> {
  for (;;) {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO tickets (id, practice, call, about, sealed_phone, sealed_message, taken_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        newConfirmationNumber(),
        practice,
        call,
        ticket.about,
        ticket.phone === null ? null : keys.seal(ticket.phone.reveal(), "tickets.sealed_phone"),
        keys.seal(ticket.message.reveal(), "tickets.sealed_message"),
        timestamp(clock.now()),
      ],
    );
    if (row !== undefined) return row.id;
  }
}
