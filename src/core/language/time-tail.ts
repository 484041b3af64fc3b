import type { Half } from "./clock-at.ts";
import { dayParts } from "./en/times-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** What stands behind a time and belongs to it. */
export interface Tail {
  readonly next: number;
  readonly half: Half | null;
  readonly oclock: boolean;
  readonly about: boolean;
}

/** What may stand behind a time: "o'clock", "ish", "sharp", "p m", "in the afternoon", "at night". */
export function tailAt(words: readonly Word[], index: number): Tail {
  let at = index;
  let half: Half | null = null;
  let oclock = false;
  let about = false;
  for (;;) {
    const text = words[at]?.text ?? "";
    const following = words[at + 1]?.text ?? "";
    if (text === "oclock" || text === "o'clock") {
      oclock = true;
      at += 1;
    } else if (/^(?:o|oh)$/.test(text) && /^(?:clock|clocks)$/.test(following)) {
      oclock = true;
      at += 2;
    } else if (/^(?:ish|-ish|sharp|exactly|prompt|hours|hundred|hrs)$/.test(text)) {
      about ||= /ish/.test(text);
      oclock ||= text !== "hours" || at > index;
      at += 1;
    } else if (text === "or" && following === "so") {
      about = true;
      at += 2;
    } else if (text === "on" && following === "the" && words[at + 2]?.text === "dot") {
      oclock = true;
      at += 3;
    } else {
      const found: { half: Half; next: number } | null = half === null ? halfAt(words, at) : null;
      if (found === null) return { next: at, half, oclock, about };
      half = found.half;
      at = found.next;
    }
  }
}

function halfAt(words: readonly Word[], index: number): { half: Half; next: number } | null {
  const text = words[index]?.text ?? "";
  const following = words[index + 1]?.text ?? "";
  if (/^(?:am|a\.m)$/.test(text)) return { half: "am", next: index + 1 };
  if (/^(?:pm|p\.m)$/.test(text)) return { half: "pm", next: index + 1 };
  if (/^[ap]$/.test(text) && /^(?:m|em)$/.test(following))
    return { half: text === "a" ? "am" : "pm", next: index + 2 };
  if (text === "noon" || text === "midnight") return { half: text, next: index + 1 };
  let at = index;
  if (/^(?:in|at|this|of|during)$/.test(text)) at += 1;
  if (words[at]?.text === "the") at += 1;
  if (words[at]?.text === "early" || words[at]?.text === "late") at += 1;
  const part = lookUp(dayParts, words[at]?.text);
  if (part === null) return null;
  // "5 today afternoon" is seen; "5 evening 6" is left alone, since the part belongs to what follows.
  if (numberAt(words, at + 1)?.ordinal === false && !words[at]?.pause) return null;
  return { half: part, next: at + 1 };
}
