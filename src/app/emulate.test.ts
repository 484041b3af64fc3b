// Goal: everything can be tried without keys. Method: the checks of the settings, which ask each service something harmless,
// find all of them working.
import { expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { openUpstream } from "../partners/http/upstream.ts";
import { usualLimits } from "../partners/resilience/resilience.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import { runChecks } from "./checks/check.ts";
import { checks } from "./checks/checks.ts";
import { openEmulated } from "./emulate.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

async function findings(given: Readonly<Record<string, string>>) {
  await using opened = new AsyncDisposableStack();
  const emulated = opened.use(await openEmulated({ environment: given, practices: [testPractice] }));
  const telemetry = countingTelemetry();
  const settings = readSettings(emulated.environment);
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const found = await runChecks(checks, {
    settings,
    secrets,
    telemetry,
    upstream(service, address) {
      const upstream = openUpstream({ service, address, limits: usualLimits, clock: systemClock, telemetry });
      opened.defer(() => upstream.close());
      return upstream;
    },
  });
  return { names: emulated.names, found };
}

test("every service that is not set is there, and lets us in", async () => {
  const { names, found } = await findings({});
  expect(names).toEqual(["Deepgram", "a language model", "Twilio", "USPS", "vPIC", "a mail server"]);
  // The emulated model finds words and understands none, which the check of a model sees.
  const others = found.filter(({ what }) => what !== "language model");
  expect(others.filter(({ state }) => state === "fails")).toEqual([]);
  const working = found.filter(({ state }) => state === "works").map(({ what }) => what);
  expect(working).toEqual(expect.arrayContaining(["Twilio", "Deepgram", "vPIC", "USPS"]));
});

test("a service that is set is not emulated", async () => {
  const { names } = await findings({ VIN_DECODER_URL: "http://127.0.0.1:9", LLM_API_KEY: "k" });
  expect(names).toEqual(["Deepgram", "Twilio", "USPS", "a mail server"]);
});
