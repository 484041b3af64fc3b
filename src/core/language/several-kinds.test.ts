import { expect, test } from "vitest";
import type { FieldKind } from "./expectation.ts";
import { hear } from "./testing/hear.ts";

/** `kind value` of every reading that is more than a guess. */
function told(text: string, asked: readonly FieldKind[] = []): readonly string[] {
  return hear(text, { asked })
    .readings.filter(({ confidence }) => confidence > 0.5)
    .map((reading) => {
      const { value } = reading;
      const plain =
        typeof value === "object" && !("toJSON" in value)
          ? Object.values(value).filter((part) => part !== null)
          : value;
      return `${reading.kind} ${Array.isArray(plain) ? plain.join(" ") : plain}`;
    });
}

const table: [text: string, asked: FieldKind[], expected: string[]][] = [
  [
    "hi my name is sarah johnson my date of birth is may fifth nineteen eighty two and my number is 503 555 0123",
    [],
    ["name Sarah Johnson", "dateOfBirth 1982-05-05", "phone +15035550123"],
  ],
  [
    "my email is sarah at example dot com and I live at 12 oak street portland oregon and my phone is 503 555 0123",
    [],
    ["email sarah@example.com", "address 12 Oak Street Portland OR", "phone +15035550123"],
  ],
  [
    "I have aetna and my member ID is w 1 2 3 4 5 6 7 8 9",
    ["payer"],
    ["payer aetna", "identifier W123456789"],
  ],
  [
    "blue cross member ID is XYZ 123 456 group 7789",
    ["payer"],
    ["payer blueCross", "identifier XYZ123456", "identifier 7789"],
  ],
  [
    "I need an oil change for my 2015 toyota camry",
    ["service"],
    ["service oilChange", "vehicle 2015 Toyota Camry"],
  ],
  [
    "yes sarah johnson date of birth march fifth nineteen eighty two",
    ["name"],
    ["name Sarah Johnson", "dateOfBirth 1982-03-05"],
  ],
  ["it's a seven and my knee hurts", ["pain"], ["pain 7", "complaint jointPain"]],
  [
    "the number I'm calling from and my email is bob at example dot com",
    ["phone"],
    ["sameNumber true", "email bob@example.com"],
  ],
  [
    "twenty twelve ford f one fifty the check engine light is on",
    ["vehicle"],
    ["vehicle 2012 Ford F-150", "service engineDiagnostics"],
  ],
];
test.each(table)("'%s' tells several things", (text, asked, expected) => {
  expect(told(text, asked)).toEqual(expect.arrayContaining(expected));
});

test.each<[string, FieldKind[]]>([
  ["hold on", ["identifier"]],
  ["I don't have it with me", ["identifier"]],
  ["help", ["identifier"]],
  ["hold on let me get my card", ["payer"]],
  ["can you say that again", ["name"]],
  ["one second please", ["phone"]],
  ["I'm not sure", ["address"]],
  ["or", ["address"]],
  ["what do you mean", ["vehicle"]],
  ["let me check", ["vin"]],
])('"%s" tells nothing when asked for %s', (text, asked) => {
  const kinds = hear(text, { asked }).readings.map(({ kind }) => kind as string);
  expect(kinds.filter((kind) => (asked as readonly string[]).includes(kind))).toEqual([]);
});
