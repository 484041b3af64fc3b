import type { Practice } from "../core/practice/practice.ts";

/** Words of the practices' surroundings, which callers may say at any question: states, towns, streets. */
export function areaHints(practices: readonly Practice[]): readonly string[] {
  return [...new Set(practices.flatMap(({ area }) => [area.state, ...area.cities, ...area.streets]))];
}
