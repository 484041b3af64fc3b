import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { IdentifierShape } from "./expectation.ts";
import { identifierComplete, readIdentifiers } from "./identifier.ts";
import { identifierShapes, shapeFrom } from "./identifier-shapes.ts";
import { circumstancesOf, first, hear } from "./testing/hear.ts";
import { politeness, spokenCharacters } from "./testing/spoken.ts";
import type { Circumstances, Reading } from "./understanding.ts";
import { splitWords } from "./words.ts";

function asking(shape: IdentifierShape | null): Circumstances {
  const circumstances = circumstancesOf({ asked: ["identifier"] });
  return { ...circumstances, expectation: { ...circumstances.expectation, shape } };
}

function read(
  text: string,
  shape: string | null = "memberId",
  nbest: readonly string[] = [],
): readonly Reading[] {
  const found = shape === null ? null : (identifierShapes[shape] ?? shapeFrom(shape));
  return readIdentifiers(splitWords(text), asking(found), { text, alternatives: nbest });
}
const idIn = (text: string, shape: string | null = "memberId"): unknown =>
  read(text, shape)[0]?.value ?? null;

const members: [expected: string | null, texts: string[]][] = [
  [
    "ABC123456",
    [
      "ABC123456",
      "abc 123 456",
      "a b c one two three four five six",
      "A B C 1 2 3 4 5 6",
      "alpha bravo charlie one two three four five six",
      "a as in apple b as in boy c as in cat 123456",
      "a for alpha b for bravo c for charlie 1 2 3 4 5 6",
      "I have Blue Cross insurance and my member ID is ABC123456",
      "my member ID is a b c 123 456",
      "sure it's a b c dash one two three dash four five six",
      "the ID number is ABC 123456",
      "it is abc twelve thirty four fifty six",
      "um a b c one two three uh four five six please",
      "a d c no sorry a b c one two three four five six",
      "ay bee see one two three four five six",
    ],
  ],
  ["XYZ5507", ["x y z double five oh seven", "x-ray yankee zulu five five zero seven", "ex why zee 5 5 0 7"]],
  [
    "W998877",
    [
      "double you triple nine no wait w nine nine eight eight seven seven",
      "double u double nine double eight double seven",
      "whiskey 998877",
    ],
  ],
  ["BO4000", ["b o four thousand", "bravo oscar 4 0 0 0", "b o four triple zero"]],
  ["U1234567801", ["u one two three four five six seven eight oh one", "U 12345678 01"]],
  [
    null,
    [
      "hold on",
      "I don't have it with me",
      "help",
      "one moment",
      "let me see I have to look for it",
      "I don't know",
      "can you repeat that",
      "what is that",
      "yes",
      "no",
      "blue cross",
      "give me a second",
      "I can't find my card",
      "wait a minute please",
      "is it on the front or the back",
      "I want to speak to a person",
      "why do you need that",
      "abc",
      "oh okay",
      "are you there",
    ],
  ],
];
for (const [expected, texts] of members)
  test.each(texts)(`member ID "%s" is ${expected ?? "none"}`, (text) => expect(idIn(text)).toBe(expected));

test.each([
  ["n 7 4 3 s e", "N743SE"],
  ["sw1a 1aa", "SW1A1AA"],
  ["s w one a one a a", "SW1A1AA"],
  ["sierra whiskey one alpha one alpha alpha", "SW1A1AA"],
  ["my postcode is e c 1 a 4 h d", "EC1A4HD"],
  ["and 6 3 e w", "N63EW"],
  ["L8 1ah", "L81AH"],
  ["m 1 4 b t please", "M14BT"],
  ["b for bravo 1 5 4 t for tango w", "B154TW"],
  ["hold on", null],
  ["I don't know", null],
])("UK postcode %s is %s", (text, expected) => expect(idIn(text, "ukPostcode")).toBe(expected));

test.each([
  ["c v 2 full 6 page k", "CV246HK"],
  ["m 4 4 warm zag e", "M441ZE"],
  ["l s 7 3 cute b", "LS73QB"],
  ["double e 1 4 5 b t", "W145BT"],
  ["n w 1500 b h", "NW15BH"],
  ["b n 2 oq d", "BN20QD"],
  ["tingo q 3 9 p w", "TQ39PW"],
  ["s w 1 i 2 d t", "SW1A2DT"],
  ["w 1 z 4 b h", "W1V4BH"],
  ["l s 7 3 0 b", "LS73ZB"],
  ["it's on me", null],
  ["hold on for a second", null],
  ["all right then", null],
])("UK postcode garbled to %s is %s", (text, expected) => expect(idIn(text, "ukPostcode")).toBe(expected));

test("the recognizer's other guesses help a postcode", () => {
  expect(read("for 0 Q G", "ukPostcode", ["for 0 Q G", "M4 0QG"])[0]?.value).toBe("M40QG");
});

test("what more of the guesses speak for outweighs a guess that stands a little before them", () => {
  const guesses = ["d a 6 5 9 + f", "d a 6 5 9 n f", "da6 5 9 NF", "d a 6 5 9 m f"];
  expect(read(guesses[0] ?? "", "ukPostcode", guesses)[0]?.value).toBe("DA659NF");
});

