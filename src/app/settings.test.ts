import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
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
  const error = faultOf(() => readSettings(bad));
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

test("what production lacks is named beside what is wrong", () => {
  const error = faultOf(() => readSettings({ FRONTDESK_ENV: "production", PORT: "abc" }));
  expect(error.faults).toHaveLength(4);
  expect(error.faults[0]).toBe("PORT: must be a whole number from 0 to 65535");
});

test("docs/settings.md lists exactly the variables that are read", () => {
  const page = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
  expect(listed.sort()).toEqual([...settingNames].sort());
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
