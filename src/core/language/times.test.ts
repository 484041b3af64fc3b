import { describe, expect, test } from "vitest";
import { first, type Hearing, hear } from "./testing/hear.ts";

const asked: Hearing = { asked: ["time"] };
const phrases: readonly (readonly [expected: string | null, said: readonly string[], hearing?: Hearing])[] = [
  [
    "14:30",
    [
      "half past two",
      "two thirty",
      "2:30",
      "at two thirty",
      "14:30",
      "2:30 pm",
      "2 30 pm",
      "two thirty p m",
      "half past two in the afternoon",
      "afternoon 2:30",
      "2.30 pm",
      "half past 2",
      "thirty minutes past two",
      "two thirty in the afternoon",
      "2:30pm",
      "230 pm",
    ],
    asked,
  ],
  [
    "08:45",
    [
      "quarter to nine",
      "a quarter to nine",
      "quarter of nine",
      "fifteen minutes to nine",
      "8:45",
      "eight forty five",
      "quarter before nine",
      "8 45 am",
    ],
    asked,
  ],
  [
    "09:15",
    [
      "quarter past nine",
      "quarter after nine",
      "nine fifteen",
      "a quarter past nine in the morning",
      "9:15 am",
    ],
    asked,
  ],
  ["18:35", ["twenty five to seven in the evening", "25 to 7 p.m.", "six thirty five pm"]],
  ["16:10", ["ten past four", "10 past 16", "ten minutes after four", "4:10"], asked],
  [
    "12:00",
    [
      "noon",
      "at noon",
      "midday",
      "12 pm",
      "twelve pm",
      "twelve noon",
      "12 noon",
      "twelve in the afternoon",
      "afternoon 12",
      "at twelve",
      "12 o'clock",
    ],
    asked,
  ],
  ["00:00", ["midnight", "12 am", "twelve midnight"]],
  [
    "16:30",
    [
      "evening 4:30",
      "4:30 in the evening",
      "in the evening at 4:30",
      "this afternoon at four thirty",
      "4 30 this afternoon",
    ],
  ],
  ["10:00", ["ten", "10", "around ten ish", "tennish"].slice(0, 3), asked],
  [
    "10:00",
    [
      "at ten",
      "10 am",
      "ten a.m.",
      "ten in the morning",
      "morning 10",
      "10 o clock",
      '10 o"clock',
      "ten o'clock",
      "around ten",
      "at about ten in the morning",
      "tomorrow at 10",
      "let's say at ten",
      "for 10 am please",
    ],
  ],
  [
    "15:00",
    [
      "three",
      "three please",
      "three works",
      "let's do three",
      "3 is fine",
      "how about three",
      "maybe three then",
      "i'd say three",
    ],
    asked,
  ],
  [
    "15:00",
    [
      "at three",
      "3 pm",
      "three o'clock",
      "around three",
      "by the way is three o'clock free",
      "tuesday at three",
      "at 3 on tuesday",
      "march fifth at three",
      "the fifth at 3",
      "3 in the afternoon",
      "three o clock please",
    ],
  ],
  ["09:05", ["nine oh five", "nine o five", "9:05", "five past nine", "five after nine"], asked],
  [
    "17:45",
    [
      "quarter to six in the evening",
      "5:45 pm",
      "quarter to 18",
      "17:45",
      "five forty five in the afternoon",
    ],
  ],
  [
    "20:00",
    ["eight in the evening", "8 at night", "8 pm", "eight tonight", "twenty hundred hours"].slice(0, 4),
  ],
  ["13:00", ["one o'clock", "at one", "1 pm", "one in the afternoon", "afternoon 1"]],
  ["15:30", ["three-thirty", "wednesday three thirty"], asked],
  ["09:00", ["nine-ish", "9ish", "around nineish"], asked],
  ["16:00", ["wednesday four", "tuesday 4"], asked],
  ["14:30", ["the twelfth two thirty", "march 12th 2 30 pm"], asked],
  ["09:30", ["in half an hour"]],
  ["23:00", ["eleven at night", "11 pm"]],
  // Taken back in the same breath, or changed.
  [
    "16:00",
    [
      "at three no four",
      "at three no wait four o'clock",
      "three pm actually make it four pm",
      "not three four o'clock",
    ],
    asked,
  ],
  ["09:00", ["move it from four pm to nine am", "change it from 4 pm to 9 am"]],
  // A number that is no time of day.
  [
    null,
    [
      "two people",
      "i have two dogs",
      "the one in the middle",
      "for two days",
      "number two",
      "i'm 42",
      "three kids and a dog",
      "one of them",
      "call me at work",
      "seven out of ten",
      "that one",
      "about a year",
      "not noon",
      "anytime but noon",
      "one of my crowns",
      "two of us",
    ],
    asked,
  ],
  ["08:50", ["ten of nine"], asked],
];

describe("times of day", () => {
  for (const [expected, said, hearing] of phrases) {
    for (const text of said) {
      test(`"${text}" is ${expected ?? "no time"}`, () => {
        expect(first(hear(text, hearing), "time")?.value.toString().slice(0, 5) ?? null).toBe(expected);
      });
    }
  }
});

