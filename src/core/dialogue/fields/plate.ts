import { field } from "../field.ts";

/** The licence plate: letters and digits without spaces. */
export const plate = field<string>({
  id: "plate",
  asked: ["identifier"],
  also: ["vin"],
  shape: { name: "plate", minLength: 4, maxLength: 8, masks: [] },
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["spelling"],
  thinkMs: 12_000,
  read: (reader) => {
    const found = reader.said.readings.find(
      (reading) =>
        reading.kind === "identifier" && (reading.named === "plate" || (reader.asked && !reading.named)),
    );
    return found?.kind === "identifier"
      ? { value: found.value, confidence: found.confidence, spans: [found.span] }
      : null;
  },
  problem: (value) => (value.length < 4 || value.length > 8 ? "wrongLength" : null),
});
