import type { IdentifierShape } from "../../language/expectation.ts";
import type { Reading } from "../../language/understanding.ts";
import { groupCue, memberCue } from "../en/cues-table.ts";
import { field, type Reader, type ValueRead } from "../field.ts";

type IdentifierReading = Extract<Reading, { kind: "identifier" }>;

const memberShape: IdentifierShape = { name: "memberId", minLength: 5, maxLength: 16, masks: [] };
const groupShape: IdentifierShape = { name: "groupNumber", minLength: 3, maxLength: 15, masks: [] };

/** The number on the insurance card. Callers without their card leave it to the front desk. */
export const memberId = field<string>({
  id: "memberId",
  asked: ["identifier"],
  also: ["payer"],
  shape: memberShape,
  keypad: { kind: "digits", minLength: 5, maxLength: 16 },
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["spelling", "keypad"],
  thinkMs: 15_000,
  read: (reader) =>
    identifier(reader, (before) => !groupCue.test(before) && (reader.asked || memberCue.test(before))),
  keyed: (digits) => digits,
  problem: (value) => lengthProblem(value, memberShape),
});

/** The group's number on the card; many cards have none. */
export const groupNumber = field<string>({
  id: "groupNumber",
  asked: ["identifier"],
  also: ["yesNo"],
  shape: groupShape,
  keypad: { kind: "digits", minLength: 3, maxLength: 15 },
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["keypad"],
  thinkMs: 15_000,
  read: (reader) =>
    identifier(reader, (before) => groupCue.test(before) || (reader.asked && !memberCue.test(before))),
  keyed: (digits) => digits,
  problem: (value) => lengthProblem(value, groupShape),
});

/** The best identifier whose nearest words before it fit. */
function identifier(reader: Reader<string>, fits: (before: string) => boolean): ValueRead<string> | null {
  const readings = reader.said.readings.filter(
    (reading): reading is IdentifierReading => reading.kind === "identifier",
  );
  const found = readings.find((reading) => {
    const ends = readings.map(({ span }) => span.end).filter((end) => end <= reading.span.start);
    return fits(
      reader.text
        .slice(Math.max(0, ...ends), reading.span.start)
        .toLowerCase()
        .slice(-30),
    );
  });
  if (found === undefined || (!reader.asked && found.confidence < 0.5)) return null;
  return { value: found.value, confidence: found.confidence, spans: [found.span] };
}

function lengthProblem(value: string, { minLength, maxLength }: IdentifierShape) {
  return value.length < minLength || value.length > maxLength ? "wrongLength" : null;
}
