import type { Practice } from "../core/practice/practice.ts";

/** Names of the practices' people, of themselves and of the places around them, which callers say and which are rare. Most wanted first. */
export function practiceNames(practices: readonly Practice[]): readonly string[] {
  const people = practices.flatMap(({ resources }) => resources.map(({ name }) => name));
  const places = practices.flatMap(({ area }) => [...area.cities, ...area.streets]);
  return [...new Set([...people, ...practices.map(({ name }) => name), ...places])];
}
