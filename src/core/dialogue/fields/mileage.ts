import { bestReading, field } from "../field.ts";

/** Miles on the vehicle, about. */
export const mileage = field<number>({
  id: "mileage",
  asked: ["number"],
  also: ["vehicle"],
  keypad: { kind: "digits", minLength: 1, maxLength: 6 },
  privacy: "public",
  whenUnknown: "leave",
  readBackUpTo: 0.3,
  otherWays: ["keypad"],
  read: (reader) => {
    const told = bestReading(reader.said, "vehicle");
    if (told !== null && told.value.mileage !== null)
      return { value: told.value.mileage, confidence: told.confidence, spans: [] };
    const bare = reader.asked ? bestReading(reader.said, "number") : null;
    if (bare === null || bare.value < 0 || bare.value > 999_999) return null;
    return { value: Math.round(bare.value), confidence: bare.confidence, spans: [bare.span] };
  },
  keyed: (digits) => Number(digits),
});
