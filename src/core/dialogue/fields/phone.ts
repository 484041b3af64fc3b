import { bestReading, field, readKind } from "../field.ts";

/** Where the caller is reached; the number they call from is offered. */
export const phone = field<string>({
  id: "phone",
  asked: ["phone"],
  also: ["yesNo"],
  keypad: { kind: "digits", minLength: 10, maxLength: 11 },
  readBackUpTo: 1,
  otherWays: ["keypad"],
  thinkMs: 9_000,
  read: (reader) => {
    const same = bestReading(reader.said, "sameNumber");
    if (same !== null && reader.callingNumber !== null)
      return { value: reader.callingNumber, confidence: 1, spans: [same.span] };
    const stated = readKind(reader.said, "phone");
    return stated !== null && (reader.asked || stated.confidence >= 0.6) ? stated : null;
  },
  keyed: (digits) =>
    digits.length === 10 && /^[2-9]/.test(digits)
      ? `+1${digits}`
      : digits.length === 11 && /^1[2-9]/.test(digits)
        ? `+${digits}`
        : null,
});
