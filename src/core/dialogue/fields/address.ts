import type { Address } from "../../language/understanding.ts";
import { bestReading, field, type Reader } from "../field.ts";

/** Where the caller lives. Parts may come one by one; a later part replaces an earlier one. */
export const address = field<Address>({
  id: "address",
  asked: ["address"],
  shape: null,
  whenUnknown: "leave",
  readBackUpTo: 0.85,
  otherWays: ["example", "spelling"],
  thinkMs: 9_000,
  read: (reader) => {
    const reading = bestReading(reader.said, "address");
    if (reading === null || (!reader.asked && reading.confidence < 0.5)) return null;
    // "No, oh, my name is Alice Moore" begins like a house number, which nobody has.
    if (reading.value.number === "0") return null;
    return { value: merge(reader, reading.value), confidence: reading.confidence, spans: [reading.span] };
  },
  keyed: (digits, { current, part }) =>
    part === "zip" && digits.length === 5 && current !== null ? { ...current, zip: digits } : null,
  missing: (value) => {
    if (value.poBox === null && value.street === null) return "street";
    if (value.poBox === null && value.number === null) return "number";
    return value.zip === null && value.city === null ? "city" : null;
  },
  same: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

function merge({ current, practice }: Reader<Address>, said: Address): Address {
  const before: Address = current ?? nowhere;
  const both: Address = {
    number: said.number ?? before.number,
    street: said.street ?? before.street,
    // A new street has a unit of its own.
    unit: said.unit ?? (said.street === null ? before.unit : null),
    city: said.city ?? before.city,
    state: said.state ?? before.state,
    zip: said.zip ?? before.zip,
    poBox: said.poBox ?? before.poBox,
  };
  const isLocal =
    both.city !== null &&
    practice.area.cities.some((city) => city.toLowerCase() === both.city?.toLowerCase());
  return both.state === null && isLocal ? { ...both, state: practice.area.state } : both;
}

const nowhere: Address = {
  number: null,
  street: null,
  unit: null,
  city: null,
  state: null,
  zip: null,
  poBox: null,
};
