import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FieldKind, fieldKinds } from "./expectation.ts";
import { circumstancesOf, first, hear } from "./testing/hear.ts";
import { understand } from "./understand.ts";
import type { Understanding } from "./understanding.ts";

const spokenWords =
  "yes no not the a one two three five oh twenty thirty hundred first second third tuesday monday next this week weeks day days month in at on from to between and or after before until by half past quarter ten am pm o'clock morning afternoon evening night march may june nineteen eighty double point dot dash at my number is name john smith with y as in boy street avenue apartment i want need don't can't cancel change please sorry actually wait um uh pain chest stroke since for about couple of".split(
    " ",
  );
const utterance = fc
  .array(fc.constantFrom(...spokenWords), { maxLength: 30 })
  .map((words) => words.join(" "));
const anything = fc.oneof(
  utterance,
  fc.string({ maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 100 }),
);
const asked = fc.subarray([...fieldKinds], { maxLength: 3 });
const choices = fc.constantFrom([], ["9 a.m.", "2 p.m."], ["Dr. Elena Garcia", "Dr. Amy Wong"]);

function spansOf(understanding: Understanding): readonly { start: number; end: number }[] {
  const flags = understanding.redFlag === null ? [] : [understanding.redFlag];
  return [...understanding.readings, ...understanding.acts, ...flags].map(({ span }) => span);
}

