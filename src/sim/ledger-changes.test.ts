import { expect, test } from "vitest";
import type { BookingSeen } from "./call-report.ts";
import { changesBetween, emptyLedger, type LedgerSeen } from "./ledger-changes.ts";
import { bookingSeen } from "./testing/booking-seen.ts";

const ledger = (...bookings: readonly Partial<BookingSeen>[]): LedgerSeen => ({
  ...emptyLedger,
  bookings: bookings.map((change) => ({ ...bookingSeen, ...change })),
});
const kinds = (before: LedgerSeen, after: LedgerSeen) => {
  const { booked, moved, cancelled, confirmed } = changesBetween(before, after);
  return [booked, moved, cancelled, confirmed].map(({ length }) => length);
};

test("nothing has changed", () => {
  expect(kinds(ledger({}), ledger({}))).toEqual([0, 0, 0, 0]);
});

const changes: readonly (readonly [string, LedgerSeen, LedgerSeen, readonly number[]])[] = [
  ["a new number is a booking", ledger(), ledger({}), [1, 0, 0, 0]],
  ["another time is a move", ledger({}), ledger({ start: bookingSeen.start + 1 }), [0, 1, 0, 0]],
  ["another doctor is a move", ledger({}), ledger({ resource: "chen" }), [0, 1, 0, 0]],
  ["what was live is cancelled", ledger({}), ledger({ state: "cancelled" }), [0, 0, 1, 0]],
  ["what was booked is confirmed", ledger({}), ledger({ state: "confirmed" }), [0, 0, 0, 1]],
];
test.for(changes)("%s", ([, before, after, expected]) => {
  expect(kinds(before, after)).toEqual(expected);
});
