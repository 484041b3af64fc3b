import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { understand } from "../core/language/understand.ts";
import { InputFault, readUnderstandInput } from "./understand-input.ts";
import { understandingJson } from "./understand-output.ts";

/** Longer lines are no utterance and its circumstances; they are answered with an error and not kept. */
const MOST_CHARACTERS = 1_000_000;

/** Understands every line of `input` into a line of `output`. Holds one line at a time, whatever the length of the stream. */
export async function understandLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of linesOf(input)) {
    if (!output.write(`${JSON.stringify(understandLine(line))}\n`)) await once(output, "drain");
  }
}

/** Lines end with "\n" or "\r\n" and nothing else: JSON may hold the other line ends of Unicode as they are. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of input.setEncoding("utf8")) {
    const lines = (rest + String(piece)).split("\n");
    rest = (lines.pop() ?? "").slice(0, MOST_CHARACTERS + 1);
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest;
}

/** Never throws: a fault of the line is its answer. */
export function understandLine(line: string): Record<string, unknown> {
  if (line.length > MOST_CHARACTERS) return { ...idIn(line), error: "longer than a million characters" };
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { ...idIn(line), error: "not JSON" };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    return { error: "not a JSON object" };
  const fields = parsed as Record<string, unknown>;
  const id = "id" in fields ? { id: fields["id"] } : {};
  try {
    const { heard, circumstances } = readUnderstandInput(fields, { reference: nowIn });
    const understanding = understand(heard, circumstances);
    return { ...id, ...understandingJson(understanding, circumstances.expectation.asked) };
  } catch (fault) {
    if (fault instanceof InputFault) return { ...id, error: fault.message };
    throw fault;
  }
}

/** The id of a line that is not quite JSON, so that whoever sent it finds the line again. */
function idIn(line: string): { readonly id?: unknown } {
  const found = /"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,20})/.exec(line.slice(0, 10_000))?.[1];
  try {
    return found === undefined ? {} : { id: JSON.parse(found) };
  } catch {
    return {};
  }
}

function nowIn(timeZone: string): Temporal.PlainDateTime {
  return Temporal.Now.plainDateTimeISO(timeZone);
}
