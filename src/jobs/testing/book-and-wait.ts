import { testPractice } from "../../core/practice/testing/test-practice.ts";
import { hide } from "../../core/values/private.ts";
import { openDatabase } from "../../ledger/database.ts";
import { openLedger } from "../../ledger/ledger.ts";
import { openOutbox } from "../../ledger/outbox.ts";
import { quietTelemetry } from "../../ledger/testing/quiet-telemetry.ts";
import { testKeys } from "../../ledger/testing/test-ledger.ts";
import { anyOpening, granted } from "../../ports/testing/ledger-scene.ts";
import { plainPerson } from "../../ports/testing/plain-person.ts";
import { plainVisit } from "../../ports/testing/plain-visit.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { startWorker } from "../worker.ts";

/**
 * A program that books and then waits to be killed. `book` waits after the commit, with nobody at work on the queue; `send`
 * waits in the middle of the first delivery. It prints one line when it is there.
 */
const [how, settings] = process.argv.slice(2) as ["book" | "send", string];
const database = await openDatabase({ ...JSON.parse(settings), telemetry: quietTelemetry });
const outbox = await openOutbox({ database, telemetry: quietTelemetry });
const clock = new VirtualClock();
const practices = new Map([[testPractice.id, testPractice]]);
const ledger = openLedger({ database, practices, clock, keys: testKeys, outbox, telemetry: quietTelemetry });

const [opening] = granted(await ledger.findOpenings(testPractice.id, anyOpening)).openings;
if (opening === undefined) throw new Error("nothing is open");
const held = granted(await ledger.hold(testPractice.id, opening, { call: "CA1", request: 1 }));
const person = { ...plainPerson, email: "ana@example.com", payer: "self" };
await ledger.book(held.hold, hide(person), hide(plainVisit), { call: "CA1", request: 2 });

if (how === "book") process.stdout.write("committed\n");
else {
  const mailer = {
    send() {
      process.stdout.write("sending\n");
      return new Promise<void>(() => {});
    },
    async close() {},
  };
  const messenger = { send: async () => "sent" as const };
  await startWorker({
    outbox,
    database,
    ledger,
    mailer,
    messenger,
    practices,
    clock,
    telemetry: quietTelemetry,
  });
}
setInterval(() => {}, 60_000);
