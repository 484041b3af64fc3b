import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { understand } from "../core/language/understand.ts";
import { InputFault, readUnderstandInput } from "./understand-input.ts";
import { understandingJson } from "./understand-output.ts";

/** Understands every line of `input` into a line of `output`. Holds one line at a time, whatever the length of the stream. */
export async function understandLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!output.write(`${JSON.stringify(understandLine(line))}\n`)) await once(output, "drain");
  }
}

/** Never throws: a fault of the line is its answer. */
export function understandLine(line: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: "not JSON" };
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

function nowIn(timeZone: string): Temporal.PlainDateTime {
  return Temporal.Now.plainDateTimeISO(timeZone);
}
