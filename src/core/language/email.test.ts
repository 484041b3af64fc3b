import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emailComplete, readEmails } from "./email.ts";
import { circumstancesOf, first, hear } from "./testing/hear.ts";
import { politeness, spokenCharacters } from "./testing/spoken.ts";
import type { Circumstances } from "./understanding.ts";
import { splitWords } from "./words.ts";

const asked = { asked: ["email"] } as const;
const emailIn = (text: string, hearing = {}): string | undefined =>
  first(hear(text, hearing), "email")?.value;

const table: [expected: string | null, texts: string[]][] = [
  [
    "john.smith@gmail.com",
    [
      "john dot smith at gmail dot com",
      "john.smith@gmail.com",
      "John.Smith@Gmail.com",
      "john.smith at gmail.com",
      "john dot smith at g mail dot com",
      "john dot smith at gee mail dot com",
      "my email is john dot smith at gmail dot com",
      "it's john dot smith at gmail dot calm",
      "yes it's john period smith at gmail dot com please",
      "j o h n dot s m i t h at gmail dot com",
      "john dot s m i t h at gmail dot com",
      "juliet oscar hotel november dot smith at gmail dot com",
      "john dot smith at gmail",
      "john.smith@gmial.com",
      "john dot smith at gmail dot con",
      "john dot smith at sign gmail dot com",
    ],
  ],
  [
    "johnsmith@example.com",
    [
      "john smith all one word at example dot com",
      "johnsmith at example dot com",
      "john smith at example dot com",
      "john smith no spaces at example dot com",
    ],
  ],
  [
    "elena_garcia@yahoo.com",
    [
      "elena underscore garcia at yahoo dot com",
      "elena underscore garcia at ya hoo dot com",
      "elena under score garcia at yahoo dot com",
      "elena underscore garcia at yahoo",
    ],
  ],
  ["mary-ann@hotmail.com", ["mary dash ann at hotmail dot com", "mary hyphen ann at hot mail dot com"]],
  [
    "priya42@outlook.com",
    [
      "priya forty two at outlook dot com",
      "priya four two at outlook dot com",
      "priya 42 at out look dot com",
      "p r i y a four two at outlook dot com",
    ],
  ],
  [
    "mary1982@aol.com",
    [
      "mary nineteen eighty two at a o l dot com",
      "mary 1982 at aol dot com",
      "mary one nine eight two at aol dot com",
    ],
  ],
  [
    "bob@example.org",
    [
      "b as in boy o b as in bravo at example dot org",
      "bob at example dot org",
      "bravo oscar bravo at example dot o r g",
    ],
  ],
  [
    "smyth@icloud.com",
    ["smyth at i cloud dot com", "s m y t h at icloud dot com", "smith s m y t h at icloud dot com"],
  ],
  ["info@my-clinic.co.uk", ["info at my dash clinic dot co dot uk"]],
  ["dr.lee@health.state.edu", ["dr dot lee at health dot state dot edu"]],
  ["j007@example.net", ["j double oh seven at example dot net", "j zero zero seven at example dot net"]],
  ["sam+visits@example.com", ["sam plus visits at example dot com"]],
  [
    null,
    [
      "john smith",
      "at",
      "I don't have one",
      "hold on",
      "I don't have e-mail",
      "no",
      "one second",
      "can you repeat that",
      "what do you need it for",
      "I'll be there at noon",
    ],
  ],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected ?? "no address"}`, (text) => {
    expect(emailIn(text, asked) ?? null).toBe(expected);
  });

test("an address nobody asked for needs its ending", () => {
  expect(emailIn("my email is bob at example dot com")).toBe("bob@example.com");
  expect(emailIn("meet me at yahoo")).toBeUndefined();
});

test("the caller's own name fills 'my first name dot last name'", () => {
  const text = "my first name dot last name at example dot com";
  const told: Circumstances = { ...circumstancesOf(asked), knownName: { given: "Elena", family: "O'Neil" } };
  const read = (circumstances: Circumstances): unknown =>
    readEmails(splitWords(text), circumstances, { text, alternatives: [] })[0]?.value;
  expect(read(told)).toBe("elena.oneil@example.com");
  expect(read({ ...told, knownName: { given: null, family: null } })).toBeUndefined();
});

test.each([
  ["john dot smith", 0.3],
  ["john dot", 0.1],
  ["john dot smith at", 0.1],
  ["john at gmail dot", 0.1],
  ["j o h n", 0.2],
])('"%s" is at most %d complete', (text, most) => {
  expect(emailComplete(splitWords(text), circumstancesOf(asked)) ?? 0).toBeLessThanOrEqual(most);
});

test("a whole address is complete", () => {
  expect(emailComplete(splitWords("john at gmail dot com"), circumstancesOf(asked))).toBeGreaterThan(0.9);
});

/** "o" beside a figure may be a nought, and "p papa" may be one letter or two; neither can be told apart by ear. */
const unambiguous = (text: string): boolean => !/([a-z])\1/.test(text);

test("every spelled address comes back", () => {
  const part = fc.stringMatching(/^[a-np-z]{3}[a-np-z1-9]{0,5}$/).filter(unambiguous);
  const spoken = fc.tuple(
    part,
    part,
    fc.constantFrom(".", "_", "-"),
    fc.constantFrom("gmail.com", "example.org", "yahoo.com"),
    politeness,
  );
  const variants = spoken.chain(([one, other, sign, domain, [before, after]]) =>
    fc.tuple(spokenCharacters(one), spokenCharacters(other)).map(([first, second]) => ({
      email: `${one}${sign}${other}@${domain}`,
      text: `${before}${first} ${{ ".": "dot", _: "underscore", "-": "dash" }[sign]} ${second} at ${domain.replace(".", " dot ")}${after}`,
    })),
  );
  fc.assert(
    fc.property(variants, ({ email, text }) => {
      expect(emailIn(text, asked), text).toBe(email);
    }),
  );
});
