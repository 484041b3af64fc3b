import type { Practice } from "../core/practice/practice.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import type { WaitingRecord } from "../ports/ledger.ts";
import type { Mail } from "../ports/mailer.ts";
import { appointmentFacts } from "./booking-mail.ts";
import { composeMail } from "./compose-mail.ts";

type Offer = WaitingRecord & { readonly offered: Opening };

/** Tells who waits that a time has become free. It is not held for them, and the mail says so. */
export function personOfferMail(practice: Practice, offer: Offer, id: string, to: string): Mail {
  const { when, visit, withWhom } = appointmentFacts(practice, offer.offered);
  const [number] = practice.numbers;
  const lines = [
    `You asked ${practice.name} for an earlier time, and one has become free.`,
    ...[`When: ${when}`, `What: ${visit}`, `With: ${withWhom}`],
    `We cannot hold it for you: please call ${number ?? "us"} soon if you would like it.`,
    `Waitlist number: ${offer.ticket}`,
  ];
  const subject = `An earlier time at ${practice.name}: ${when}`;
  return { ...composeMail(practice, lines), id, to, subject, attachments: [] };
}

/** Asks staff to call somebody who waits and gave no address. */
export function staffOfferMail(practice: Practice, offer: Offer, id: string, to: string): Mail {
  const { when, visit, withWhom } = appointmentFacts(practice, offer.offered);
  // Revealed for the staff who are to call it; without it nobody can.
  const phone = offer.details.reveal().phone ?? "They left no number.";
  const lines = [
    "A time has become free that somebody on the waitlist asked for. Please call them.",
    ...[`Number: ${phone}`, `When: ${when}`, `What: ${visit}`, `With: ${withWhom}`],
    `Waitlist number: ${offer.ticket}`,
  ];
  const subject = `Please call about a free time: waitlist ${offer.ticket}`;
  return { ...composeMail(practice, lines), id, to, subject, attachments: [] };
}
