// Goal: what clients get to see of a secret over its life. Method: a store whose answers the test sets, and time that it moves.
import { expect, test } from "vitest";
import type { SecretProvider } from "../../ports/secret-provider.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { settled, VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { WorldError } from "../../ports/world-error.ts";
import { KeptSecrets } from "./kept-secrets.ts";
import { ROTATION_MS } from "./rotation.ts";

const ttlMs = 300_000;

function world(first: readonly [string, ...string[]] = ["one"]) {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const store = { answer: first as readonly [string, ...string[]] | Error, reads: 0 };
  const provider: SecretProvider = {
    async read() {
      store.reads += 1;
      if (store.answer instanceof Error) throw store.answer;
      return store.answer;
    },
    async close() {},
  };
  const kept = new KeptSecrets({ ttlMs, clock, telemetry });
  const open = () =>
    kept.open({
      name: "DEEPGRAM_API_KEY",
      store: "vault",
      provider,
      place: { name: "secret/frontdesk", key: "deepgram" },
      faultOf: (value) => (value === "" ? "is empty" : null),
    });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await settled();
  };
  return { clock, telemetry, store, kept, open, pass };
}

const unreachable = new WorldError("vault", "reading a secret", {
  retryable: true,
  cause: new Error("down"),
});

test("read once, and again after its time", async () => {
  const { store, open, pass } = world();
  const secret = await open();
  expect(secret.current()).toBe("one");
  await pass(ttlMs - 1);
  expect(store.reads).toBe(1);
  store.answer = ["two"];
  await pass(1);
  expect(secret.current()).toBe("two");
});

test("on demand it is read at once, however many ask, and then after its time again", async () => {
  const { store, kept, open, pass } = world();
  await open();
  await pass(ttlMs / 2);
  await Promise.all([kept.refresh(), kept.refresh()]);
  expect(store.reads).toBe(2);
  await pass(ttlMs - 1);
  expect(store.reads).toBe(2);
  await pass(1);
  expect(store.reads).toBe(3);
});

test("a value that was replaced is let in while the rotation lasts", async () => {
  const { store, kept, open, pass } = world();
  const secret = await open();
  store.answer = ["two"];
  await kept.refresh();
  expect(secret.accepted()).toEqual(["two", "one"]);
  await pass(ROTATION_MS - 1);
  expect(secret.accepted()).toEqual(["two", "one"]);
  await pass(1);
  expect(secret.accepted()).toEqual(["two"]);
});

test("a previous value that the store keeps is let in too, each value once", async () => {
  const { store, kept, open } = world(["two", "one"]);
  const secret = await open();
  expect(secret.accepted()).toEqual(["two", "one"]);
  store.answer = ["three", "two"];
  await kept.refresh();
  expect(secret.accepted()).toEqual(["three", "two"]);
});

test("rotated back: the value is not let in twice", async () => {
  const { store, kept, open } = world();
  const secret = await open();
  for (const value of ["two", "one"]) {
    store.answer = [value];
    await kept.refresh();
  }
  expect(secret.accepted()).toEqual(["one", "two"]);
});

test("a store that fails leaves the value as it is and is told of; the next time counts again", async () => {
  const { store, telemetry, open, pass } = world();
  const secret = await open();
  store.answer = unreachable;
  await pass(ttlMs);
  expect(secret.current()).toBe("one");
  expect(telemetry.counted("secret_refreshes_total", { store: "vault", result: "failed" })).toBe(1);
  expect(telemetry.lines.at(-1)).toMatchObject({ level: "warn", fields: { setting: "DEEPGRAM_API_KEY" } });
  store.answer = ["two"];
  await pass(ttlMs);
  expect(secret.current()).toBe("two");
});

test("a value that cannot be the setting's is not taken over", async () => {
  const { store, kept, telemetry, open } = world();
  const secret = await open();
  store.answer = [""];
  await kept.refresh();
  expect(secret.current()).toBe("one");
  expect(telemetry.counted("secret_refreshes_total", { result: "failed" })).toBe(1);
});

test("the first reading fails as the store does, or because the value cannot be the setting's", async () => {
  const { store, open } = world();
  store.answer = unreachable;
  await expect(open()).rejects.toBe(unreachable);
  store.answer = [""];
  await expect(open()).rejects.toMatchObject({
    name: "UnfitSecretError",
    message: "what is kept there is empty",
  });
});

test("no line tells a value, and none is read once it is over", async () => {
  const { store, clock, kept, telemetry, open } = world(["hunter1"]);
  await open();
  store.answer = ["hunter2"];
  await kept.refresh();
  expect(JSON.stringify(telemetry.everything())).not.toContain("hunter");
  kept[Symbol.dispose]();
  expect(clock.pending).toBe(0);
});
