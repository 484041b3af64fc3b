import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ArrivedText, exampleText, textMessengerContract } from "../../ports/text-messenger.contract.ts";
import { fileTextMessenger } from "./file-text-messenger.ts";

async function opened() {
  const directory = await mkdtemp(join(tmpdir(), "frontdesk-texts-"));
  const files = async () => (await readdir(directory)).map((name) => join(directory, name));
  return {
    messenger: fileTextMessenger(directory),
    files,
    arrived: async () =>
      Promise.all(
        (await files()).map(async (path) => JSON.parse(await readFile(path, "utf8")) as ArrivedText),
      ),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}

textMessengerContract("files", opened);

test("a file is for its owner alone, and its name shows nobody's number", async () => {
  await using world = await opened();
  await world.messenger.send(exampleText);
  const [path = ""] = await world.files();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(path).not.toContain("555");
});
