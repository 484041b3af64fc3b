import { type Cell, nameOf, runCell } from "./cell.ts";
import type { Ground } from "./ground.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

export interface CellVerdict extends Verdict {
  readonly upstream: string;
  readonly fault: string;
  readonly moment: string;
}

/** Makes the calls, so many at a time, each with a server and a service of its own. Verdicts come in the order of the calls' ends. */
export async function runMatrix(
  cells: readonly Cell[],
  parallel: number,
  ground: Ground,
  onVerdict: (verdict: CellVerdict, done: number) => void = () => {},
): Promise<readonly CellVerdict[]> {
  const verdicts: CellVerdict[] = [];
  // Those that wait for a service to be well again take longest, and so they begin.
  const waiting = cells.toSorted((one, other) => rank(one) - rank(other)).entries();
  const work = async () => {
    for (const [index, cell] of waiting) {
      const { upstream, fault, moment } = cell;
      const verdict = await tried(cell, ground, index + 1);
      verdicts.push({ upstream: upstream.name, fault: nameOf(fault), moment, ...verdict });
      onVerdict(verdicts.at(-1) as CellVerdict, verdicts.length);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return verdicts;
}

function rank({ upstream }: Cell): number {
  return upstream.afterwards === true ? 0 : 1;
}

/** A call that could not even be made is a verdict too: the others go on. */
async function tried(cell: Cell, ground: Ground, seed: number): Promise<Verdict> {
  try {
    return verdictOn(cell, await runCell(cell, ground, seed));
  } catch (error) {
    const faults = [error instanceof Error ? error.message : String(error)];
    const nothing = { leftOut: [], longestWaitMs: 0, longestSilenceMs: 0, seconds: 0 };
    return { served: false, faults, ended: "not made", ...nothing };
  }
}
