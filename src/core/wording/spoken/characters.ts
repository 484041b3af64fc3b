import { codeWords } from "../en/code-words-table.ts";

const digitWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Digits one by one, in groups with a pause between: `five zero three, five five five, zero one two three`. */
export function spokenDigits(digits: string, groups: readonly number[] = []): string {
  const sizes = groups.length > 0 ? groups : evenGroups(digits.length);
  let from = 0;
  const parts = sizes.map((size) => {
    const part = digits.slice(from, from + size);
    from += size;
    return [...part].map((digit) => digitWords[Number(digit)] ?? digit).join(" ");
  });
  return parts.filter((part) => part !== "").join(", ");
}

function evenGroups(length: number): number[] {
  const sizes = Array.from({ length: Math.floor(length / 3) }, () => 3);
  if (length % 3 === 1 && sizes.length > 0) sizes[sizes.length - 1] = 4;
  else if (length % 3 > 0) sizes.push(length % 3);
  return sizes;
}

/** E.164 as people say it; North American numbers without their country code. */
export function spokenPhone(e164: string): string {
  const [number = "", extension] = e164.split("x");
  const digits = number.replace(/\D/g, "");
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : null;
  const said = national === null ? spokenDigits(digits) : spokenDigits(national, [3, 3, 4]);
  return extension === undefined ? said : `${said}, extension ${spokenDigits(extension)}`;
}

/** `ending in zero one two three`: enough for its owner, too little for anyone else. */
export function spokenPhoneEnd(e164: string): string {
  return spokenDigits(e164.replace(/\D/g, "").slice(-4), [4]);
}

/** Letters alone and digits as words, in groups: `A B C, one two three`. Unlike letters are safe without code words. */
export function spelled(text: string): string {
  const runs = text.toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
  return runs.map((run) => (/\d/.test(run) ? spokenDigits(run) : [...run].join(" "))).join(", ");
}

/** Each letter with a code word: `K as in kilo, seven, M as in mike`. For what must be written down without a mistake. */
export function spelledWithCare(text: string): string {
  return [...text.toUpperCase()]
    .map((character) => {
      if (/\d/.test(character)) return spokenDigits(character);
      const word = codeWords[character];
      return word === undefined ? character : `${character} as in ${word}`;
    })
    .join(", ");
}

/** `maria.lopez@example.com`: known mail hosts as words, the local part letter by letter. */
export function spokenEmail(email: string): string {
  const [local = "", host = ""] = email.split("@");
  return `${spelledLocal(local)}, at ${host.split(".").join(" dot ")}`;
}

function spelledLocal(local: string): string {
  return local
    .split(/([._+-])/)
    .filter((part) => part !== "")
    .map((part) => signs[part] ?? spelled(part))
    .join(", ");
}

const signs: Readonly<Record<string, string>> = { ".": "dot", _: "underscore", "-": "dash", "+": "plus" };
