import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Mailbox } from "../console/local-console.ts";

/** Enough for the page; the folder itself keeps everything. */
const MOST_LISTED = 50;

/** Shows the `.eml` files of a folder. A folder that is not there yet is an empty mailbox. */
export function fileMailbox(directory: string): Mailbox {
  return {
    async list() {
      const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith(".eml"));
      const dated = await Promise.all(
        names.map(async (name) => ({ name, writtenMs: (await stat(join(directory, name))).mtimeMs })),
      );
      const newest = dated.sort((a, b) => b.writtenMs - a.writtenMs).slice(0, MOST_LISTED);
      return Promise.all(newest.map(({ name }) => summaryOf(directory, name)));
    },
    async read(id) {
      // Ids become file names, so nothing but the names that the mailer makes is looked up.
      if (!/^[0-9a-f]{32}$/.test(id)) return null;
      return readFile(join(directory, `${id}.eml`), "utf8").catch(() => null);
    },
  };
}

async function summaryOf(directory: string, name: string) {
  const [head = ""] = (await readFile(join(directory, name), "utf8")).split(/\r?\n\r?\n/, 1);
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  const header = (field: string) => new RegExp(`^${field}: (.*)$`, "im").exec(unfolded)?.[1]?.trim() ?? "";
  return { id: name.replace(/\.eml$/, ""), to: header("To"), subject: decodeWords(header("Subject")) };
}

/** Mail headers carry letters beyond ASCII as encoded words (RFC 2047). */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, how: string, text: string) =>
      how.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : decodeQuoted(text),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll("_", " ")
    .replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
