import { readEmails } from "../../language/email.ts";
import { nothingExpected } from "../../language/expectation.ts";
import { splitWords } from "../../language/words.ts";
import { declineCue } from "../en/cues-table.ts";
import { field, type Reader, readKind, type ValueRead } from "../field.ts";

/** For the written confirmation; nobody has to have one. Asked for in two parts where the whole fails, it may lack its domain. */
export const email = field<string>({
  id: "email",
  asked: ["email"],
  also: ["yesNo"],
  whenUnknown: "leave",
  readBackUpTo: 1,
  otherWays: ["spelling", "parts"],
  plainTries: 1,
  thinkMs: 9_000,
  read: (reader) => {
    const stated = readKind(reader.said, "email");
    if (stated !== null && (reader.asked || stated.confidence >= 0.6)) return stated;
    return reader.asked && reader.byParts ? readPart(reader) : null;
  },
  missing: (value) => (value.includes("@") ? null : "domain"),
  same: (one, other) => one.toLowerCase() === other.toLowerCase(),
});

/** "maria dot lopez underscore garden": whoever says more full words than this does not say a part of an address. */
const MOST_WORDS = 5;

/** What stands before the at sign, and then what stands after it: read as a whole address with the other part supplied. */
function readPart({ text, said, part, current, today }: Reader<string>): ValueRead<string> | null {
  const otherwise = said.acts.length > 0 || said.reply !== null || declineCue.test(text.toLowerCase());
  if (otherwise || splitWords(text).filter((word) => word.text.length > 2).length > MOST_WORDS) return null;
  const isDomain = part === "domain" && current !== null;
  const whole = isDomain ? `x at ${text.replace(/^\s*at\b/i, "")}` : `${text} at example dot com`;
  const [reading] = readEmails(
    splitWords(whole),
    {
      expectation: { ...nothingExpected, asked: ["email"] },
      previous: "",
      reference: today.toPlainDateTime(),
      timeZone: "UTC",
      opening: null,
    },
    { text: whole, alternatives: [whole] },
  );
  if (reading?.kind !== "email") return null;
  const [local, domain] = reading.value.split("@");
  const span = { start: 0, end: text.length };
  const value = isDomain ? `${current}@${domain}` : local;
  return value === undefined ? null : { value, confidence: reading.confidence, spans: [span] };
}
