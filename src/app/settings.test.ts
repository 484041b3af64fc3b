import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { secretNames } from "./settings/secret-fields.ts";
import { readSettings, SettingsError, settingNames } from "./settings.ts";

test("nothing has to be set", () => {
  expect(readSettings({})).toMatchObject({ FRONTDESK_ENV: "development", HOST: "127.0.0.1", PORT: 3000 });
});

test("an empty value counts as not set", () => {
  expect(readSettings({ PORT: "" }).PORT).toBe(3000);
});

test("every bad variable is named at once, and no value is shown", () => {
  const bad = {
    PORT: "eighty",
    DATABASE_URL: "mysql://secret-password@db",
    TWILIO_ACCOUNT_SID: "12",
    SMTP_URL: "mail",
    LOG_LEVEL: "loud",
    MAX_CALLS: "0",
    FRONTDESK_KEY: "abc",
    PUBLIC_URL: "ftp://example.com",
  };
  const error = faultOf(() => readSettings({ ...bad, TWILIO_AUTH_TOKEN: "token" }));
  expect(error.faults).toHaveLength(Object.keys(bad).length);
  for (const name of Object.keys(bad)) expect(error.message).toContain(name);
  expect(error.message).not.toContain("secret-password");
});

test("production asks for what keeps strangers out", () => {
  const error = faultOf(() => readSettings({ FRONTDESK_ENV: "production" }));
  expect(error.faults.map((fault) => fault.split(":")[0])).toEqual([
    "PUBLIC_URL",
    "TWILIO_AUTH_TOKEN",
    "FRONTDESK_KEY",
  ]);
});

test("production takes calls in the clear from its own machine only", () => {
  const production = {
    FRONTDESK_ENV: "production",
    TWILIO_AUTH_TOKEN: "token",
    FRONTDESK_KEY: `k1:${"A".repeat(43)}=`,
  };
  const settingsAt = (PUBLIC_URL: string) => () => readSettings({ ...production, PUBLIC_URL });
  expect(faultOf(settingsAt("http://phone.example.com")).faults).toEqual([
    expect.stringMatching(/^PUBLIC_URL: must start with https/),
  ]);
  expect(settingsAt("https://phone.example.com")).not.toThrow();
  expect(settingsAt("http://127.0.0.1:3000")).not.toThrow();
});

test("what production lacks is named beside what is wrong", () => {
  const error = faultOf(() => readSettings({ FRONTDESK_ENV: "production", PORT: "abc" }));
  expect(error.faults).toHaveLength(4);
  expect(error.faults[0]).toBe("PORT: must be a whole number from 0 to 65535");
});

test.each([
  [
    { TWILIO_AUTH_TOKEN_PREVIOUS: "old" },
    "TWILIO_AUTH_TOKEN_PREVIOUS: does nothing without TWILIO_AUTH_TOKEN",
  ],
  [
    { TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}` },
    "TWILIO_ACCOUNT_SID: does nothing without TWILIO_AUTH_TOKEN",
  ],
  [
    { DEEPGRAM_API_KEY: "vault:secret/frontdesk#deepgram", VAULT_ADDR: "https://vault.example.com" },
    "DEEPGRAM_API_KEY: cannot be read from Vault without VAULT_TOKEN",
  ],
  [
    { RECOGNIZER_STANDBY: "hot" },
    "RECOGNIZER_STANDBY: hot does nothing while only the embedded recognizer hears",
  ],
  [{ DEEPGRAM_VOICE: "aura-2-luna-en" }, "DEEPGRAM_VOICE: does nothing without DEEPGRAM_API_KEY"],
  [{ VAULT_TOKEN: "vault:secret/vault#token" }, "VAULT_TOKEN: cannot be kept in the store that it opens"],
  [
    { FRONTDESK_KEY: `k1:${"A".repeat(43)}=,k1:${"B".repeat(43)}=` },
    "FRONTDESK_KEY: must give each key an id of its own",
  ],
])("settings that make no sense together are wrong: %o", (env, fault) => {
  expect(faultOf(() => readSettings(env)).faults).toEqual([fault]);
});

test("a secret may be the place where it is kept; a place that cannot be one is wrong", () => {
  const { DEEPGRAM_API_KEY } = readSettings({ DEEPGRAM_API_KEY: "file:/run/secrets/deepgram" });
  expect(DEEPGRAM_API_KEY).toMatchObject({ kind: "stored", store: "file" });
  const { faults } = faultOf(() => readSettings({ DEEPGRAM_API_KEY: "azure:hunter2" }));
  expect(faults).toEqual([
    "DEEPGRAM_API_KEY: must be azure:vault/name, or plain: and the value when it only begins like that",
  ]);
});

test("settings that are printed show no secret", () => {
  const settings = readSettings({
    DEEPGRAM_API_KEY: "hunter2",
    SMTP_URL: "smtp://me:hunter2@mail.example.com",
  });
  expect(`${inspect(settings, { depth: 9 })} ${JSON.stringify(settings)}`).not.toContain("hunter2");
});

test("docs/settings.md lists exactly the variables that are read, and marks the secret ones", () => {
  const page = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");
  const listed = [...page.matchAll(/^\| `([A-Z_]+)`( 🔒)? \|/gm)].map((match) => ({
    name: match[1] as string,
    secret: match[2] !== undefined,
  }));
  expect(listed.map(({ name }) => name).sort()).toEqual([...settingNames].sort());
  const secrets = listed.filter(({ secret }) => secret).map(({ name }) => name);
  expect(secrets.sort()).toEqual([...secretNames].sort());
});

function faultOf(act: () => unknown): SettingsError {
  try {
    act();
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error("no fault was found");
}
