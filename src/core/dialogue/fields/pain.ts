import { bestReading, field, readKind } from "../field.ts";

/** How bad it is, from 0 to 10. */
export const pain = field<number>({
  id: "pain",
  asked: ["pain", "number"],
  also: ["duration"],
  keypad: { kind: "digits", minLength: 1, maxLength: 2 },
  privacy: "health",
  whenUnknown: "leave",
  readBackUpTo: 0.3,
  otherWays: ["keypad"],
  read: (reader) => {
    const stated = readKind(reader.said, "pain");
    if (stated !== null) return stated;
    const bare = reader.asked ? bestReading(reader.said, "number") : null;
    if (bare === null || !Number.isInteger(bare.value) || bare.value < 0 || bare.value > 10) return null;
    return { value: bare.value, confidence: bare.confidence, spans: [bare.span] };
  },
  keyed: (digits) => (Number(digits) <= 10 ? Number(digits) : null),
});
