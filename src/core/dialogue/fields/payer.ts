import type { Understanding } from "../../language/understanding.ts";
import { noInsuranceCue } from "../en/cues-table.ts";
import { field, readKind } from "../field.ts";

/** Who pays for the visit: a payer of the table, or the caller. */
export const payer = field<string>({
  id: "payer",
  asked: ["payer"],
  also: ["identifier", "yesNo"],
  whenUnknown: "leave",
  readBackUpTo: 0.5,
  comparesHypotheses: true,
  otherWays: ["example"],
  read: (reader) => {
    const stated = readKind(reader.said, "payer");
    if (stated !== null) return stated;
    if (noInsuranceCue.test(reader.text.toLowerCase())) return { value: "self", confidence: 0.9, spans: [] };
    // "Do you have insurance?" is how callers hear the question, so a bare "no" answers it.
    return reader.asked && isBareNo(reader.said) ? { value: "self", confidence: 0.5, spans: [] } : null;
  },
});

/** A "no" that puts something else right, or comes with another answer, is not about insurance. */
function isBareNo({ reply, readings, acts }: Understanding): boolean {
  return reply === "no" && readings.length === 0 && acts.every(({ kind }) => kind === "deny");
}
