import fc from "fast-check";
import { expect, test } from "vitest";
import { digitRunAt, numberAt } from "./numbers.ts";
import { quantityAt } from "./quantity-at.ts";
import { splitWords } from "./words.ts";

const wholes: readonly [string, number, boolean][] = [
  ["five", 5, false],
  ["twenty three", 23, false],
  ["twenty-three", 23, false],
  ["twenty third", 23, true],
  ["twenty-third", 23, true],
  ["23rd", 23, true],
  ["1,200", 1200, false],
  ["one hundred", 100, false],
  ["one hundred and five", 105, false],
  ["three hundred twelve", 312, false],
  ["two thousand and five", 2005, false],
  ["two thousand twenty six", 2026, false],
  ["twelve hundred", 1200, false],
  ["forty one thousand one hundred and twenty three", 41_123, false],
  ["hundred", 100, false],
  ["5 hundred", 500, false],
  ["20 thousand", 20_000, false],
  ["hundredth", 100, true],
  ["one million two hundred thousand", 1_200_000, false],
  ["twelfth", 12, true],
  ["double five", 55, false],
  ["triple oh", 0, false],
  ["nought", 0, false],
];

for (const [said, value, ordinal] of wholes) {
  test(`"${said}" is ${value}`, () => {
    const words = splitWords(said);
    const number = numberAt(words, 0);
    expect(number).toMatchObject({ value, ordinal });
    if (said !== "hundredth") expect(number?.next).toBe(words.length);
  });
}

test.each([
  ["five five", 1],
  ["nineteen eighty two", 1],
  ["twenty ten", 1],
  ["oh five", 1],
  ["twenty, five", 1],
])("%s is more than one number", (said, next) => {
  expect(numberAt(splitWords(said), 0)?.next).toBe(next);
});

test.each(["main", "constructor", "a", "and", "the"])("%s is no number", (said) => {
  expect(numberAt(splitWords(said), 0)).toBeNull();
});

test.each([
  ["five oh five double one", "50511"],
  ["oh five nineteen", "05"],
  ["503 five five five", "503555"],
  ["triple zero", "000"],
])("%s are the figures %s", (said, digits) => {
  expect(digitRunAt(splitWords(said), 0)?.digits).toBe(digits);
});

test.each([
  ["two and a half", 2.5, false],
  ["three point five", 3.5, false],
  ["3.5", 3.5, false],
  ["a couple of", 2, true],
  ["a few", 3, true],
  ["half", 0.5, false],
  ["a quarter", 0.25, false],
  ["three quarters", 0.75, false],
  ["one and a half", 1.5, false],
  ["a hundred", 100, false],
  ["seven", 7, false],
])("%s amounts to %d", (said, value, vague) => {
  const words = splitWords(said);
  expect(quantityAt(words, 0)).toEqual({ value, vague, next: words.length });
});

const below20 =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The number in words; `and` stands where some say it, `dash` between tens and ones. */
function spoken(value: number, and: boolean, dash: boolean): string {
  const joint = and ? " and " : " ";
  if (value < 20) return below20[value] ?? "";
  if (value < 100) {
    const ones = value % 10 === 0 ? "" : `${dash ? "-" : " "}${below20[value % 10]}`;
    return `${tens[Math.floor(value / 10)]}${ones}`;
  }
  const [unit, name] =
    value < 1000 ? [100, "hundred"] : value < 1_000_000 ? [1000, "thousand"] : [1_000_000, "million"];
  const rest = value % unit;
  const head = `${spoken(Math.floor(value / unit), and, dash)} ${name}`;
  return rest === 0 ? head : `${head}${rest < 100 ? joint : " "}${spoken(rest, and, dash)}`;
}

test("every number in words is read back whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.boolean(), fc.boolean(), (value, and, dash) => {
      const words = splitWords(spoken(value, and, dash));
      expect([spoken(value, and, dash), numberAt(words, 0)]).toEqual([
        spoken(value, and, dash),
        expect.objectContaining({ value, next: words.length, ordinal: false }),
      ]);
    }),
    { numRuns: 1000 },
  );
});

test("figures said one by one are read back, doubled or not", () => {
  const digit = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(
      fc.array(digit, { minLength: 1, maxLength: 16 }),
      fc.constantFrom("oh", "zero"),
      fc.boolean(),
      (digits, nought, doubles) => {
        const said: string[] = [];
        for (let at = 0; at < digits.length; at += 1) {
          const word = digits[at] === 0 ? nought : (below20[digits[at] ?? 0] ?? "");
          const twice = doubles && digits[at] === digits[at + 1];
          said.push(twice ? `double ${word}` : word);
          if (twice) at += 1;
        }
        expect(digitRunAt(splitWords(said.join(" ")), 0)?.digits).toBe(digits.join(""));
      },
    ),
    { numRuns: 300 },
  );
});