test.each([
  ["nine seven two oh one", "97201"],
  ["97201", "97201"],
  ["nine seven two twelve", "97212"],
  ["9 7 2 0 1 dash 1 2 3 4", "972011234"],
  ["nine seven two", null],
])("ZIP %s is %s", (text, expected) => expect(idIn(text, "zip")).toBe(expected));

test.each([
  ["zero zero four three five two", "004352"],
  ["the last six are zero zero four three five two", "004352"],
  ["last eight three a zero zero four three five two", "3A004352"],
  ["it ends in zero zero four three five two", "004352"],
  ["the last six digits of the vin are oh oh four three five two", "004352"],
  ["3 a o o 4 3 5 2", "3A004352"],
  ["one h g c m eight two six three three a zero zero four three five two", "1HGCM82633A004352"],
  ["four three five two", null],
  ["I don't have it here", null],
])("end of a VIN: %s is %s", (text, expected) => expect(idIn(text, "vin")).toBe(expected));

test.each([
  ["a b c one two three four", "ABC1234"],
  ["my plate is a b c one two three", "ABC123"],
  ["bravo kilo tango four seven two", "BKT472"],
  ["b k t four seventy two", "BKT472"],
  ["it's b as in boy k as in kite t as in tom four seven two", "BKT472"],
  ["the license plate is five one eight d m n", "518DMN"],
  ["colorado b k t four seven two", "BKT472"],
  ["plate number b k t dash four seven two", "BKT472"],
  ["it's a vanity plate g o b u f f s", "GOBUFFS"],
  ["a a a oh oh one", "AAA001"],
  ["o k j five five two", "OKJ552"],
  ["double a b one double two", "AAB122"],
  ["six s p j two one nine", "6SPJ219"],
  ["b k t four seven nine no sorry b k t four seven two", "BKT472"],
  ["I don't know it by heart", null],
  ["hold on let me look", null],
  ["it's a honda", null],
  ["it's the blue one", null],
])("plate: %s is %s", (text, expected) => expect(idIn(text, "plate")).toBe(expected));

test.each([
  ["q w e r t y", "QWERTY"],
  ["7 a b c 1 2 3", "7ABC123"],
  ["seven alpha bravo charlie one two three", "7ABC123"],
])("plate %s is %s", (text, expected) => expect(idIn(text, "plate")).toBe(expected));

test("a mask decides between letter and figure", () => {
  expect(idIn("a oh oh 1 2 3", "AA9999")).toBe("AO0123");
  expect(idIn("k seven m two q nine", "A9A9A9")).toBe("K7M2Q9");
});

test("unasked identifiers need to be named, and say their name", () => {
  const found = hear("my member ID is XYZ 887 766 and my group number is 44120").readings.filter(
    ({ kind }) => kind === "identifier",
  );
  expect(found.map((reading) => [reading.value, "named" in reading ? reading.named : null])).toEqual(
    expect.arrayContaining([
      ["XYZ887766", "memberId"],
      ["44120", "groupNumber"],
    ]),
  );
  expect(first(hear("room 44120 please"), "identifier")).toBeUndefined();
});

test("payer and member ID in one sentence", () => {
  const told = hear("I have Blue Cross insurance and my member ID is ABC123456", { asked: ["payer"] });
  expect(first(told, "payer")?.value).toBe("blueCross");
  expect(first(told, "identifier")?.value).toBe("ABC123456");
});

test("completeness grows with the characters and waits at a dangling word", () => {
  const complete = (text: string): number =>
    identifierComplete(splitWords(text), asking(identifierShapes["memberId"] ?? null)) ?? 0;
  expect(complete("a b c")).toBeLessThan(0.4);
  expect(complete("a b c one two three four five six")).toBeGreaterThan(0.6);
  expect(complete("a b c one two three dash")).toBeLessThan(0.2);
  expect(complete("a b c one two three double")).toBeLessThan(0.2);
});

// "p papa" may be one letter or two, which cannot be told apart by ear.
test("every identifier comes back from every way of saying it", () => {
  const id = fc.stringMatching(/^[A-HJ-NP-Z]{2,3}[0-9]{5,8}$/).filter((id) => !/([A-Z])\1/.test(id));
  const spoken = id.chain((value) =>
    fc
      .tuple(spokenCharacters(value), politeness)
      .map(([text, [before, after]]) => ({ value, text: `${before}${text}${after}` })),
  );
  fc.assert(
    fc.property(spoken, ({ value, text }) => {
      expect(idIn(text), text).toBe(value);
    }),
  );
});

test.each(["a please yes okay a a", "i for yes a"])('the yes in "%s" is no letters', (text) => {
  expect(read(text)).toEqual([]);
});

test("politeness alone is never an identifier", () => {
  const words = fc.constantFrom(
    ..."yes no okay please thank you sure hold on a moment let me see i have to look for it where is that do not know sorry what hello hi uh um well so the card".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 9 }), (all) => {
      const found = read(all.join(" "))[0];
      expect(found === undefined || found.confidence < 0.6, all.join(" ")).toBe(true);
    }),
  );
});
