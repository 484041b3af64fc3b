// npm run understand: JSON lines in, JSON lines out. What is compiled is kept between runs, which saves two thirds of the start.
import { enableCompileCache } from "node:module";

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
        found; complete (0-1: would a person wait for more?) always. choice counts
        from 0; spans hold the first character and the one behind the last.
        A line that is not a JSON object, or has a wrong field, gives
        {"id": …, "error": …} and the stream goes on.
`;

enableCompileCache();
const { understandLines } = await import("./understand-lines.ts");
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
