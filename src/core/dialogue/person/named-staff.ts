import { splitWords } from "../../language/words.ts";
import type { Practice } from "../../practice/practice.ts";
import { staffCue } from "../en/staff-cues-table.ts";

/**
 * The one person or department whom these words name: people of the practice first, then resources, then departments. When
 * nobody was asked for whom, the name needs a sign before it ("a message for Maria"), for callers may bear the same names.
 */
export function namedStaff(text: string, practice: Practice, asked: boolean): string | null {
  const words = splitWords(text);
  const { people, resources } = practice;
  const named = (names: readonly string[]) =>
    names.some((name) => {
      const parts = splitWords(name.replace(/^dr\.?\s+/i, "")).map((word) => word.text);
      return words.some((word, index) => {
        const matches = parts.every(
          (part, offset) => words[index + offset]?.text.replace(/'s$/, "") === part,
        );
        return matches && (asked || staffCue.test(text.slice(0, word.start).trimEnd().toLowerCase()));
      });
    });
  const departments = [...new Set(people.flatMap(({ department }) => department ?? []))];
  const groups = [
    [...people, ...resources].map(({ id, name, alsoCalled }) => ({ id, names: [name, ...alsoCalled] })),
    departments.map((department) => ({ id: department, names: [department] })),
  ];
  for (const group of groups) {
    const found = [...new Set(group.filter(({ names }) => named(names)).map(({ id }) => id))];
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}
