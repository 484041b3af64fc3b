import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nameComplete, readNames } from "./name.ts";
import { circumstancesOf, first, hear } from "./testing/hear.ts";
import { politeness } from "./testing/spoken.ts";
import { splitWords } from "./words.ts";

const asked = { asked: ["name"] } as const;

function nameIn(text: string, hearing: object = asked): string | null {
  const name = first(hear(text, hearing), "name")?.value;
  return name === undefined ? null : `${name.given ?? "-"} ${name.family ?? "-"}`;
}

function spelledName(text: string, nbest: readonly string[] = []): string | null {
  const circumstances = circumstancesOf(asked);
  const spelling = { ...circumstances, expectation: { ...circumstances.expectation, spelling: true } };
  const reading = readNames(splitWords(text), spelling, { text, alternatives: nbest })[0];
  return reading?.kind === "name" ? `${reading.value.given ?? "-"} ${reading.value.family ?? "-"}` : null;
}

const table: [expected: string | null, texts: string[]][] = [
  [
    "Sarah Johnson",
    [
      "sarah johnson",
      "Sarah Johnson",
      "my name is sarah johnson",
      "hi this is sarah johnson calling",
      "it's sarah johnson",
      "yes it's sarah johnson please",
      "um sarah uh johnson",
      "first name sarah last name johnson",
      "last name johnson first name sarah",
      "my first name is sarah and my last name is johnson",
      "mrs sarah johnson",
      "sarah johnson s a r a h",
      "i'm sarah johnson and i'd like an appointment",
      "sarah m johnson",
      "okay so my full name is sarah johnson",
    ],
  ],
  ["Elena Garcia", ["elena garcia", "Elena Garcia.", "the name is elena garcia", "name's elena garcia"]],
  ["Michael Chen", ["michael chen", "this is michael chen my date of birth is may fifth", "dr michael chen"]],
  ["Priya Patel", ["priya patel", "I am priya patel"]],
  ["James Wilson", ["james wilson", "james wilson junior", "mister james wilson"]],
  ["Mike O'Brien", ["mike o'brien", "mike obrien"]],
  ["Maria de la Cruz", ["maria de la cruz"]],
  ["Ronald McDonald", ["ronald mcdonald"]],
  ["Mary Ann Smith", ["mary ann smith"]],
  ["Anne-Marie Dupont", ["anne hyphen marie dupont", "anne-marie dupont"]],
  ["Sarah Smith-Jones", ["sarah smith-jones", "sarah smith hyphen jones"]],
  [
    "John Smith",
    ["j o h n s m i t h", "john smith", "juliet oscar hotel november space sierra mike india tango hotel"],
  ],
  ["Jennifer Lopez", ["jennifer with two n's lopez"]],
  ["Katherine Miller", ["catherine with a k miller"]],
  ["Anne Taylor", ["ann with an e taylor"]],
  ["Sara Johnson", ["sarah without an h johnson"]],
  ["Patrick O'Brien", ["patrick o apostrophe brien"]],
  ["Susan May", ["Susan May", "my name is susan may", "it's susan may please", "susan may march third 1980"]],
  ["Susan -", ["susan may third 1980"]],
  ["Will Murphy", ["Will Murphy", "this is will murphy", "um will uh murphy"]],
  [
    "Thomas Miller",
    [
      "thomas miller um march",
      "thomas miller, uh, may",
      "thomas miller um march the third",
      "thomas miller march the third",
    ],
  ],
  ["Jane March", ["jane um march"]],
  ["James Wilson", ["Wilson, James"]],
  ["Emily Chen", ["I'm the mother of emily chen", "I'm calling for my daughter emily chen"]],
  ["- Smyth", ["smith with a y"]],
  ["- Garcia", ["last name is garcia g a r c i a"]],
  ["Mary Jo -", ["mary jo from accounting"]],
  ["Sarah -", ["sarah", "it's sarah", "call me sarah"]],
  [
    null,
    [
      "hold on",
      "what do you need that for",
      "can I speak to a person",
      "help",
      "I don't know",
      "say that again",
      "yes",
      "no",
      "one moment please",
      "tomorrow at ten",
      "I want to cancel my appointment",
      "how long does it take",
      "I am calling about my insurance",
      "zero",
      "555 0123",
      "may I",
      "will do",
      "will you call me",
      "will it take long",
      "susan may know it",
    ],
  ],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected ?? "no name"}`, (text) => expect(nameIn(text)).toBe(expected));

test.each([
  ["hi my name is sarah johnson and I need an appointment", "Sarah Johnson"],
  ["this is james wilson", "James Wilson"],
  ["my name is will murphy and I need a checkup", "Will Murphy"],
  ["my name is susan may", "Susan May"],
  ["this may be urgent", null],
  ["this is about my knee", null],
  ["I am sick", null],
  ["this is urgent", null],
  ["I'm calling about my son", null],
])("unasked, '%s' names %s", (text, expected) => expect(nameIn(text, {})).toBe(expected));

test("the recognizer's other guesses name people", () => {
  const nbest = ["jill later", "gill later", "jill slater", "gym later"];
  expect(nameIn("jill later", { ...asked, nbest })).toBe("Jill Slater");
  expect(nameIn("holly right", { ...asked, nbest: ["holly right", "holly wright"] })).toBe("Holly Wright");
});

test("another guess may spell the name otherwise, but a name that sounds otherwise is not what was said", () => {
  const british = { ...asked, timeZone: "Europe/London" };
  const heard = (...nbest: readonly [string, ...string[]]) => nameIn(nbest[0], { ...british, nbest });
  expect(heard("louis fenton", "lewis fenton", "lewes fenton")).toBe("Lewis Fenton");
  expect(heard("jenny wilkins", "jenny wilkinson", "jenny wilkin")).toBe("Jenny Wilkins");
  expect(heard("molly foster", "maureen foster", "mark foster")).toBe("Molly Foster");
  expect(heard("molly fosster", "molly foster")).toBe("Molly Foster");
});

test.each([
  ["s a r a h j o h n s o n", "Sarah Johnson"],
  ["s a r a h space j o h n s o n", "Sarah Johnson"],
  ["S for sugar A R A H J O H N S O N", "Sarah Johnson"],
  ["sierra alpha romeo alpha hotel juliet oscar hotel november sierra oscar november", "Sarah Johnson"],
  ["m i c h a e l next c h e n", "Michael Chen"],
  ["e l e n a g a r s i a", "Elena Garcia"],
  ["p r i a p a t e l", "Priya Patel"],
  ["davit williams w i l l i a m s", "Davit Williams"],
  ["m AR i o b a k ER", "Mario Baker"],
  ["l e w is h i l l", "Lewis Hill"],
  ["my name is s a r a h", "Sarah -"],
])("spelled '%s' is %s", (text, expected) => expect(spelledName(text)).toBe(expected));

test("the third guess at a spelling counts where it is nearer to a name than the first", () => {
  const garbled = "t a m b e x w i l o i k z";
  expect(spelledName(garbled, [garbled, "t a m e x w i l o i k s", "j a m e s w i l s o n"])).toBe(
    "James Wilson",
  );
  expect(spelledName("j a m e s w i l s o n", [garbled])).toBe("James Wilson");
});

test.each([
  ["G L e NN W I ll i s", "Glenn Willis"],
  ["m AR k B RO w n", "Mark Brown"],
  ["Delta Alpha Victor India Delta Juliet Oscar November Echo Sierra", "David Jones"],
])("a spelling that nobody asked for, '%s', is %s", (text, expected) => expect(nameIn(text)).toBe(expected));

test.each(["uh huh", "oh my god", "ok so um", "no no no", "who is it", "it is me", "I can do it"])(
  "short words are no spelling: %s",
  (text) => expect(nameIn(text)).toBeNull(),
);

test("clean letters of a name nobody knows stand as they are", () => {
  expect(spelledName("z o l t r a x")).toBe("- Zoltrax");
});

test("a garbled spelling is never certain", () => {
  const circumstances = circumstancesOf(asked);
  const spelling = { ...circumstances, expectation: { ...circumstances.expectation, spelling: true } };
  const text = "s b r a h j o n s o m";
  const reading = readNames(splitWords(text), spelling, { text, alternatives: [] })[0];
  expect(reading?.confidence ?? 0).toBeLessThan(0.9);
});

test("completeness: a given name alone may go on, a whole name may not", () => {
  const complete = (text: string): number => {
    const name = first(hear(text, asked), "name")?.value ?? null;
    return nameComplete(splitWords(text), circumstancesOf(asked), name) ?? -1;
  };
  expect(complete("my name is")).toBeLessThan(0.1);
  expect(complete("sarah")).toBeLessThan(0.6);
  expect(complete("sarah johnson")).toBeGreaterThan(0.85);
  expect(complete("susan may")).toBeGreaterThan(0.85);
  expect(complete("thomas miller um march")).toBeLessThan(0.5);
  expect(complete("hold on")).toBe(-1);
});

test("politeness does not change a name", () => {
  const names = fc.constantFrom(
    "Elena Garcia",
    "Michael Chen",
    "Sarah Johnson",
    "James Wilson",
    "Priya Patel",
    "Robert Kim",
    "Aisha Khan",
  );
  fc.assert(
    fc.property(names, politeness, (name, [before, after]) => {
      expect(nameIn(`${before}${name.toLowerCase()}${after}`)).toBe(name);
    }),
  );
});
