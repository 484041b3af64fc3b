import type { Booking } from "../dialogue/requests.ts";
import type { Committed, Saying } from "../dialogue/saying.ts";
import { capital, visitName, whenAndWho, yourVisit } from "./booking-words.ts";
import { phrases } from "./en/phrases-table.ts";
import { spelledWithCare } from "./spoken/characters.ts";
import { spokenOpening } from "./spoken-opening.ts";
import { staffName } from "./spoken-value.ts";
import { fill, type Piece, varied } from "./template.ts";
import type { WordingContext } from "./wording-context.ts";

/** States an outcome, so it looks at what the ledger has answered and at nothing else. */
export function renderCommitted(
  { outcome, task, staff }: Extract<Saying, { kind: "committed" }>,
  context: WordingContext,
): readonly Piece[] {
  const { turn, practice } = context;
  switch (outcome.kind) {
    case "booked":
      return booked(outcome.booking, context);
    case "rescheduled":
      return rescheduled(outcome.booking, context);
    case "cancelled":
      return [
        ...fill(varied(phrases.cancelled, turn), { visit: capital(yourVisit(outcome.booking, context)) }),
        ...messages(outcome.booking),
      ];
    case "confirmed":
      return fill(varied(phrases.confirmed, turn), { visit: capital(yourVisit(outcome.booking, context)) });
    case "waiting":
      return fill(phrases.waiting);
    case "callingStopped":
      return fill(phrases.callingStopped);
    case "textsAnswered":
      return task === "stopTexting"
        ? fill(phrases.textsAnswered.stopped)
        : fill(varied(phrases.textsAnswered[outcome.given ? "yes" : "no"], turn));
    case "status":
      return status(outcome);
    case "ticketTaken": {
      if (task !== "message") return fill(phrases.callBackTaken);
      const { to, anyone } = phrases.messageTaken;
      return staff === null || staff === "any"
        ? fill(anyone)
        : fill(to, { staff: staffName(practice, staff) });
    }
  }
}

function booked(booking: Booking, context: WordingContext): readonly Piece[] {
  const { start, number, again } = phrases.booked;
  const confirmation = spelledWithCare(booking.confirmation);
  return [
    ...fill(start, { when: whenAndWho(booking, context) }),
    ...fill(number, { confirmation }),
    ...fill(again, { confirmation }),
    ...messages(booking),
  ];
}

function rescheduled(booking: Booking, context: WordingContext): readonly Piece[] {
  const { start, number } = phrases.rescheduled;
  return [
    ...fill(varied(start, context.turn), {
      visit: `${capital(phrases.your)} ${visitName(booking, context.practice)}`,
      when: whenAndWho(booking, context),
    }),
    ...fill(number, { confirmation: spelledWithCare(booking.confirmation) }),
    ...messages(booking),
  ];
}

/** Only what the ledger has queued is promised. */
function messages(booking: Booking): readonly Piece[] {
  const { email, text } = phrases.booked;
  return [
    ...(booking.messages.includes("email") ? fill(email) : []),
    ...(booking.messages.includes("text") ? fill(text) : []),
  ];
}

function status({ items }: Extract<Committed, { kind: "status" }>): readonly Piece[] {
  if (items.length === 0) return fill(phrases.status.none);
  return items.flatMap(({ state, vehicle }) => fill(phrases.status[state], { vehicle }));
}

/** What the caller has to say yes to before it is done. */
export function renderAskAgree(
  { task, booking, again }: Extract<Saying, { kind: "askAgree" }>,
  context: WordingContext,
): readonly Piece[] {
  const visit = yourVisit(booking, context);
  const { cancel, confirm, again: yesOrNo } = phrases.askAgree;
  return [...fill(task === "cancel" ? cancel : confirm, { visit }), ...(again ? fill(yesOrNo) : [])];
}

export function renderReadBackMove(
  { from, opening, again }: Extract<Saying, { kind: "readBackMove" }>,
  context: WordingContext,
): readonly Piece[] {
  const { start, again: anew, move, end, endAsk } = phrases.readBackMove;
  const old = `${capital(phrases.your)} ${visitName(from, context.practice)}, ${spokenOpening(from, context)},`;
  return [
    ...fill(again ? anew : varied(start, context.turn)),
    ...fill(move, { visit: old, when: whenAndWho(opening, context) }),
    ...fill(again ? endAsk : end),
  ];
}