describe("any text", () => {
  test("is understood without throwing, with spans inside it and figures inside their bounds", () => {
    fc.assert(
      fc.property(anything, asked, choices, (text, fields, offers) => {
        const understanding = hear(text, { asked: fields, choices: offers, nbest: [text.toUpperCase()] });
        for (const { start, end } of spansOf(understanding)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { confidence } of [...understanding.readings, ...understanding.acts]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(understanding.complete).toBeGreaterThanOrEqual(0);
        expect(understanding.complete).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  test("gives the same understanding twice", () => {
    fc.assert(
      fc.property(anything, asked, (text, fields) => {
        expect(JSON.stringify(hear(text, { asked: fields }))).toBe(
          JSON.stringify(hear(text, { asked: fields })),
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** Processor time of many runs; other work on the machine does not count. */
function cpuMs(text: string, runs: number, asked: readonly FieldKind[] = ["date", "time"]): number {
  const circumstances = circumstancesOf({ asked });
  const alternatives = asked.length > 1 ? [] : [`${text} um`, `um ${text}`];
  const start = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) understand({ text, alternatives }, circumstances);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / runs;
}

const repeated: readonly string[] = [
  "one ",
  "twenty ",
  "no ",
  "the ",
  "a ",
  "to ",
  "and ",
  "in the ",
  "next ",
  "five to ",
  "double ",
  "at ",
  "dot ",
  "12-",
  "3/5 ",
  "a.b",
  "'",
  "(",
  "can you ",
  "do you want to ",
  "i would like to ",
  "the day after ",
  "a week from ",
];

test.each(repeated)("the time grows no faster than the text: %j repeated", (piece) => {
  const short = piece.repeat(100);
  const long = piece.repeat(1600);
  cpuMs(short, 5);
  const [shortMs, longMs] = [cpuMs(short, 4), cpuMs(long, 2)];
  // Sixteen times the text may cost sixteen times as much; quadratic work would cost 256 times.
  expect(longMs).toBeLessThan(Math.max(30, 32 * shortMs));
});

const awkward = [
  "double ",
  "street ",
  "main street ",
  "twenty ",
  "one ",
  "a b ",
  "3/5 ",
  "1970 ",
  "at ",
  "tuesday the ",
];
const kinds: readonly FieldKind[] = [
  "name",
  "address",
  "identifier",
  "dateOfBirth",
  "email",
  "vin",
  "phone",
  "choice",
];

test.each(kinds.flatMap((kind) => awkward.map((piece) => [kind, piece] as const)))(
  "so does that of every parser that weighs hypotheses: asked for %s, %j repeated",
  (kind, piece) => {
    cpuMs(piece.repeat(25), 2, [kind]);
    const [shortMs, longMs] = [cpuMs(piece.repeat(25), 3, [kind]), cpuMs(piece.repeat(400), 1, [kind])];
    expect(longMs).toBeLessThan(Math.max(60, 48 * shortMs));
  },
);

test("an utterance takes less than 5 ms", () => {
  const samples = fc.sample(utterance, { numRuns: 200, seed: 1 });
  for (const text of samples) cpuMs(text, 1);
  const total = samples.reduce((sum, text) => sum + cpuMs(text, 1), 0);
  expect(total / samples.length).toBeLessThan(5);
});

const politeness = ["please", "um", "uh", "thank you", "i guess", "if possible"];
const prefaces = ["um", "uh", "well", "okay so", "i think", "i would like", "how about", "let's do", "maybe"];

describe("politeness and fillers change no value", () => {
  const months = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ];
  const ordinals = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty first",
    "twenty second",
    "twenty third",
    "twenty fourth",
    "twenty fifth",
    "twenty sixth",
    "twenty seventh",
    "twenty eighth",
  ];
  const day = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    shape: fc.integer({ min: 0, max: 4 }),
  });

  test("of days: every day in every form is read back", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("", ...prefaces),
        fc.constantFrom("", ...politeness),
        ({ month, day: number, shape }, before, behind) => {
          const name = months[month - 1];
          const ordinal = ordinals[number - 1];
          const figure = `${number}${number % 10 === 1 && number !== 11 ? "st" : number % 10 === 2 && number !== 12 ? "nd" : number % 10 === 3 && number !== 13 ? "rd" : "th"}`;
          const said = [
            `${name} ${ordinal}`,
            `${name} the ${ordinal}`,
            `the ${ordinal} of ${name}`,
            `${name} ${figure}`,
            `${month}/${number}`,
          ][shape];
          const date = first(
            hear(`${before} ${said} ${behind}`, { asked: ["date"], reference: "2026-01-01T09:00" }),
            "date",
          );
          expect([said, date?.value.toString()]).toEqual([
            said,
            Temporal.PlainDate.from({ year: 2026, month, day: number }).toString(),
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  const hours = [
    "twelve",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
  ];
  const minutes: readonly (readonly [number, string])[] = [
    [0, ""],
    [5, "oh five"],
    [10, "ten"],
    [15, "fifteen"],
    [20, "twenty"],
    [25, "twenty five"],
    [30, "thirty"],
    [40, "forty"],
    [45, "forty five"],
    [55, "fifty five"],
  ];
  const time = fc.record({
    hour: fc.integer({ min: 1, max: 12 }),
    minute: fc.constantFrom(...minutes),
    half: fc.constantFrom("am", "pm", "p m", "a.m.", "p.m."),
    figures: fc.boolean(),
  });

  test("of times: every time in every form is read back", () => {
    fc.assert(
      fc.property(
        time,
        fc.constantFrom("", "um", "well", "at", "around", "how about", "maybe"),
        fc.constantFrom("", ...politeness),
        (said, before, behind) => {
          const { hour, minute, half, figures } = said;
          const spoken = figures
            ? `${hour}:${String(minute[0]).padStart(2, "0")}`
            : `${hours[hour % 12]} ${minute[1]}`;
          const heard = first(hear(`${before} ${spoken} ${half} ${behind}`, { asked: ["time"] }), "time");
          const expected = (hour % 12) + (half.startsWith("p") ? 12 : 0);
          expect(heard?.value.toString().slice(0, 5)).toBe(
            `${String(expected).padStart(2, "0")}:${String(minute[0]).padStart(2, "0")}`,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("of replies", () => {
    const replies = fc.constantFrom(
      ["yes", "yes"],
      ["no", "no"],
      ["that works", "yes"],
      ["that won't work", "no"],
      ["not really", "no"],
      ["sounds good", "yes"],
    );
    fc.assert(
      fc.property(
        replies,
        fc.constantFrom("", "um", "uh", "well", "oh"),
        fc.constantFrom("", "thank you", "thanks", "um"),
        ([said, expected], before, behind) => {
          expect(hear(`${before} ${said} ${behind}`, { asked: ["yesNo"] }).reply).toBe(expected);
        },
      ),
    );
  });
});
