import {
  birthFillers,
  countedThings,
  misheardMonths,
  misheardOrdinals,
  replacingWords,
  restsOfTwenty,
} from "./en/birth-date-table.ts";
import { monthWords } from "./en/calendar-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** A part of a spoken date: a month by name, or figures. */
export type Part =
  | { readonly kind: "month"; readonly month: number; readonly at: number }
  | { readonly kind: "figures"; readonly digits: string; readonly ordinal: boolean; readonly at: number };

export interface Parts {
  readonly parts: readonly Part[];
  /** Words within or shortly before the date that are no part of one: the more, the likelier that something was misheard. */
  readonly strange: number;
}

const otherNumbers = new Set([
  "number",
  "phone",
  "telephone",
  "cell",
  "mobile",
  "address",
  "zip",
  "id",
  "email",
]);
const fillers: ReadonlySet<string> = new Set([...birthFillers, ...replacingWords]);

/** Months and figures among the words. `lenient` reads words that sound like a month or an ordinal: "9th of me 1973". */
export function partsOf(plain: readonly Word[], lenient: boolean): Parts {
  const parts: Part[] = [];
  const strange: number[] = [];
  let at = 0;
  while (at < plain.length) {
    const text = plain[at]?.text ?? "";
    // "… eighty two and my number is …": figures behind these words are no part of the date.
    if (parts.length > 0 && otherNumbers.has(text)) break;
    const month = lookUp(monthWords, text) ?? (lenient ? lookUp(misheardMonths, text) : null);
    const figures = month === null ? figuresAt(plain, at, lenient) : null;
    if (month !== null) parts.push({ kind: "month", month, at });
    else if (figures === null && !fillers.has(text)) strange.push(at);
    const restOfTwenty = figures !== null && isRestOfTwenty(plain[at - 1]?.text, figures);
    if (restOfTwenty) strange.push(at - 1);
    if (restOfTwenty && parts.at(-1)?.at === at - 1) parts.pop();
    for (const digits of figures?.digits ?? [])
      parts.push({
        kind: "figures",
        digits: restOfTwenty ? `2${digits}` : digits,
        ordinal: figures?.ordinal ?? false,
        at: (figures?.next ?? 1) - 1,
      });
    at = figures?.next ?? at + 1;
  }
  const first = parts[0]?.at ?? 0;
  const last = parts.at(-1)?.at ?? 0;
  const near = strange.filter((place) => place >= first - WORDS_BEFORE && place < last);
  return { parts: withReplacement(parts, plain), strange: near.length };
}

const WORDS_BEFORE = 4;

/** "To 9th December" is the twenty-ninth. */
function isRestOfTwenty(before: string | undefined, { digits, ordinal }: FiguresFound): boolean {
  return ordinal && /^[1-9]$/.test(digits[0] ?? "") && restsOfTwenty.has(before ?? "");
}

interface FiguresFound {
  readonly digits: readonly string[];
  readonly ordinal: boolean;
  readonly next: number;
}

function figuresAt(plain: readonly Word[], at: number, lenient: boolean): FiguresFound | null {
  const text = plain[at]?.text ?? "";
  if (/^\d+(?:[/.:-]\d+)+$/.test(text)) return { digits: text.split(/[/.:-]/), ordinal: false, next: at + 1 };
  const number = numberAt(plain, at);
  if (number !== null) {
    // "for two days": a number of things is no part of the date.
    const counted = countedThings.has(plain[number.next]?.text ?? "");
    const digits = counted ? [] : [number.digits ?? String(number.value)];
    return { digits, ordinal: number.ordinal, next: number.next };
  }
  // "It of April", "well of June": before an "of" even these were a day.
  const filler = birthFillers.includes(text) && plain[at + 1]?.text !== "of";
  const sound = lenient && !filler ? lookUp(misheardOrdinals, text) : null;
  return sound === null ? null : { digits: [String(sound)], ordinal: true, next: at + 1 };
}

/**
 * "1979, I mean 3", "nineteen ninety, no, ninety one": what stands alone behind a correction replaces as many figures before
 * it.
 */
function withReplacement(parts: readonly Part[], plain: readonly Word[]): readonly Part[] {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (last?.kind !== "figures" || before?.kind !== "figures" || last.digits.length > before.digits.length)
    return parts;
  const between = plain.slice(before.at + 1, last.at);
  if (!between.some(({ text }) => replacingWords.includes(text))) return parts;
  const digits = before.digits.slice(0, -last.digits.length) + last.digits;
  return [...parts.slice(0, -2), { ...before, digits, at: last.at }];
}
