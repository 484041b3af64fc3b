import { describe, expect, test } from "vitest";
import { type Hearing, hear } from "./testing/hear.ts";
import type { Reading } from "./understanding.ts";

// The same value in many words: one block a kind, `null` where the words hold none. All count from Monday 2 March 2026.
type Rows = Readonly<Record<string, readonly string[]>>;

const tables: readonly (readonly [
  name: string,
  kinds: readonly Reading["kind"][],
  hearing: Hearing,
  rows: Rows,
])[] = [
  [
    "a day",
    ["date"],
    { asked: ["date"] },
    {
      "2026-03-10": ["a week on tuesday", "two tuesdays from now", "tuesday week"],
      "2026-03-16": ["fortnight from today", "a fortnight from today"],
      "2026-03-17": ["two weeks on tuesday"],
      "2026-03-19": ["a fortnight on thursday"],
      "2026-03-13": ["not this friday the one after", "not this friday but the following one"],
      "2026-03-12": ["not this thursday but the next one"],
      null: ["overmorrow", "whenever suits the doctor"],
    },
  ],
  [
    "a range of days",
    ["days"],
    { asked: ["date"] },
    {
      "[1,3]": ["mondays or wednesdays", "mondays and wednesdays"],
      "[1,3,5]": ["mondays wednesdays and fridays"],
      "to 2026-03-31": ["before the end of the month", "by the end of the month"],
    },
  ],
  [
    "a time",
    ["time"],
    { asked: ["time"] },
    {
      "14:30": ["to thirty", "too thirty please", "two thirty"],
      "16:15": ["for fifteen pm", "does four fifteen work"],
      "08:00": ["ate o'clock"],
      "18:25": ["five and twenty past six"],
      "12:30": ["noon thirty"],
      "13:00": ["thirteen hundred", "thirteen hundred hours"],
      "15:00": ["at two i mean three", "does three work", "fifteen"],
      "10:00": ["for ten", "for ten in the morning"],
      null: ["i've been waiting twenty minutes", "for fifteen minutes", "fifteen dollars"],
    },
  ],
  [
    "no time unasked",
    ["time"],
    {},
    {
      null: [
        "i have fifteen cats",
        "we are sixteen people",
        "it's been fourteen days",
        "it costs twenty dollars",
        "my son is sixteen",
        "about twenty",
      ],
    },
  ],
  [
    "a range of times",
    ["times"],
    { asked: ["time"] },
    { "from 17:00": ["i get off work at five", "i'm working until five so after that", "i finish at five"] },
  ],
  [
    "a preference",
    ["preference"],
    { asked: ["time"] },
    {
      earliest: ["whatever you have next", "anything you have open first", "whatever comes first"],
      latest: ["last appointment of the day", "the last slot you have"],
    },
  ],
  [
    "a number",
    ["number"],
    { asked: ["number"] },
    {
      "0": ["none", "nobody", "no one at all"],
      "1": ["just the one", "just me", "only one", "once", "by myself"],
      "2": ["both", "twice", "a pair", "my wife and i", "to"],
      "4": ["for", "four i mean four"],
      "6": ["half a dozen", "two no six"],
      "8": ["ate"],
      "24": ["two dozen"],
      "21": ["twenty first", "the twenty-first"],
      "3": ["the third", "our third"],
      "0.75": ["point seven five", "three quarters"],
      "1.75": ["one and three quarters"],
      "65000": ["sixty five k", "65k", "sixty five thousand"],
      "1995": ["nineteen ninety five"],
      null: ["just a second", "i don't know"],
    },
  ],
  [
    "pain",
    ["pain"],
    { asked: ["pain"] },
    { "5": ["it was a nine last night today it's a five", "it was a seven but currently a five"] },
  ],
  [
    "a duration",
    ["duration"],
    { asked: ["duration"] },
    {
      P2D: ["the day before yesterday", "since the weekend", "over the weekend"],
      P1D: ["sunday", "just today", "all day"],
      PT12H: ["from last night"],
    },
  ],
  [
    "a telephone number",
    ["phone"],
    { asked: ["phone"] },
    {
      "+12125550142": ["to one two five five five oh one for two"],
      "+15035550142": ["five o tree five five five oh one four to"],
      null: ["to one for two", "i have to go for now"],
    },
  ],
  [
    "an e-mail address",
    ["email"],
    { asked: ["email"] },
    {
      "ab1@example.com": ["alpha bravo one at example dot com"],
      "charlie.mike@example.com": ["charlie dot mike at example dot com"],
    },
  ],
  [
    "a name",
    ["name"],
    { asked: ["name"] },
    {
      "John Smith": ["smith john smith", "the name is smith john smith"],
      "- Patel": ["patel p a t e l", "last name patel"],
      "John Smyth": ["it's smyth s m y t h first name john", "first name john last name smyth s m y t h"],
      "- Smith-Jones": ["smith hyphen jones"],
      "Alec Baldwin": ["alex no alec baldwin", "alex baldwin no alec baldwin"],
      "Jennifer Welsh": ["jennifer walsh sorry welsh"],
      "Karen Hill": ["no my name is karen hill not karen hall", "it's for karen hill"],
      "Jane Doe": ["it is spelled j a n e d o e"],
      "Marcus Webb": ["oh uh marcus webb w e double b"],
      "Wanda Price": ["yes it's still wanda price"],
      "Maureen O'Hara": ["o'hara maureen"],
      "- Nguyen": ["nguyen n g u y e n"],
      null: ["what do you need my name for", "my name for what", "no"],
    },
  ],
  [
    "a code",
    ["identifier"],
    { asked: ["identifier"] },
    {
      "8LAK301": ["eight lincoln adam king three oh one"],
      J882014: ["it starts with a j then eight eight two zero one four"],
      D12345: ["t as in tom no d as in dog one two three four five"],
      ABC124: ["a b c one two three no four"],
      XYZ789: ["a b c one two three no sorry x y z seven eight nine"],
    },
  ],
  [
    "a date of birth",
    ["dateOfBirth"],
    { asked: ["dateOfBirth"] },
    {
      "1963-02-14": ["valentine's day nineteen sixty three", "oh two one four six three", "1963-02-14"],
      "1979-12-24": ["christmas eve nineteen seventy nine", "i was born on christmas eve 1979"],
      null: ["valentine's day", "christmas"],
    },
  ],
  [
    "a payer",
    ["payer"],
    { asked: ["payer"] },
    {
      humana: ["not aetna humana", "it used to be aetna but it's humana"],
      null: ["not aetna or humana", "neither aetna nor humana"],
    },
  ],
];

