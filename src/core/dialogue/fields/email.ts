import { field, readKind } from "../field.ts";

/** For the written confirmation; nobody has to have one. */
export const email = field<string>({
  id: "email",
  asked: ["email"],
  also: ["yesNo"],
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["spelling"],
  thinkMs: 9_000,
  read: (reader) => {
    const stated = readKind(reader.said, "email");
    return stated !== null && (reader.asked || stated.confidence >= 0.6) ? stated : null;
  },
  same: (one, other) => one.toLowerCase() === other.toLowerCase(),
});
