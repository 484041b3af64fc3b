import { UsageError } from "../../src/app/usage-error.ts";

/** The known names in a list with commas, in the order in which they are known. */
export function namesIn<Name extends string>(list: string, known: readonly Name[]): readonly Name[] {
  const wanted = known.filter((name) => list.split(",").includes(name));
  if (wanted.length === 0) throw new UsageError(`"${list}" names none of ${known.join(", ")}`);
  return wanted;
}
