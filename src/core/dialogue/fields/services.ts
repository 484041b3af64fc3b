import { field } from "../field.ts";

/** What is to be done to the vehicle: services by name, or by what is wrong. */
export const services = field<readonly string[]>({
  id: "services",
  asked: ["service"],
  also: ["vehicle", "date", "time"],
  privacy: "public",
  readBackUpTo: 0.4,
  read: (reader) => {
    const found = reader.said.readings.filter((reading) => reading.kind === "service");
    const [best] = found;
    if (best === undefined) return null;
    const value = [...new Set(found.map((reading) => reading.value))];
    return { value, confidence: best.confidence, spans: found.map(({ span }) => span) };
  },
  same: (one, other) => one.toSorted().join() === other.toSorted().join(),
});
