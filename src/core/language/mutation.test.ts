import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hearing, hear } from "./testing/hear.ts";
import type { ReadingValue } from "./understanding.ts";
import { isCheckedVin } from "./vin.ts";

/** What recognizers write for a word: its nearest neighbours in sound. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  two: ["to", "too", "ten"],
  four: ["for", "fourth"],
  fourth: ["forth", "fort", "fourteenth"],
  eight: ["ate", "eighth"],
  one: ["won", "wine"],
  third: ["bird", "thirty"],
  thirteenth: ["thirtieth", "thirteen"],
  fourteenth: ["fortieth", "fourteen"],
  fifteenth: ["fiftieth", "fifteen"],
  sixteenth: ["sixtieth", "sixteen"],
  seventeenth: ["seventieth", "seventeen"],
  eighteenth: ["eightieth", "eighteen"],
  nineteenth: ["ninetieth", "nineteen"],
  twelfth: ["twelve", "health"],
  fifth: ["fit", "sixth"],
  sixth: ["sick", "fifth"],
  seventh: ["seven", "heaven"],
  ninth: ["nine", "night"],
  thursday: ["thirsty", "tuesday"],
  tuesday: ["thursday", "today"],
  monday: ["sunday", "money"],
  sunday: ["monday", "someday"],
  friday: ["fried", "friday's"],
  wednesday: ["wendy", "when's day"],
  saturday: ["sat", "sunday"],
  march: ["much", "arch"],
  may: ["made", "me"],
  april: ["apron", "able"],
  in: ["and", "an"],
  at: ["that", "a"],
  past: ["passed", "pass"],
  half: ["have", "off"],
  quarter: ["water", "quarters"],
  the: ["a", "and"],
};

interface Mutation {
  readonly at: number;
  readonly how: "drop" | "double" | "confuse";
  readonly which: number;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom("drop", "double", "confuse"),
  which: fc.nat(5),
});

function mutated(sentence: string, { at, how, which }: Mutation): string {
  const words = sentence.split(" ");
  const place = at % words.length;
  const word = words[place] ?? "";
  const near = neighbours[word] ?? ["um"];
  const instead = how === "drop" ? [] : how === "double" ? [word, word] : [near[which % near.length] ?? word];
  words.splice(place, 1, ...instead);
  return words.join(" ");
}

/** Values of the kind that are told with more than half confidence. */
function confident(text: string, kind: ReadingValue["kind"], hearing: Hearing): readonly string[] {
  return hear(text, hearing).readings.flatMap((reading) =>
    reading.kind === kind && reading.confidence > 0.5 ? [String(reading.value)] : [],
  );
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = "january february march april may june july august september october november december".split(
  " ",
);
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
    .split(" ")
    .map((ordinal) => ordinal.replace("-", " "));

const today = Temporal.PlainDate.from("2026-03-02");
const dated = fc.record({ days: fc.integer({ min: 1, max: 75 }), form: fc.nat(3) }).map(({ days, form }) => {
  const day = today.add({ days });
  const [weekday, month, ordinal] = [
    weekdays[day.dayOfWeek - 1],
    months[day.month - 1],
    ordinals[day.day - 1],
  ];
  const said = [
    `${weekday} ${month} ${ordinal}`,
    `${weekday} the ${ordinal} of ${month}`,
    `can i come on ${weekday} ${month} the ${ordinal} please`,
    `${month} ${ordinal} a ${weekday}`,
  ][form];
  return { day, said: said ?? "" };
});

describe("a word that is lost, doubled or misheard may cost confidence", () => {
  test("and gives no other day for sure, where the weekday is said with the day", () => {
    fc.assert(
      fc.property(dated, mutation, ({ day, said }, change) => {
        const text = mutated(said, change);
        // "Friday March twenty" for the twenty-seventh says the same weekday: nothing shows the loss.
        const same = new Set([day.toString(), day.subtract({ days: 7 }).toString()]);
        for (const value of confident(text, "date", { asked: ["date"] }))
          expect(same, `"${text}" for "${said}"`).toContain(value);
      }),
      { numRuns: 1500 },
    );
  });

  test("and gives no other hour for sure, where the half of the day is said", () => {
    const said = fc.constantFrom<readonly [hour: number, said: string]>(
      [14, "half past two in the afternoon"],
      [14, "two thirty in the afternoon"],
      [8, "quarter to nine in the morning"],
      [8, "eight forty five am"],
      [16, "quarter past four in the afternoon"],
      [16, "can we say four fifteen pm please"],
      [10, "ten oh five am"],
      [11, "twenty to twelve in the morning"],
      [13, "one o'clock in the afternoon"],
    );
    const loss = fc.record({ at: fc.nat(12), how: fc.constantFrom("drop", "double"), which: fc.nat(5) });
    fc.assert(
      fc.property(said, loss as fc.Arbitrary<Mutation>, ([hour, sentence], change) => {
        const text = mutated(sentence, change);
        for (const value of confident(text, "time", { asked: ["time"] }))
          expect(Number(value.slice(0, 2)), `"${text}" for "${sentence}"`).toBe(hour);
      }),
      { numRuns: 500 },
    );
  });

  test("and gives no other telephone number, when a figure is lost or doubled", () => {
    const spoken = "my number is five oh three five five five oh one two three".split(" ");
    for (let at = 3; at < spoken.length; at += 1)
      for (const instead of [[], [spoken[at] ?? "", spoken[at] ?? ""]]) {
        const text = spoken.toSpliced(at, 1, ...instead).join(" ");
        for (const value of confident(text, "phone", { asked: ["phone"] }))
          expect(value, text).toBe("+15035550123");
      }
  });

  test("and gives no other date of birth, when a figure of eight is lost", () => {
    const figures = [..."05191982"];
    figures.forEach((_, at) => {
      const text = figures.toSpliced(at, 1).join(" ");
      for (const value of confident(text, "dateOfBirth", { asked: ["dateOfBirth"] }))
        expect(value, text).toBe("1982-05-19");
    });
  });

  test("and gives no other vehicle number: its check digit shows it", () => {
    const vin = "1HGCM82633A004352";
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(..."BCDEGPTVZ380AJKMNS"), (at, instead) => {
        const changed = [...vin].toSpliced(at, 1, instead);
        // "C" and "3" count the same: no check digit tells them apart.
        fc.pre(!isCheckedVin(changed.join("")));
        const heard = changed.join(" ");
        for (const value of confident(heard, "vin", { asked: ["vin"] })) expect(value, heard).toBe(vin);
      }),
      { numRuns: 300 },
    );
  });
});
