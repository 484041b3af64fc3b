import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { understand } from "../core/language/understand.ts";
import { InputFault, readUnderstandInput } from "./understand-input.ts";
import { understandingJson } from "./understand-output.ts";

const HELP = `Usage: npm run --silent understand < lines.jsonl

Reads JSON lines on standard input and writes one JSON line each, in order.

Input   text (required); id, previous (what the agent said last), asked (list of
        field kinds: date, time, yesNo, choice, number, duration, phone, email,
        name, dateOfBirth, identifier, address, payer, complaint, service,
        vehicle, vin, pain), nbest (list of other hypotheses), reference (local
        date and time, default now), timeZone (default America/New_York),
        opening (like 08:00-20:00), choices (list of strings), shape (of an
        identifier: ukPostcode, zip, memberId …, or a mask like AAA999999).
Output  id, date, time, dates, times, range, preference, reply, choice,
        choiceNone, number, duration, phone, sameNumber, email, name,
        dateOfBirth, identifier, address, payer, complaint, complaints, service,
        services, vehicle, vin, pain, redFlag, acts, topic, spans: each only when
        found; complete (0-1: would a person wait for more?) always.
        A line that is not a JSON object, or has a wrong field, gives
        {"id": …, "error": …} and the stream goes on.
`;

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

if (import.meta.main) {
  const [option] = process.argv.slice(2);
  if (option !== undefined) {
    const helps = option === "--help" || option === "-h";
    (helps ? process.stdout : process.stderr).write(helps ? HELP : `Unknown option ${option}\n\n${HELP}`);
    process.exitCode = helps ? 0 : 2;
  } else {
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      // Whoever reads has enough: `… | head`.
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
    await understandLines(process.stdin, process.stdout);
  }
}
