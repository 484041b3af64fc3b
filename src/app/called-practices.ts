import { callers } from "../sim/callers.ts";

/** What is wrong with a practice that no simulated caller calls, in words for the terminal; null when somebody does. */
export function uncalled(practice: string): string | null {
  const called = [...new Set(callers.map((caller) => caller.practice))];
  if (called.includes(practice)) return null;
  return `there are no callers for the practice "${practice}"; there are some for ${called.join(", ")}`;
}
