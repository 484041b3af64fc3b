import { bestReading, field, readKind } from "../field.ts";

/** A day in the past, at most 120 years ago. Keys are month, day, year in eight digits. */
export const dateOfBirth = field<Temporal.PlainDate>({
  id: "dateOfBirth",
  asked: ["dateOfBirth"],
  also: ["name"],
  keypad: { kind: "digits", minLength: 8, maxLength: 8 },
  readBackUpTo: 0.8,
  comparesHypotheses: true,
  otherWays: ["keypad", "example"],
  read: (reader) => {
    const stated = readKind(reader.said, "dateOfBirth");
    if (stated !== null && (reader.asked || stated.confidence >= 0.6)) return stated;
    const day = bestReading(reader.said, "date");
    // Nobody wishes for an appointment more than a year ago, so such a day is a birthday, asked for or not.
    const isBirthday =
      day !== null && Temporal.PlainDate.compare(day.value, reader.today.subtract({ years: 1 })) < 0;
    // "March fifth" without a year is read as a day to come; the caller is told that the year is missing.
    if (day === null || !(reader.asked || isBirthday)) return null;
    return { value: day.value, confidence: day.confidence * 0.9, spans: [day.span] };
  },
  keyed: (digits) => {
    if (digits.length !== 8) return null;
    const [month, day, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
    try {
      return Temporal.PlainDate.from(`${year}-${month}-${day}`);
    } catch {
      return null;
    }
  },
  problem: (value, today) =>
    Temporal.PlainDate.compare(value, today) > 0
      ? "inFuture"
      : Temporal.PlainDate.compare(value, today.subtract({ years: 120 })) < 0
        ? "tooOld"
        : null,
  same: (one, other) => one.equals(other),
});
