const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const irregularOrdinals: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

/** 0–9999 in words: `one hundred twenty-three`. */
export function cardinal(value: number): string {
  if (value < 20) return small[value] ?? String(value);
  if (value < 100) {
    const unit = value % 10;
    return `${tens[Math.floor(value / 10)]}${unit === 0 ? "" : `-${small[unit]}`}`;
  }
  if (value < 1000) return withRest(`${small[Math.floor(value / 100)]} hundred`, value % 100);
  return value < 10_000
    ? withRest(`${cardinal(Math.floor(value / 1000))} thousand`, value % 1000)
    : String(value);
}

function withRest(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${cardinal(rest)}`;
}

/** 1–99: `twenty-third`. */
export function ordinal(value: number): string {
  const words = cardinal(value);
  const [head, last] = words.includes("-") ? words.split("-") : [null, words];
  const word = last ?? words;
  const turned = irregularOrdinals[word] ?? (word.endsWith("y") ? `${word.slice(0, -1)}ieth` : `${word}th`);
  return head === null ? turned : `${head}-${turned}`;
}

/** As years are said: `nineteen eighty-five`, `two thousand four`, `nineteen oh five`. */
export function spokenYear(year: number): string {
  if (year < 1000 || year > 9999) return String(year);
  const [century, rest] = [Math.floor(year / 100), year % 100];
  if (year >= 2000 && year < 2010) return cardinal(year);
  if (rest === 0) return century % 10 === 0 ? cardinal(year) : `${cardinal(century)} hundred`;
  return `${cardinal(century)} ${rest < 10 ? `oh ${small[rest]}` : cardinal(rest)}`;
}

/** Whole dollars and cents: `twelve dollars and fifty cents`. */
export function spokenMoney(cents: number): string {
  const [dollars, rest] = [Math.floor(cents / 100), cents % 100];
  const parts = [
    dollars > 0 || rest === 0 ? `${cardinal(dollars)} ${dollars === 1 ? "dollar" : "dollars"}` : null,
    rest > 0 ? `${cardinal(rest)} ${rest === 1 ? "cent" : "cents"}` : null,
  ];
  return parts.filter((part) => part !== null).join(" and ");
}
