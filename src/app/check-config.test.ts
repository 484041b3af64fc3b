// Goal: the command says by its exit code and in a pipe by JSON whether what is configured works. Method: the command itself.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const command = join(import.meta.dirname, "check-config.ts");

/** Runs the command with these settings alone. */
function checking(
  settings: Record<string, string>,
): Promise<{ code: number; said: Record<string, unknown> }> {
  const env = { PATH: process.env["PATH"] ?? "", ...settings };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command], { env }, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, said: JSON.parse(stdout) as Record<string, unknown> });
    });
  });
}

test("with nothing configured everything works", async () => {
  const { code, said } = await checking({});
  expect(said).toMatchObject({
    works: true,
    findings: expect.arrayContaining([expect.objectContaining({ what: "practice files", state: "works" })]),
  });
  expect(code).toBe(0);
}, 20_000);

test("a service that is away fails the command, with the mend", async () => {
  const { code, said } = await checking({ VIN_DECODER_URL: "http://127.0.0.1:1" });
  expect(said).toMatchObject({
    works: false,
    findings: expect.arrayContaining([
      expect.objectContaining({
        what: "vPIC",
        state: "fails",
        mend: expect.stringContaining("VIN_DECODER_URL"),
      }),
    ]),
  });
  expect(code).toBe(1);
}, 20_000);

test("settings that cannot be read are findings, each of them, and nobody is asked", async () => {
  const { code, said } = await checking({ PORT: "eighty", SMTP_URL: "file:/nowhere/smtp" });
  expect(said).toMatchObject({ works: false, findings: [{ what: "PORT", state: "fails" }] });
  expect(code).toBe(1);
  const stored = await checking({ SMTP_URL: "file:/nowhere/smtp" });
  expect(stored.said).toMatchObject({
    findings: [{ what: "SMTP_URL", state: "fails", seen: "there is no such file: is it mounted?" }],
  });
}, 20_000);
