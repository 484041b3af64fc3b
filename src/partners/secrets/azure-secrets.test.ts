// Goal: secrets are read through the vendor's own clients, which only addresses tell from the real services.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secretProviderContract } from "../../ports/secret-provider.contract.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { startAzureSecrets } from "../../sim/emulators/azure-secrets.ts";
import { resilience } from "../resilience/resilience.ts";
import { azureSecrets } from "./azure-secrets.ts";
import { ROTATION_MS } from "./rotation.ts";
import { storeLimits } from "./store-limits.ts";
import { readingUnderFaults } from "./testing/reading-under-faults.ts";

beforeEach(() => {
  vi.stubEnv("AZURE_TOKEN_CREDENTIALS", "ManagedIdentityCredential");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function store() {
  let movedMs = 0;
  let serverMovedMs = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + movedMs };
  const server = await startAzureSecrets({ nowMs: () => systemClock.now() + serverMovedMs });
  vi.stubEnv("IDENTITY_ENDPOINT", server.identity.endpoint);
  vi.stubEnv("IDENTITY_HEADER", server.identity.header);
  const limits = { ...storeLimits, attempts: 1, attemptMs: 1_500 };
  const policy = resilience({ service: "azure", limits, clock, telemetry: countingTelemetry() });
  const provider = azureSecrets({ address: server.address, resilience: policy, clock });
  return {
    server,
    provider,
    place: { name: "clinic/deepgram-key", key: null },
    missing: { name: "clinic/nothing", key: null },
    put: async (value: string) => {
      server.put("deepgram-key", value);
      serverMovedMs += 1_000;
    },
    breakDown: () => server.setFault("refuse"),
    recover: () => server.setFault(null),
    lockOut: () => server.forbid(),
    pass: (ms: number) => {
      movedMs += ms;
    },
    async [Symbol.asyncDispose]() {
      await provider.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

secretProviderContract("Azure Key Vault", { open: store, keepsPrevious: true });

test("a day after a change the value before it is not asked for", async () => {
  await using azure = await store();
  await azure.put("one");
  await azure.put("two");
  azure.pass(ROTATION_MS + 2_000);
  expect(await azure.provider.read(azure.place)).toEqual(["two"]);
  expect(azure.server.requests.filter(({ path }) => path.endsWith("/versions"))).toEqual([]);
});

test("a newest version that is switched off is no value, and says so", async () => {
  await using azure = await store();
  await azure.put("one");
  azure.server.disable("deepgram-key");
  await expect(azure.provider.read(azure.place)).rejects.toMatchObject({ retryable: false });
});

test("without an identity nothing is asked, and what is missing is said", async () => {
  await using azure = await store();
  await azure.put("one");
  vi.stubEnv("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");
  await expect(azure.provider.read(azure.place)).rejects.toMatchObject({
    name: "WorldError",
    retryable: false,
    cause: { message: "there is no Azure identity here" },
  });
});

// The challenge is answered once, which is how a token that has run out is replaced.
readingUnderFaults(store, 2);
