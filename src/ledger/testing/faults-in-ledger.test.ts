import { expect, test } from "vitest";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import { LedgerScene } from "../../ports/testing/ledger-scene.ts";
import { faultsInLedger } from "./faults-in-ledger.ts";
import { databasesUnderTest, sharedDatabase } from "./test-database.ts";
import { openTestLedger } from "./test-ledger.ts";

const [under] = databasesUnderTest();
const empty = sharedDatabase(under ?? expect.unreachable());

// What the properties of the ledger rest on must itself be able to fail.
test.each([
  ["nothing", "SELECT 1", []],
  [
    "two bookings at one time",
    "UPDATE bookings SET starts_at = $1, ends_at = $2, resource = $3",
    [/2 bookings at once/],
  ],
  [
    "a time out of hours",
    "UPDATE bookings SET starts_at = starts_at + interval '12 hours', ends_at = ends_at + interval '12 hours'",
    [/never offered/, /never offered/],
  ],
  ["time that is not taken", "DELETE FROM commitments", [/takes not 1/, /takes not 1/]],
  ["a message that is missing", "DELETE FROM jobs.job WHERE data->>'recipient' = 'person'", [/2 missing/]],
  [
    "a message that is sent twice",
    "INSERT INTO jobs.job_common (name, data) SELECT name, data FROM jobs.job LIMIT 1",
    [/7 messages instead of 6/],
  ],
])("of %s it tells", async (_name, damage, expected) => {
  const opened = await empty();
  const tested = await openTestLedger(opened);
  const scene = new LedgerScene(tested);
  const booking = await scene.booked("call-1");
  await scene.booked("call-2", { given: "Ben" }, await scene.later(booking.start, 1));
  const at = [booking.start, booking.end].map((ms) => new Date(ms).toISOString());
  await opened.database.query(damage, damage.includes("$1") ? [...at, booking.resource] : []);
  const faults = await faultsInLedger(tested.ledger, opened.database, testPractice);
  expect(faults).toHaveLength(expected.length);
  for (const [index, fault] of faults.entries()) expect(fault).toMatch(expected[index] ?? "");
});
