import { codeWords } from "./spoken-forms.ts";

const smallNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(
      " ",
    ),
    ..."sixteen seventeen eighteen nineteen".split(" "),
  ].map((word, value) => [word, value]),
);
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, 20 + index * 10]),
);
const irregular: Readonly<Record<string, string>> = {
  first: "one",
  second: "two",
  third: "three",
  fifth: "five",
  eighth: "eight",
  ninth: "nine",
  twelfth: "twelve",
  twentieth: "twenty",
  thirtieth: "thirty",
  oh: "zero",
};
const signs: Readonly<Record<string, string>> = {
  dot: ".",
  at: "@",
  underscore: "_",
  dash: "-",
  hyphen: "-",
};

/**
 * Brings what was said and what is written to one form, in which they can be compared by `includes`: lower case, without
 * spaces, number words and ordinals as digits, spelled letters as letters. "It's March 5th, nineteen eighty-five" becomes
 * `itsmarch51985`, "W as in whiskey, 1" becomes `w1`.
 */
export function squash(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(/\b([a-z]),? (?:as in|for|like) [a-z-]+/g, "$1")
    .replaceAll("x-ray", "x")
    .replaceAll(/[^a-z0-9@._-]+|-(?=[a-z])|[.,](?=\s|$)/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  return joinNumbers(words.map(plainWord)).join("");
}

function plainWord(word: string): string {
  const code = codeWords.indexOf(word);
  if (code >= 0 && word !== "november") return String.fromCharCode(97 + code);
  const cardinal = word.replace(/^(\d+)(?:st|nd|rd|th)$/, "$1");
  const regular = /^[a-z]+th$/.test(cardinal) ? cardinal.slice(0, -2) : cardinal;
  const known = irregular[cardinal] ?? (regular in smallNumbers ? regular : cardinal);
  return signs[known] ?? known;
}

/** "twenty", "three" is 23; "two", "thousand", "four" is 2004; everything else stays digit by digit. */
function joinNumbers(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const following = smallNumbers[words[index + 1] ?? ""];
    if (word in tens) {
      const hasUnit = following !== undefined && following > 0 && following < 10;
      joined.push(String((tens[word] ?? 0) + (hasUnit ? following : 0)));
      if (hasUnit) index++;
    } else if (words[index + 1] === "thousand" && word === "two") {
      const rest = smallNumbers[words[index + 2] ?? ""];
      joined.push(String(2000 + (rest ?? 0)));
      index += rest === undefined ? 1 : 2;
    } else joined.push(word in smallNumbers ? String(smallNumbers[word]) : word);
  }
  return joined;
}
