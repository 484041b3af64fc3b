import { expect, test } from "vitest";
import { spelledWithCodeWords, spokenDate, spokenEmail, spokenPhone, spokenYear } from "./spoken-forms.ts";
import { squash } from "./squash.ts";

const sameThing: readonly (readonly [string, string])[] = [
  ["March fifth, nineteen eighty-five", "march51985"],
  ["March 5th, 1985.", "march51985"],
  ["November twenty third, two thousand four", "november232004"],
  ["May 3, 2012", "may32012"],
  ["503, 555, 0123", "5035550123"],
  ["five oh three, five five five, zero one two three", "5035550123"],
  ["W as in Whiskey, 1, 2", "w12"],
  ["whiskey one two", "w12"],
  ["maria dot lopez at example dot com", "maria.lopez@example.com"],
  ["Is that O'Neil?", "isthatoneil"],
  ["the eighth", "the8"],
];

for (const [said, form] of sameThing)
  test(`"${said}" is ${form}`, () => {
    expect(squash(said)).toBe(form);
  });

test("what callers say comes back as what is written", () => {
  expect(squash(spokenDate("1985-03-05"))).toBe("march51985");
  expect(squash(spokenDate("2007-12-31"))).toBe("december312007");
  expect(squash(spokenPhone("+15035550123"))).toBe("5035550123");
  expect(squash(spelledWithCodeWords("XW90"))).toBe("xw90");
  expect(squash(spokenEmail("maria.lopez@example.com"))).toBe("maria.lopez@example.com");
  expect(["1901", "1985", "2000", "2012"].map((year) => squash(spokenYear(Number(year))))).toEqual([
    "1901",
    "1985",
    "2000",
    "2012",
  ]);
});
