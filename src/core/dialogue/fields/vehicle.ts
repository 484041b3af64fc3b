import type { Vehicle } from "../../language/understanding.ts";
import { bestReading, field, type Reader } from "../field.ts";

/** Year, make and model; they may come one by one. */
export const vehicle = field<Vehicle>({
  id: "vehicle",
  asked: ["vehicle"],
  also: ["service", "vin"],
  whenUnknown: "leave",
  readBackUpTo: 0.5,
  read: (reader) => {
    const reading = bestReading(reader.said, "vehicle");
    if (reading === null) return null;
    return { value: merge(reader, reading.value), confidence: reading.confidence, spans: [reading.span] };
  },
  missing: ({ make, model, year }) =>
    make === null && model === null ? "make" : model === null ? "model" : year === null ? "year" : null,
  same: (one, other) => one.year === other.year && one.make === other.make && one.model === other.model,
});

function merge({ current }: Reader<Vehicle>, said: Vehicle): Vehicle {
  // Another make is another vehicle; a year or a model alone completes the one that was told.
  if (current === null || (said.make !== null && current.make !== null && said.make !== current.make))
    return said;
  return {
    year: said.year ?? current.year,
    make: said.make ?? current.make,
    model: said.model ?? current.model,
    mileage: said.mileage ?? current.mileage,
    colour: said.colour ?? current.colour,
  };
}
