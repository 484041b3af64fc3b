import type { Practice } from "../core/practice/practice.ts";
import type { TicketRecord } from "../ports/ledger-of-staff.ts";
import type { Mail } from "../ports/mailer.ts";
import { composeMail, whenText } from "./compose-mail.ts";

/**
 * Tells staff that a caller waits to be called back or has left a message, and for whom. It has the number, without which
 * nobody can call, and not what was said, which may be about health and stays in the ledger.
 */
export function ticketMail(practice: Practice, ticket: TicketRecord, id: string, to: string): Mail {
  const phone = ticket.phone?.reveal() ?? "The caller left no number.";
  const isMessage = ticket.purpose === "message";
  const addressee = practice.people.find(({ id }) => id === ticket.to)?.name ?? ticket.to;
  const lines = [
    isMessage ? "A caller has left a message." : "A caller was promised a call back.",
    ...(addressee === null ? [] : [`For: ${addressee}`]),
    `Number: ${phone}`,
    `Called: ${whenText(ticket.takenAt, practice.timeZone)}`,
    `Ticket: ${ticket.number}`,
  ];
  const subject = `${isMessage ? "A message" : "Please call back"}: ticket ${ticket.number}`;
  return { ...composeMail(practice, lines), id, to, subject, attachments: [] };
}
