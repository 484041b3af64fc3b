import type { Found } from "./found.ts";
import { DAY_MINUTES, plainTime } from "./time-reading.ts";
import type { Circumstances } from "./understanding.ts";
import type { Word } from "./words.ts";

/** "no, p.m.": the time that was said last, in the other half of the day. */
export function correctedHalf(plain: readonly Word[], circumstances: Circumstances): readonly Found[] {
  const at = plain.findIndex((_, index) => isHalf(plain, index));
  if (at < 0 || plain.length > 6) return [];
  const last = lastTime(circumstances.previous);
  if (last === null) return [];
  const morning = last % (DAY_MINUTES / 2);
  const minutes = plain[at]?.text.startsWith("a") ? morning : morning + DAY_MINUTES / 2;
  return [{ value: { kind: "time", value: plainTime(minutes) }, from: at, next: at + 1, confidence: 0.85 }];
}

/** "I am not sure" and "am I late" are no morning, and "the p.m. one" is one of several. */
function isHalf(plain: readonly Word[], index: number): boolean {
  const text = plain[index]?.text ?? "";
  const spelled = /^[ap]$/.test(text) && plain[index + 1]?.text === "m";
  if (!spelled && text !== "am" && text !== "pm") return false;
  const beside = [plain[index - 1]?.text, plain[index + (spelled ? 2 : 1)]?.text];
  return !beside.includes("i") && beside[1] !== "one";
}

/** The last written time in what the agent said, in minutes; the prompts write times in figures. */
function lastTime(previous: string): number | null {
  let last: number | null = null;
  for (const match of previous.toLowerCase().matchAll(/\b(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b/g)) {
    const hour = Number(match[1]) % 12;
    last = (match[3] === "p" ? hour + 12 : hour) * 60 + Number(match[2] ?? 0);
  }
  return last;
}
