import type { Practice } from "../../core/practice/practice.ts";
import { overlaps } from "../../core/scheduling/intervals.ts";
import { openingId } from "../../core/scheduling/opening-id.ts";
import { isOfferable, withPadding } from "../../core/scheduling/openings.ts";
import type { BookingRecord, Ledger } from "../../ports/ledger.ts";
import type { Database } from "../database.ts";

const noHolidays: ReadonlySet<string> = new Set();

/**
 * What is wrong in the ledger, in words; empty when nothing is. It looks at the records and not at what kept them apart: more
 * bookings at once than a resource takes, times that the practice never offers, time that is taken for nobody or not taken
 * for somebody, and messages that are missing or too many.
 */
export async function faultsInLedger(
  ledger: Ledger,
  database: Database,
  practice: Practice,
): Promise<readonly string[]> {
  const bookings = await ledger.bookings(practice.id, { from: 0, to: 4e12 });
  const numbers = new Set(bookings.map(({ confirmation }) => confirmation));
  return [
    ...(numbers.size === bookings.length ? [] : ["a confirmation number is given twice"]),
    ...crowdedResources(practice, bookings),
    ...bookings.flatMap((booking) => offerFaults(practice, booking)),
    ...(await timeFaults(database, practice, bookings)),
    ...(await messageFaults(database, practice, bookings)),
  ];
}

function crowdedResources(practice: Practice, bookings: readonly BookingRecord[]): readonly string[] {
  const kept = bookings
    .filter(({ state }) => state !== "cancelled")
    .map((one) => ({ ...one, end: one.end + paddingMs(practice, one) }));
  return practice.resources.flatMap(({ id, capacity }) => {
    const taking = kept.filter(({ resource, also }) => resource === id || also.includes(id));
    // The most bookings at once are met where one of them begins.
    const most = taking.map(
      ({ start }) => taking.filter((one) => overlaps(one, { start, end: start + 1 })).length,
    );
    return Math.max(0, ...most) > capacity ? [`${id} has ${Math.max(...most)} bookings at once`] : [];
  });
}

function paddingMs(practice: Practice, booking: BookingRecord): number {
  const offering = practice.offerings.find(({ id }) => id === booking.offering);
  return offering === undefined ? 0 : withPadding(booking, offering).end - booking.end;
}

function offerFaults(practice: Practice, booking: BookingRecord): readonly string[] {
  const { resource, also, offering, start, end, confirmation } = booking;
  const opening = { id: openingId(booking), resource, also, offering, start, end };
  return isOfferable(practice, opening, noHolidays)
    ? []
    : [`${confirmation} is at a time that is never offered`];
}

async function timeFaults(
  database: Database,
  practice: Practice,
  bookings: readonly BookingRecord[],
): Promise<readonly string[]> {
  const rows = await database.query<{ booking: string; count: number }>(
    `SELECT booking, count(*) AS count FROM commitments
     WHERE practice = $1 AND booking IS NOT NULL GROUP BY booking`,
    [practice.id],
  );
  const taken = new Map(rows.map(({ booking, count }) => [booking, count]));
  return bookings.flatMap(({ id, confirmation, state, also }) => {
    const wanted = state === "cancelled" ? 0 : 1 + also.length;
    return (taken.get(id) ?? 0) === wanted ? [] : [`${confirmation} takes not ${wanted} resources' time`];
  });
}

async function messageFaults(
  database: Database,
  practice: Practice,
  bookings: readonly BookingRecord[],
): Promise<readonly string[]> {
  const rows = await database.query<{ message: string }>(
    `SELECT concat_ws(' ', data->>'kind', data->>'confirmation', data->>'sequence', data->>'recipient') AS message
     FROM jobs.job WHERE name = 'mail' AND data->>'practice' = $1`,
    [practice.id],
  );
  const wanted = bookings.flatMap((booking) => {
    const { confirmation, sequence, messages } = booking;
    const recipients = [
      ...messages.map((channel) => (channel === "email" ? "person" : "phone")),
      ...practice.email.staff,
    ];
    const changes = Array.from({ length: sequence }, (_, index) => `changed ${confirmation} ${index + 1}`);
    return [`booked ${confirmation}`, ...changes].flatMap((what) =>
      recipients.map((who) => `${what} ${who}`),
    );
  });
  const found = rows.map(({ message }) => message);
  const missing = wanted.filter((message) => !found.includes(message));
  return found.length === wanted.length && missing.length === 0
    ? []
    : [`${found.length} messages instead of ${wanted.length}, ${missing.length} missing`];
}
