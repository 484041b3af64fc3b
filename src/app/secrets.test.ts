// Goal: secrets come from where the settings say, change while the process runs, and what is wrong is said before it starts.
// Method: settings as an environment, files, and a server that speaks the store's protocol.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import { startVault, type VaultEmulator } from "../sim/emulators/vault.ts";
import { openSecrets, type Secrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

let folder: string;
let vault: VaultEmulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-secrets-"));
  vault = await startVault({ token: "a-token", mount: "secret", nowMs: systemClock.now });
});
beforeEach(() => vault.setFault(null));
afterAll(async () => {
  await vault[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

function open(env: Record<string, string>, telemetry = countingTelemetry()): Promise<Secrets> {
  return openSecrets({ settings: readSettings({ VAULT_ADDR: vault.address, ...env }), telemetry });
}

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return `file:${join(folder, name)}`;
}

test("given as they are, or not at all", async () => {
  await using secrets = await open({
    DEEPGRAM_API_KEY: "hunter1",
    SMTP_URL: "plain:smtp://mail.example.com",
  });
  expect(secrets.of("DEEPGRAM_API_KEY")?.current()).toBe("hunter1");
  expect(secrets.of("SMTP_URL")?.current()).toBe("smtp://mail.example.com");
  expect(secrets.of("METRICS_TOKEN")).toBeNull();
});

test("the telephone company's previous token is let in beside the token", async () => {
  await using secrets = await open({ TWILIO_AUTH_TOKEN: "new", TWILIO_AUTH_TOKEN_PREVIOUS: "old" });
  expect(secrets.of("TWILIO_AUTH_TOKEN")?.accepted()).toEqual(["new", "old"]);
});

test("kept in Vault, whose token is in a file; both may change while we run", async () => {
  vault.put("frontdesk", { deepgram: "one" });
  const VAULT_TOKEN = await file("token", "a-token\n");
  const telemetry = countingTelemetry();
  await using secrets = await open(
    { VAULT_TOKEN, DEEPGRAM_API_KEY: "vault:secret/frontdesk#deepgram" },
    telemetry,
  );
  const key = secrets.of("DEEPGRAM_API_KEY");
  expect(key?.current()).toBe("one");
  vault.put("frontdesk", { deepgram: "two" });
  process.emit("SIGHUP", "SIGHUP");
  await expect.poll(() => key?.accepted()).toEqual(["two", "one"]);
  expect(telemetry.counted("secret_refreshes_total", { store: "vault", result: "changed" })).toBe(1);
});

test("nobody listens to signals any more once it is over, nor when nothing is kept anywhere", async () => {
  const listening = () => process.listenerCount("SIGHUP");
  const before = listening();
  {
    await using _given = await open({ DEEPGRAM_API_KEY: "hunter1" });
    expect(listening()).toBe(before);
    await using _kept = await open({ DEEPGRAM_API_KEY: await file("deepgram", "hunter1") });
    expect(listening()).toBe(before + 1);
  }
  expect(listening()).toBe(before);
});

test("everything that cannot be read is named at once, with what to mend and without values", async () => {
  vault.put("frontdesk", { deepgram: "hunter1" });
  const opening = open({
    VAULT_TOKEN: "a-token",
    DEEPGRAM_API_KEY: "vault:secret/frontdesk#speech",
    TWILIO_AUTH_TOKEN: `file:${join(folder, "nothing")}`,
    SMTP_URL: await file("smtp", "hunter2"),
  });
  await expect(opening).rejects.toMatchObject({
    name: "SettingsError",
    faults: [
      "TWILIO_AUTH_TOKEN: there is no such file: is it mounted?",
      "SMTP_URL: what is kept there must start with smtp:// or smtps://",
      'DEEPGRAM_API_KEY: there is no text under "speech" in it',
    ],
  });
});

test("a store that does not answer, and a token that it does not know", async () => {
  const DEEPGRAM_API_KEY = "vault:secret/frontdesk#deepgram";
  await expect(open({ VAULT_TOKEN: "another", DEEPGRAM_API_KEY })).rejects.toMatchObject({
    faults: ["DEEPGRAM_API_KEY: the token may not read it: its policy must allow it"],
  });
  vault.setFault("refuse");
  await expect(open({ VAULT_TOKEN: "a-token", DEEPGRAM_API_KEY })).rejects.toThrow(
    /DEEPGRAM_API_KEY: vault does not answer \(.*\): is VAULT_ADDR right, and Vault up and unsealed\?/,
  );
  await expect(
    open({ VAULT_TOKEN: `file:${join(folder, "nothing")}`, DEEPGRAM_API_KEY }),
  ).rejects.toMatchObject({ faults: ["VAULT_TOKEN: there is no such file: is it mounted?"] });
});
