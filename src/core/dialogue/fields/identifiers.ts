import type { IdentifierShape } from "../../language/expectation.ts";
import type { Reading } from "../../language/understanding.ts";
import { groupCue, memberCue, notOnCardCue } from "../en/cues-table.ts";
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
  read: (reader) => identifier(reader, "memberId"),
  keyed: (digits) => digits,
  problem: (value) => lengthProblem(value, memberShape),
});

/** The group's number on the card; many cards have none. */
export const groupNumber = field<string>({
  id: "groupNumber",
  asked: ["identifier", "yesNo"],
  shape: groupShape,
  keypad: { kind: "digits", minLength: 3, maxLength: 15 },
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["keypad"],
  thinkMs: 15_000,
  read: (reader) => identifier(reader, "groupNumber"),
  keyed: (digits) => digits,
  problem: (value) => lengthProblem(value, groupShape),
});

/** The best identifier that the caller called by this name, or, when it was asked for, by no other. */
function identifier(reader: Reader<string>, name: "memberId" | "groupNumber"): ValueRead<string> | null {
  const readings = reader.said.readings.filter(
    (reading): reading is IdentifierReading => reading.kind === "identifier",
  );
  const found = readings.find((reading) => {
    const named = nameOf(reading, readings, reader.text);
    const fits = reader.asked || reader.recent || (reader.invited && name === "memberId");
    return named === name || (named === null && fits);
  });
  return found === undefined
    ? null
    : { value: found.value, confidence: found.confidence, spans: [found.span] };
}

/** What the caller calls it, by the parser or by the words before it. */
function nameOf(
  reading: IdentifierReading,
  readings: readonly IdentifierReading[],
  text: string,
): "memberId" | "groupNumber" | "other" | null {
  if (reading.named === "memberId" || reading.named === "groupNumber") return reading.named;
  const ends = readings.map(({ span }) => span.end).filter((end) => end <= reading.span.start);
  const before = text
    .slice(Math.max(0, ...ends), reading.span.start)
    .toLowerCase()
    .slice(-30);
  if (groupCue.test(before)) return "groupNumber";
  if (memberCue.test(before)) return "memberId";
  return notOnCardCue.test(before) ? "other" : null;
}

function lengthProblem(value: string, { minLength, maxLength }: IdentifierShape) {
  return value.length < minLength || value.length > maxLength ? "wrongLength" : null;
}