function shown(reading: Reading | undefined): string {
  if (reading === undefined) return "null";
  switch (reading.kind) {
    case "name":
      return `${reading.value.given ?? "-"} ${reading.value.family ?? "-"}`;
    case "duration":
      return reading.value.iso;
    case "time":
      return reading.value.toString().slice(0, 5);
    case "times":
      return `from ${reading.value.from?.toString().slice(0, 5)}`;
    case "days":
      return reading.value.weekdays === null
        ? `to ${reading.value.to?.toString()}`
        : JSON.stringify(reading.value.weekdays);
    default:
      return String(reading.value);
  }
}

for (const [name, kinds, hearing, rows] of tables)
  describe(`${name} in other words`, () => {
    for (const [expected, said] of Object.entries(rows))
      for (const text of said)
        test(`"${text}" is ${expected}`, () => {
          const { readings } = hear(text, hearing);
          expect(shown(readings.find(({ kind }) => kinds.includes(kind)))).toBe(expected);
        });
  });

describe("a choice in other words", () => {
  const doctors = ["Dr. Emily Chen", "Dr. Robert Walsh", "Dr. Priya Patel"];
  const times = [
    "Tuesday March 3rd at 9:00 AM",
    "Tuesday March 3rd at 2:30 PM",
    "Thursday March 5th at 10:15 AM",
  ];
  test.each<[choices: readonly string[], said: string, index: number]>([
    [doctors, "walsh no patel", 2],
    [doctors, "the first one no sorry the last", 2],
    [doctors, "no the second one", 1],
    [times, "the later one on tuesday", 1],
    [times, "the first one on tuesday", 0],
    [times, "the second one on tuesday", 1],
    [times, "the last one", 2],
  ])('of %j "%s" is %i', (choices, said, index) => {
    const { readings, acts } = hear(said, { asked: ["choice"], choices });
    expect(readings.find(({ kind }) => kind === "choice")?.value).toBe(index);
    expect(acts.map(({ kind }) => kind)).not.toContain("goBack");
  });
});
