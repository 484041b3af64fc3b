import { splitWords } from "../../language/words.ts";
import type { Practice, Resource } from "../../practice/practice.ts";
import type { ResourceId } from "../../values/ids.ts";
import { doctorCue, languageCues } from "../en/cues-table.ts";

/**
 * The one doctor whom these words name; null when there is none, or more than one. When nobody was asked about doctors, the
 * name needs a sign that it is a doctor's ("Dr. Garcia", "see Garcia"), for callers may bear the same names.
 */
export function namedResource(text: string, practice: Practice, asked: boolean): ResourceId | null {
  const words = splitWords(text);
  const found = practice.resources.filter((resource) =>
    namesOf(resource).some((name) => {
      const parts = splitWords(name).map((word) => word.text);
      return words.some((word, index) => {
        const matches = parts.every(
          (part, offset) => words[index + offset]?.text.replace(/'s$/, "") === part,
        );
        return matches && (asked || doctorCue.test(text.slice(0, word.start).trimEnd().toLowerCase()));
      });
    }),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** The best-rated doctor who speaks a language that the words name. */
export function speakingLanguage(text: string, practice: Practice): ResourceId | null {
  const words = text.toLowerCase();
  const wanted = languageCues.find(([, cue]) => cue.test(words))?.[0];
  if (wanted === undefined) return null;
  const able = practice.resources.filter(({ languages }) => languages.includes(wanted));
  return able.toSorted((one, other) => other.rating - one.rating)[0]?.id ?? null;
}

function namesOf(resource: Resource): readonly string[] {
  return [resource.name.replace(/^dr\.?\s+/i, ""), ...resource.alsoCalled];
}
