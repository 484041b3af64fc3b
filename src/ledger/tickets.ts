import type { NewTicket } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import type { TicketRecord } from "../ports/ledger-of-staff.ts";
import { newConfirmationNumber } from "./confirmation-number.ts";
import { type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { ticketJobs } from "./mail-jobs.ts";
import { keepDeed } from "./staff-audit.ts";

const phoneContext = "tickets.sealed_phone";
const messageContext = "tickets.sealed_message";

interface TicketRequest {
  readonly practice: Practice;
  readonly call: CallId;
  readonly ticket: NewTicket;
}

/** Adds a call-back ticket and the mails that tell staff of it. Its number has the form of a confirmation number. */
export async function addTicket(
  { keys, clock, outbox }: LedgerContext,
  tx: Transaction,
  { practice, call, ticket }: TicketRequest,
): Promise<string> {
  for (;;) {
    const number = newConfirmationNumber();
    const added = await tx.query(
      `INSERT INTO tickets (id, practice, call, about, sealed_phone, sealed_message, taken_at, purpose, addressee)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        number,
        practice.id,
        call,
        ticket.about,
        ticket.phone === null ? null : keys.seal(ticket.phone.reveal(), phoneContext),
        keys.seal(ticket.message.reveal(), messageContext),
        timestamp(clock.now()),
        ticket.purpose,
        ticket.to,
      ],
    );
    if (added.length === 0) continue;
    await outbox.add(tx, ticketJobs(practice, number));
    return number;
  }
}

export async function readTicket(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  number: string,
): Promise<TicketRecord | null> {
  const [row] = await database.query<TicketRow>(
    `SELECT ${ticketColumns} FROM tickets WHERE practice = $1 AND id = $2`,
    [practice, number.toUpperCase()],
  );
  return row === undefined ? null : ticketOf(keys, row);
}

/** The newest first. */
export async function readTickets(
  { database, keys }: LedgerContext,
  practice: PracticeId,
): Promise<readonly TicketRecord[]> {
  const rows = await database.query<TicketRow>(
    `SELECT ${ticketColumns} FROM tickets WHERE practice = $1 ORDER BY taken_at DESC, id LIMIT 200`,
    [practice],
  );
  return rows.map((row) => ticketOf(keys, row));
}

export function settleTicket(
  ledger: LedgerContext,
  practice: PracticeId,
  number: string,
  { staff, state }: { readonly staff: string; readonly state: TicketRecord["state"] },
): Promise<TicketRecord | null> {
  return ledger.database.transaction(async (tx) => {
    const [row] = await tx.query<TicketRow>(
      `SELECT ${ticketColumns} FROM tickets WHERE practice = $1 AND id = $2 FOR UPDATE`,
      [practice, number.toUpperCase()],
    );
    if (row === undefined) return null;
    if (row.state !== state) {
      tx.write("UPDATE tickets SET state = $2 WHERE id = $1", [row.number, state]);
      const deed = state === "done" ? "settleTicket" : "reopenTicket";
      keepDeed(ledger, tx, practice, { deed, staff, subjects: [row.number] });
    }
    return ticketOf(ledger.keys, { ...row, state });
  });
}

const ticketColumns = `id AS number, practice, about, purpose, addressee AS "to", sealed_phone, sealed_message, state,
  taken_at AS "takenAt"`;

function ticketOf(
  keys: LedgerContext["keys"],
  { sealed_phone, sealed_message, ...ticket }: TicketRow,
): TicketRecord {
  return {
    ...ticket,
    phone: sealed_phone === null ? null : keys.open<string>(sealed_phone, phoneContext),
    message: keys.open<string>(sealed_message, messageContext),
  };
}

interface TicketRow {
  readonly number: string;
  readonly practice: PracticeId;
  readonly about: string;
  readonly purpose: NewTicket["purpose"];
  readonly to: string | null;
  readonly sealed_phone: Buffer | null;
  readonly sealed_message: Buffer;
  readonly state: "open" | "done";
  readonly takenAt: EpochMs;
}
