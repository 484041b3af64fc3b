import { bestReading, field } from "../field.ts";

/** The ZIP code of the home address, as a proof or for the next one. */
export const zip = field<string>({
  id: "zip",
  asked: ["identifier", "address"],
  shape: { name: "zip", minLength: 5, maxLength: 5, masks: ["99999"] },
  keypad: { kind: "digits", minLength: 5, maxLength: 5 },
  whenUnknown: "leaveUnlessProof",
  readBackUpTo: 0.6,
  otherWays: ["keypad"],
  read: (reader) => {
    if (!reader.asked) return null;
    const address = bestReading(reader.said, "address");
    const code = address?.value.zip?.slice(0, 5) ?? null;
    if (address !== null && code !== null)
      return { value: code, confidence: address.confidence, spans: [address.span] };
    const digits = bestReading(reader.said, "identifier");
    return digits !== null && /^\d{5}$/.test(digits.value)
      ? { value: digits.value, confidence: digits.confidence, spans: [digits.span] }
      : null;
  },
  keyed: (digits) => (digits.length === 5 ? digits : null),
});
