// Goal: a caller is served whatever becomes of the services that are asked beside the conversation. Method: whole typed calls
// with the real clients; the emulated services fail from one moment of the call on.
import { expect, test } from "vitest";
import { performer } from "../ledger/perform-request.ts";
import { resilience } from "../partners/resilience/resilience.ts";
import { exampleHouse } from "../partners/usps/testing/example-house.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { MemoryLedger } from "../ports/testing/memory-ledger.ts";
import { pacedClock } from "../ports/testing/paced-clock.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { type Fault, requestFaults } from "../sim/emulators/faults.ts";
import { startUsps } from "../sim/emulators/usps.ts";
import { databaseLimits } from "./back-office.ts";
import { ChatCall, ChatClock } from "./chat-call.ts";
import { openLookUps } from "./look-ups.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

const practice = await loadPractice("practices", "clinic");
const start = Temporal.ZonedDateTime.from("2026-03-02T09:00[America/Los_Angeles]").epochMilliseconds;
const delivered = [exampleHouse];

/** What the caller says to be booked, and at which line each moment of the call begins. */
const lines = [
  ...["a checkup please", "no", "Maria Lopez", "March 5th 1985", "self pay"],
  ...["100 Main Street Portland Oregon 97205", "yes", "skip", "anyone", "the first one", "yes"],
];
const moments = { greeting: 0, middle: 5, commit: lines.length - 1 } as const;

async function booked(fault: Fault | null, moment: keyof typeof moments) {
  await using opened = new AsyncDisposableStack();
  const usps = opened.use(await startUsps({ clientId: "client", clientSecret: "secret", delivered }));
  const credentials = { USPS_CLIENT_ID: "client", USPS_CLIENT_SECRET: "secret" };
  const settings = readSettings({ ...credentials, USPS_URL: usps.address });
  const telemetry = countingTelemetry();
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const clock = new ChatClock(start, pacedClock());
  const ledger = new MemoryLedger(practice, () => clock.now());
  const lookUps = openLookUps({ settings, secrets, clock, telemetry }, opened);
  const policy = resilience({ service: "database", limits: databaseLimits, clock, telemetry });
  const perform = performer({ ledger: ledger.port, ...lookUps, resilience: policy, clock, telemetry });
  const call = new ChatCall({ practice, perform, clock, callId: "chat-1", from: "+15035550123" });
  await call.answer();
  for (const [index, line] of lines.entries()) {
    if (index === moments[moment]) usps.setFault(fault);
    await call.type(line);
  }
  return { addressState: ledger.bookings[0]?.details.addressState, telemetry };
}

test("with the service well the address is verified", async () => {
  expect((await booked(null, "greeting")).addressState).toBe("verified");
});

const faults = requestFaults(60);

test.each(
  faults.flatMap((fault) => (["greeting", "middle"] as const).map((moment) => [fault, moment] as const)),
)("%j from the %s on: booked, with the address as it was told", async (fault, moment) => {
  const { addressState, telemetry } = await booked(fault, moment);
  expect(addressState).toBe("unverified");
  expect(JSON.stringify(telemetry.everything())).not.toMatch(/Maria|Lopez|Main S|97205/);
});

test.each(faults)("%j at the commit: booked all the same", async (fault) => {
  expect((await booked(fault, "commit")).addressState).toBe("verified");
});
