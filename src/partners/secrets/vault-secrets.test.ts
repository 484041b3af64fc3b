import { expect, test } from "vitest";
import { secretProviderContract } from "../../ports/secret-provider.contract.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { startVault } from "../../sim/emulators/vault.ts";
import { openUpstream } from "../http/upstream.ts";
import { ROTATION_MS } from "./rotation.ts";
import { storeLimits } from "./store-limits.ts";
import { readingUnderFaults } from "./testing/reading-under-faults.ts";
import { vaultSecrets } from "./vault-secrets.ts";

async function vault() {
  let movedMs = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + movedMs };
  const server = await startVault({ token: "a-token", mount: "secret", nowMs: systemClock.now });
  const telemetry = countingTelemetry();
  const limits = { ...storeLimits, attempts: 1, attemptMs: 300 };
  const upstream = openUpstream({ service: "vault", address: server.address, limits, clock, telemetry });
  let token = "a-token";
  const secret = { current: () => token, accepted: () => [token] };
  const provider = vaultSecrets({ upstream, token: secret, namespace: "clinic", clock });
  return {
    server,
    provider,
    place: { name: "secret/clinic/front desk", key: "deepgram" },
    missing: { name: "secret/clinic/frontdesk", key: "deepgram" },
    put: async (value: string) => server.put("clinic/front desk", { deepgram: value, other: "x" }),
    breakDown: () => server.setFault("refuse"),
    recover: () => server.setFault(null),
    lockOut: () => {
      token = "another-token";
    },
    pass: (ms: number) => {
      movedMs += ms;
    },
    async [Symbol.asyncDispose]() {
      await provider.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

secretProviderContract("Vault", { open: vault, keepsPrevious: true });

test("a day after a change the value before it is not asked for", async () => {
  await using store = await vault();
  await store.put("one");
  await store.put("two");
  store.pass(ROTATION_MS);
  expect(await store.provider.read(store.place)).toEqual(["two"]);
  expect(store.server.requests).toHaveLength(1);
});

test("a version that was deleted, or changed another key only, is no previous value", async () => {
  await using store = await vault();
  await store.put("one");
  await store.put("one");
  expect(await store.provider.read(store.place)).toEqual(["one"]);
  await store.put("two");
  store.server.remove("clinic/front desk", 2);
  expect(await store.provider.read(store.place)).toEqual(["two"]);
});

test("a deleted newest version, a key that is not in it, a mount of another kind: nothing is there", async () => {
  await using store = await vault();
  await store.put("one");
  await expect(store.provider.read({ ...store.place, key: "twilio" })).rejects.toMatchObject({
    retryable: false,
  });
  await expect(store.provider.read({ name: "kv/x", key: "y" })).rejects.toMatchObject({ retryable: false });
  store.server.remove("clinic/front desk", 1);
  await expect(store.provider.read(store.place)).rejects.toMatchObject({ retryable: false });
});

test("the namespace and the header that proves a client of Vault go along", async () => {
  await using store = await vault();
  await store.put("one");
  await store.provider.read(store.place);
  expect(store.server.requests[0]?.headers).toMatchObject({
    "x-vault-namespace": "clinic",
    "x-vault-request": "true",
  });
});

test("sealed, it may be unsealed", async () => {
  await using store = await vault();
  await store.put("one");
  store.server.seal(true);
  await expect(store.provider.read(store.place)).rejects.toMatchObject({ retryable: true, status: 503 });
  store.server.seal(false);
  expect(await store.provider.read(store.place)).toEqual(["one"]);
});

readingUnderFaults(vault);
