// What the check says of a language model: the real client against an emulated service.
import { expect, test } from "vitest";
import { openUpstream } from "../../partners/http/upstream.ts";
import { usualLimits } from "../../partners/resilience/resilience.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { nothingMeant } from "../../ports/testing/nothing-meant.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { startOpenAiCompatible } from "../../sim/emulators/openai-compatible.ts";
import { openSecrets } from "../secrets.ts";
import { readSettings } from "../settings.ts";
import { type Finding, runChecks } from "./check.ts";
import { languageModelCheck } from "./language-model-check.ts";

async function findingOf(said: unknown, key: string): Promise<Finding | undefined> {
  await using service = await startOpenAiCompatible({ behaviour: () => said, key: () => "hunter-2" });
  await using opened = new AsyncDisposableStack();
  const telemetry = countingTelemetry();
  const settings = readSettings({ LLM_URL: service.address, LLM_MODEL: "example", LLM_API_KEY: key });
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const limits = { ...usualLimits, attempts: 1 };
  const upstream = (name: string, address: string) =>
    opened.adopt(openUpstream({ service: name, address, limits, clock: systemClock, telemetry }), (one) =>
      one.close(),
    );
  const [finding] = await runChecks([languageModelCheck], { settings, secrets, telemetry, upstream });
  return finding;
}

test("a model that finds the answer works", async () => {
  expect(await findingOf({ ...nothingMeant, facts: ["fact-parking"] }, "hunter-2")).toEqual({
    what: "language model",
    state: "works",
    seen: "example answers as it should",
  });
});

test("one that does not is no good", async () => {
  expect(await findingOf(nothingMeant, "hunter-2")).toMatchObject({
    state: "fails",
    mend: "set LLM_MODEL to an abler model",
  });
});

test("a key that is not known is told without showing it", async () => {
  const finding = await findingOf(nothingMeant, "hunter-1");
  expect(finding).toMatchObject({ state: "fails", seen: "does not let us in (401)" });
  expect(JSON.stringify(finding)).not.toContain("hunter");
});
