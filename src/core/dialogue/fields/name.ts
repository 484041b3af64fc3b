import { bestReading, field, type NameValue, type Reader } from "../field.ts";

/** Given and family name; either may come alone and the other is then asked for. */
export const name = field<NameValue>({
  id: "name",
  asked: ["name"],
  also: ["dateOfBirth"],
  readBackUpTo: 0.6,
  comparesHypotheses: true,
  otherWays: ["spelling", "spelling"],
  read: (reader) => {
    const reading = bestReading(reader.said, "name");
    if (reading === null || (!reader.asked && reading.confidence < 0.6)) return null;
    return { value: merge(reader, reading.value), confidence: reading.confidence, spans: [reading.span] };
  },
  missing: ({ given, family }) => (family === null ? "family" : given === null ? "given" : null),
  same: (one, other) => fold(one.given) === fold(other.given) && fold(one.family) === fold(other.family),
});

/** A single name answers the part that was asked for; unasked, it replaces the part that the parser takes it for. */
function merge({ part, current }: Reader<NameValue>, said: NameValue): NameValue {
  if (said.given !== null && said.family !== null) return said;
  const single = said.given ?? said.family;
  if (part === "family") return { given: current?.given ?? null, family: single };
  if (part === "given") return { given: single, family: current?.family ?? null };
  if (current === null) return said;
  return { given: said.given ?? current.given, family: said.family ?? current.family };
}

function fold(part: string | null): string | null {
  return part === null ? null : part.toLowerCase();
}
