import { hourHomophones } from "./en/times-table.ts";
import { isNumberWord, lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

const MINUTES_END = /^(?:please|am|pm|in|on|works|is|would|if|thanks|thank|then|or|for|today|tomorrow|a|p)$/;

/**
 * The words with the hours in them that were heard as small words: "to thirty", "for fifteen pm", "ate o'clock". What stands
 * behind shows them. The same array when there are none.
 */
export function withHours(words: readonly Word[]): readonly Word[] {
  if (!words.some((_, index) => hourAt(words, index) !== null)) return words;
  return words.map((word, index) => ({ ...word, text: hourAt(words, index) ?? word.text }));
}

function hourAt(words: readonly Word[], index: number): string | null {
  const hour = lookUp(hourHomophones, words[index]?.text);
  if (hour === null || /^(?:quarter|quater|half|past)$/.test(words[index - 1]?.text ?? "")) return null;
  if (index > 0 && isNumberWord(words[index - 1]?.text ?? "")) return null;
  const behind = words[index + 1]?.text ?? "";
  if (behind === "o'clock" || behind === "oclock") return hour;
  const minute = numberAt(words, index + 1);
  // "For ten" is as it is heard; from fifteen on a number is no hour of its own.
  if (minute === null || minute.value < 15 || minute.value > 59 || minute.value % 5 !== 0) return null;
  return MINUTES_END.test(words[minute.next]?.text ?? "please") ? hour : null;
}
