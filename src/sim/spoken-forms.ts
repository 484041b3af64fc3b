/** How people say what is written. Made apart from `core/wording`, so that one's mistakes do not hide the other's. */

const units = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(
    " ",
  ),
  ..."sixteen seventeen eighteen nineteen".split(" "),
];
const tens = ["", "", ..."twenty thirty forty fifty sixty seventy eighty ninety".split(" ")];
const ordinals: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};
export const monthNames: readonly string[] = [
  ..."January February March April May June July August September October November December".split(" "),
];
export const codeWords: readonly string[] = [
  ..."alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa".split(
    " ",
  ),
  ..."quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu".split(" "),
];

/** 0-99 in words. */
export function spokenNumber(value: number): string {
  if (value < 20) return units[value] ?? "";
  const unit = value % 10;
  return `${tens[Math.floor(value / 10)]}${unit === 0 ? "" : ` ${units[unit]}`}`;
}

/** 1-31 as "first", "twenty third". */
function spokenOrdinal(value: number): string {
  const words = spokenNumber(value).split(" ");
  const last = words.pop() ?? "";
  const ordinal = ordinals[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, ordinal].join(" ");
}

/** "nineteen eighty five", "two thousand four", "twenty twelve". */
export function spokenYear(year: number): string {
  if (year >= 2000 && year < 2010)
    return `two thousand${year === 2000 ? "" : ` ${spokenNumber(year - 2000)}`}`;
  const rest = year % 100;
  const lower = rest === 0 ? "hundred" : rest < 10 ? `oh ${spokenNumber(rest)}` : spokenNumber(rest);
  return `${spokenNumber(Math.floor(year / 100))} ${lower}`;
}

/** `1985-03-05` as "March fifth, nineteen eighty five". */
export function spokenDate(isoDate: string): string {
  const [year = 0, month = 0, day = 0] = isoDate.split("-").map(Number);
  return `${monthNames[month - 1]} ${spokenOrdinal(day)}, ${spokenYear(year)}`;
}

/** Digits one by one, with a breath between groups of the given lengths. */
export function spokenDigits(digits: string, groups: readonly number[] = []): string {
  const parts: string[] = [];
  let rest = digits;
  for (const length of [...groups, digits.length]) {
    if (rest === "") break;
    parts.push([...rest.slice(0, length)].map((digit) => units[Number(digit)]).join(" "));
    rest = rest.slice(length);
  }
  return parts.join(", ");
}

/** Ten digits the American way, without the country's code. */
export function spokenPhone(e164: string): string {
  return spokenDigits(e164.slice(-10), [3, 3, 4]);
}

/** Letters as letters, digits as words: "W 1" is "W one". */
export function spelledPlainly(text: string): string {
  return [...text.toUpperCase()].map((sign) => (/\d/.test(sign) ? units[Number(sign)] : sign)).join(" ");
}

/** Letters as the code words of aviation: "W1" is "whiskey one". */
export function spelledWithCodeWords(text: string): string {
  return [...text.toUpperCase()]
    .map((sign) => (/\d/.test(sign) ? units[Number(sign)] : (codeWords[sign.charCodeAt(0) - 65] ?? sign)))
    .join(" ");
}

/** `maria.lopez@example.com` as "maria dot lopez at example dot com". */
export function spokenEmail(email: string): string {
  return email
    .replaceAll(".", " dot ")
    .replaceAll("@", " at ")
    .replaceAll("_", " underscore ")
    .replaceAll("-", " dash ")
    .replaceAll(/\d/g, (digit) => ` ${units[Number(digit)]} `)
    .replaceAll(/\s+/g, " ")
    .trim();
}
