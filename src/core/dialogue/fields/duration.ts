import type { SpokenDuration } from "../../language/understanding.ts";
import { bestReading, field, readKind } from "../field.ts";

/** How long it has been so: "for two days", "since Monday". */
export const duration = field<SpokenDuration>({
  id: "duration",
  asked: ["duration"],
  also: ["pain", "date"],
  privacy: "health",
  whenUnknown: "leave",
  readBackUpTo: 0.3,
  read: (reader) => {
    const stated = readKind(reader.said, "duration");
    if (stated !== null || !reader.asked) return stated;
    const day = bestReading(reader.said, "date");
    if (day === null || Temporal.PlainDate.compare(day.value, reader.today) > 0) return null;
    const iso = reader.today.since(day.value, { largestUnit: "day" }).toString();
    return {
      value: { iso: iso === "PT0S" ? "P0D" : iso, since: day.value, intermittent: false },
      confidence: day.confidence,
      spans: [day.span],
    };
  },
  same: (one, other) => one.iso === other.iso,
});
