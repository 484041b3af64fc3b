import { randomUUID } from "node:crypto";
import type { Booking } from "../core/dialogue/requests.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { isOfferable } from "../core/scheduling/openings.ts";
import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { Deed } from "../ports/ledger-of-staff.ts";
import { cancel, move } from "./booking-changes.ts";
import { bookingOf, lockByConfirmation } from "./booking-records.ts";
import type { Transaction } from "./database.ts";
import { holdWithin } from "./holds.ts";
import { type OpenContext, practiceOf } from "./ledger-context.ts";
import { keepDeed } from "./staff-audit.ts";

export function cancelForStaff(
  ledger: OpenContext,
  practice: PracticeId,
  confirmation: string,
  { staff, reason }: { readonly staff: string; readonly reason: Private<string> | null },
): Promise<Booking | "gone"> {
  const done = { practice, confirmation, staff, deed: "cancelBooking" } as const;
  return asStaff(ledger, done, async (tx, booking, call) => {
    const answer = await cancel(ledger, tx, booking, { call, reason });
    return answer === "notAllowed" ? "gone" : answer;
  });
}

export function moveForStaff(
  ledger: OpenContext,
  practice: PracticeId,
  confirmation: string,
  { staff, opening }: { readonly staff: string; readonly opening: Opening },
): Promise<Booking | "gone" | "taken"> {
  const where = practiceOf(ledger, practice);
  const done = { practice, confirmation, staff, deed: "moveBooking" } as const;
  return asStaff(ledger, done, async (tx, booking, call) => {
    if (booking.state !== "cancelled" && isAt(booking, opening)) return booking;
    if (!isOfferable(where, opening, ledger.holidaysOf(practice))) return "taken";
    const hold = await holdWithin(ledger, tx, where, { opening, call, replacing: booking.id });
    if (hold === "taken") return "taken";
    const answer = await move(ledger, tx, booking, { call, hold });
    return answer === "notAllowed" || answer === "expired" ? "gone" : answer;
  });
}

interface Done extends Pick<Deed, "staff" | "deed"> {
  readonly practice: PracticeId;
  readonly confirmation: string;
}

/**
 * Does what a caller could do, by the same statements: as a call of its own, which has the scope of the booking's person for as
 * long as the transaction lasts.
 */
function asStaff<Answer extends string>(
  ledger: OpenContext,
  { practice, confirmation, staff, deed }: Done,
  work: (tx: Transaction, booking: Booking, call: CallId) => Promise<Booking | Answer>,
): Promise<Booking | Answer | "gone"> {
  return ledger.database.transaction(async (tx) => {
    const row = await lockByConfirmation(tx, practice, confirmation);
    if (row === null) return "gone";
    const call: CallId = `staff/${randomUUID()}`;
    tx.write("INSERT INTO call_scopes (call, person) VALUES ($1, $2)", [call, row.person]);
    const told = bookingOf(row);
    const answer = await work(tx, told, call);
    tx.write("DELETE FROM call_scopes WHERE call = $1", [call]);
    if (typeof answer === "string" || answer === told) return answer;
    keepDeed(ledger, tx, practice, { deed, staff, subjects: [answer.id] });
    return { ...answer, mayAskToText: false };
  });
}

function isAt(booking: Booking, opening: Opening): boolean {
  const named = ({ resource, also, offering, start }: Omit<Opening, "id">) =>
    [resource, ...also, offering, start].join();
  return named(booking) === named(opening);
}
