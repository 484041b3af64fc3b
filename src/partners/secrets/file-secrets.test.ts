import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { secretProviderContract } from "../../ports/secret-provider.contract.ts";
import { fileSecrets } from "./file-secrets.ts";

async function folder() {
  const path = await mkdtemp(join(tmpdir(), "frontdesk-secrets-"));
  const file = join(path, "deepgram");
  return {
    provider: fileSecrets,
    place: { name: file, key: null },
    missing: { name: join(path, "twilio"), key: null },
    put: (value: string) => writeFile(file, value),
    breakDown: null,
    recover: () => {},
    lockOut: null,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}

secretProviderContract("files", { open: folder, keepsPrevious: false });

test.each([
  ["value\n", "value"],
  ["value\r\n", "value"],
  ["two\nlines\n", "two\nlines"],
  ["value\n\n", "value\n"],
  [" value ", " value "],
])("%j holds %j: one line end after the value is the editor's", async (content, value) => {
  await using files = await folder();
  await files.put(content);
  expect(await fileSecrets.read(files.place)).toEqual([value]);
});

test.each([
  ["an empty file", "", "the file is empty"],
  ["a file with nothing but a line end", "\n", "the file is empty"],
  ["a file of another kind", "x".repeat(65_537), "the file is too long for a secret"],
])("%s is no secret", async (_what, content, cause) => {
  await using files = await folder();
  await files.put(content);
  await expect(fileSecrets.read(files.place)).rejects.toMatchObject({ cause: { message: cause } });
});
