import { readFile } from "node:fs/promises";
import type { SecretProvider } from "../../ports/secret-provider.ts";
import { WorldError } from "../../ports/world-error.ts";

/** Longer files are no secrets, and somebody has named the wrong one. */
const LONGEST_BYTES = 64 * 1024;

const mends: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file: is it mounted?",
  EACCES: "this process may not read the file",
  EPERM: "this process may not read the file",
  EISDIR: "this is a folder",
};

/** Secrets as files, as containers mount them: the whole content, without a line end after it. */
export const fileSecrets: SecretProvider = {
  async read({ name }) {
    const content = await readFile(name).catch((error: NodeJS.ErrnoException) => {
      const mend = mends[error.code ?? ""];
      throw failure(mend ?? `the file cannot be read (${error.code ?? error.name})`, mend === undefined);
    });
    const value = content.toString("utf8").replace(/\r?\n$/, "");
    if (content.length > LONGEST_BYTES) throw failure("the file is too long for a secret", false);
    if (value === "") throw failure("the file is empty", false);
    return [value];
  },
  async close() {},
};

function failure(reason: string, retryable: boolean): WorldError {
  return new WorldError("file", "reading a secret", { retryable, cause: new Error(reason) });
}