describe("a.m. or p.m. is decided by", () => {
  test.each([
    ["08:00-18:00", "four", "16:00"],
    ["08:00-18:00", "nine", "09:00"],
    ["08:00-18:00", "twelve", "12:00"],
    ["08:00-18:00", "one thirty", "13:30"],
    ["17:00-23:00", "eight", "20:00"],
    ["17:00-23:00", "ten", "22:00"],
    ["06:00-11:00", "seven", "07:00"],
    ["08:00-20:00", "eight", "08:00"],
    ["08:00-20:00", "seven thirty", "19:30"],
  ])("the hours %s: %s is %s", (opening, said, expected) => {
    expect(
      first(hear(said, { asked: ["time"], opening }), "time")
        ?.value.toString()
        .slice(0, 5),
    ).toBe(expected);
  });

  test("the part of the day named elsewhere in the words", () => {
    expect(first(hear("in the evening if you can say around six", asked), "time")?.value.toString()).toBe(
      "18:00:00",
    );
  });

  test("the correction of that part alone", () => {
    const previous = "So that is Tuesday at 4 a.m., right?";
    expect(first(hear("no p.m.", { previous }), "time")?.value.toString()).toBe("16:00:00");
    expect(first(hear("no, I said pm", { previous }), "time")?.value.toString()).toBe("16:00:00");
    for (const text of ["I'm not sure", "am I too late", "the pm one"])
      expect(first(hear(text, { previous, ...asked }), "time")).toBeUndefined();
  });
});

type Range = readonly [from: string | null, to: string | null];
const ranges: readonly (readonly [expected: Range, said: readonly string[]])[] = [
  [
    ["15:00", null],
    [
      "after three",
      "any time after three",
      "after 3 pm",
      "three or later",
      "from three on",
      "not before three",
      "after school",
      "no earlier than three",
    ],
  ],
  [
    [null, "11:00"],
    [
      "before eleven",
      "by eleven",
      "until eleven",
      "no later than 11 am",
      "eleven o'clock at the latest",
      "not after eleven",
    ],
  ],
  [
    ["14:00", "16:00"],
    [
      "between two and four",
      "from two to four",
      "two to four pm",
      "between 2 and 4 pm",
      "from 2 until 4",
      "between two and four in the afternoon",
      "mid afternoon",
    ],
  ],
  [
    ["09:00", "17:00"],
    ["from nine to five", "between 9 am and 5 pm"],
  ],
  [["10:00", "14:00"], ["between ten and two"]],
  [
    [null, "12:00"],
    [
      "in the morning",
      "morning",
      "mornings are best",
      "before noon",
      "tomorrow morning",
      "tuesday morning please",
    ],
  ],
  [
    ["12:00", "17:00"],
    ["in the afternoon", "afternoon", "friday afternoon"],
  ],
  [
    ["17:00", "21:00"],
    ["in the evening", "evenings"],
  ],
  [
    [null, "10:00"],
    ["first thing", "first thing in the morning", "early morning", "first thing tomorrow"],
  ],
  [
    ["12:00", "14:00"],
    ["lunch time", "during my lunch break", "over lunch"],
  ],
  [
    ["13:00", null],
    ["after lunch", "after my lunch break"],
  ],
  [
    [null, "12:00"],
    ["the first half of the day", "the am one"],
  ],
  [
    ["12:00", null],
    ["later in the day", "the second half of the day"],
  ],
  [["17:00", null], ["after work"]],
  [
    ["15:00", "18:00"],
    ["late afternoon", "later in the afternoon"],
  ],
];

describe("ranges of times", () => {
  for (const [[from, to], said] of ranges) {
    for (const text of said) {
      test(`"${text}"`, () => {
        const range = first(hear(text), "times")?.value;
        expect(
          range && [range.from?.toString().slice(0, 5) ?? null, range.to?.toString().slice(0, 5) ?? null],
        ).toEqual([from, to]);
      });
    }
  }
});

test("a stretch that is refused is not wished for", () => {
  expect(first(hear("any time except between twelve and one"), "times")).toBeUndefined();
});

test("an or keeps limits apart", () => {
  const ranges = hear("before nine or after four").readings.filter(({ kind }) => kind === "times");
  expect(ranges).toHaveLength(2);
});

test("good morning is a greeting and no time", () => {
  expect(first(hear("good morning i need an appointment"), "times")).toBeUndefined();
});

test.each([
  [
    "earliest",
    [
      "as soon as possible",
      "asap",
      "the earliest you have",
      "your first available",
      "the sooner the better",
      "whatever is the next available",
    ],
  ],
  ["latest", ["as late as possible", "the latest appointment you have", "the last appointment of the day"]],
] as const)("a wish for the %s", (expected, said) => {
  for (const text of said) expect([text, first(hear(text), "preference")?.value]).toEqual([text, expected]);
});

test.each([
  "half pass two in the afternoon",
  "to nine in the morning",
  "eight five am",
  "fifteen pm",
  "twenty to in the morning",
])('of "%s" the rest is missing', (text) => {
  const sure = hear(text, { asked: ["time"] }).readings.filter(
    ({ kind, confidence }) => kind === "time" && confidence > 0.5,
  );
  expect(sure).toEqual([]);
});

test.each([
  ["oh nine hundred", "09:00"],
  ["fifteen hundred hours", "15:00"],
])("%s is %s", (text, expected) => {
  expect(
    first(hear(text, { asked: ["time"] }), "time")
      ?.value.toString()
      .slice(0, 5),
  ).toBe(expected);
});
