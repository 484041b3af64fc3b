import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Practice } from "../core/practice/practice.ts";
import { checkHours, checkReferences } from "./check-references.ts";
import { knownIds } from "./known-ids.ts";
import { practiceSchema } from "./practice-schema.ts";

/** A practice file is the owner's to mend: the message has one line for each mistake, with its place and the cure. */
export class PracticeError extends Error {
  override readonly name = "PracticeError";
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    super(`${file} needs mending:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Reads `<folder>/<id>.yaml`. Throws `PracticeError` that names every mistake, or that there is no such file. */
export async function loadPractice(folder: string, id: string): Promise<Practice> {
  const file = join(folder, `${id}.yaml`);
  const text = await readFile(file, "utf8").catch(async () => {
    const others = await practiceIds(folder);
    throw new PracticeError(file, [`there is no such file; there are: ${others.join(", ") || "none"}`]);
  });
  return parsePractice(file, id, text);
}

/** The ids of the practices in a folder, sorted; empty when there is no such folder. */
export async function practiceIds(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
}

/** The practice that a file's text describes. Throws `PracticeError` that names every mistake. */
export function parsePractice(file: string, id: string, text: string): Practice {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return `line ${line}, column ${col}: ${error.message.split("\n")[0]}`;
    });
    throw new PracticeError(file, faults);
  }
  const contents: unknown = document.toJS();
  const read = practiceSchema.safeParse(contents);
  const faults = [
    ...(read.success ? checkHours(read.data) : read.error.issues.map(sayIssue)),
    ...checkReferences(contents, knownIds),
  ];
  if (!read.success || faults.length > 0) throw new PracticeError(file, faults);
  return { id, ...read.data };
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.reduce<string>(
    (place, part) =>
      typeof part === "number"
        ? `${place}[${part}]`
        : place === ""
          ? String(part)
          : `${place}.${String(part)}`,
    "",
  );
  return `${path || "the file"}: ${cure(issue)}`;
}

function cure(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `"${issue.keys.join('", "')}" is not known here; remove it or mend its spelling`;
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  if (issue.code === "invalid_type" && issue.input === undefined && issue.message.startsWith("Invalid input"))
    return `is missing; it must be ${issue.expected === "string" ? "text" : `a value of type ${issue.expected}`}`;
  return issue.message;
}
