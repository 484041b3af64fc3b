import { units } from "./clauses.ts";

/** A sentence longer than this is cut; services take 2000 characters at a time. */
const LONGEST = 400;
/** What is shorter goes with what follows it: "Okay." alone sounds cut off. */
const SHORTEST = 12;

/** The sentences of a text, each to be said as one. Joined with a space they are the text with its white space collapsed. */
export function sentences(text: string): readonly string[] {
  const result: string[] = [];
  let current = "";
  for (const unit of units(text).flatMap(cut)) {
    const longer = current === "" ? unit : `${current} ${unit}`;
    if (longer.length > LONGEST && current !== "") {
      result.push(current);
      current = unit;
    } else current = longer;
    if (/[.!?]$/.test(current) && current.length >= SHORTEST) {
      result.push(current);
      current = "";
    }
  }
  return current === "" ? result : [...result, current];
}

/** At spaces where there are any. */
function cut(unit: string): readonly string[] {
  return unit.length <= LONGEST ? [unit] : (unit.match(/\S(?:.{0,398}\S)?(?=\s|$)|\S{1,400}/g) ?? [unit]);
}
