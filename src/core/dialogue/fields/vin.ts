import { bestReading, field, readKind } from "../field.ts";

/** The vehicle's number, whole or from its end. */
export const vin = field<string>({
  id: "vin",
  asked: ["vin", "identifier"],
  shape: { name: "vin", minLength: 6, maxLength: 17, masks: [] },
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["spelling"],
  thinkMs: 20_000,
  read: (reader) => {
    const whole = readKind(reader.said, "vin");
    if (whole !== null) return whole;
    const tail = bestReading(reader.said, "identifier");
    const isIt = tail !== null && (reader.asked || tail.named === "vin");
    return isIt && tail.value.length >= 6
      ? { value: tail.value, confidence: tail.confidence, spans: [tail.span] }
      : null;
  },
});
