import * as fc from "fast-check";

const DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;
const NATO =
  "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu".split(
    " ",
  );
const WORDS =
  "apple boy cat dog edward frank george henry ida jack king larry mary nancy orange peter queen robert sam tom uncle victor william xylophone young zebra".split(
    " ",
  );

/** Ways to say one figure. */
function spokenDigit(digit: string): fc.Arbitrary<string> {
  const word = DIGITS[Number(digit)] ?? "";
  return digit === "0" ? fc.constantFrom("zero", "oh", "0") : fc.constantFrom(word, digit);
}

/** Ways to say a run of figures: one by one, doubled, in pairs. */
export function spokenDigits(digits: string): fc.Arbitrary<string> {
  const singles = fc.tuple(...[...digits].map(spokenDigit)).map((words) => words.join(" "));
  return fc.oneof(singles, fc.constant(doubled(digits)), fc.constant(digits));
}

/** "5503" → "double five zero three". */
function doubled(digits: string): string {
  const words: string[] = [];
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charAt(at);
    const twice = digits.charAt(at + 1) === digit && digits.charAt(at + 2) !== digit;
    words.push(twice ? `double ${DIGITS[Number(digit)]}` : (DIGITS[Number(digit)] ?? ""));
    if (twice) at += 1;
  }
  return words.join(" ");
}

/** Ways to say one letter: alone, in the telephone alphabet, explained. */
function spokenLetter(letter: string): fc.Arbitrary<string> {
  const at = letter.toUpperCase().charCodeAt(0) - 65;
  const lower = letter.toLowerCase();
  return fc.constantFrom(
    lower,
    NATO[at] ?? "",
    `${lower} as in ${WORDS[at]}`,
    `${lower} for ${NATO[at]}`,
    `${lower} like ${WORDS[at]}`,
  );
}

/** Ways to say letters and figures in any mixture. */
export function spokenCharacters(text: string): fc.Arbitrary<string> {
  const parts = [...text].map((character) =>
    /\d/.test(character) ? spokenDigit(character) : spokenLetter(character),
  );
  return fc.tuple(...parts).map((words) => words.join(" "));
}

/** What people say before and behind an answer. */
export const politeness = fc.constantFrom(
  ["", ""],
  ["um ", ""],
  ["yes it's ", ""],
  ["okay so it's ", " thank you"],
  ["sure ", " please"],
  ["uh ", " thanks"],
);
