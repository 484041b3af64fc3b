import { type Cell, nameOf, runCell } from "./cell.ts";
import type { Ground } from "./ground.ts";
import { type Verdict, verdictOn } from "./verdict.ts";
import { warmUp } from "./warm-up.ts";

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
  await warmUp(ground);
  const verdicts: CellVerdict[] = [];
  const waiting = longestEarly(cells).entries();
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

/** Those that wait for a service to be well again take longest, so they come early; a few at a time, since each starts a database. */
function longestEarly(cells: readonly Cell[]): readonly Cell[] {
  const { long = [], short = [] } = Object.groupBy(cells, ({ upstream }) =>
    upstream.afterwards === true ? "long" : "short",
  );
  const mixed = long.flatMap((cell, index) => [cell, ...short.slice(2 * index, 2 * index + 2)]);
  return [...mixed, ...short.slice(2 * long.length)];
}

/** A call that could not even be made is a verdict too: the others go on. */
async function tried(cell: Cell, ground: Ground, seed: number): Promise<Verdict> {
  try {
    return verdictOn(cell, await runCell(cell, ground, seed));
  } catch (error) {
    const faults = [error instanceof Error ? error.message : String(error)];
    const nothing = { leftOut: [], longestWaitMs: 0, longestSilenceMs: 0, lateMs: 0, seconds: 0 };
    return { served: false, faults, ended: "not made", ...nothing };
  }
}

/** A caller hears something within so long. */
const LONGEST_WAIT_MS = 2_000;
/** So long a caller waits when all goes well: for the patience of turn-taking, and for a recognizer. */
const USUAL_WAIT_MS = 1_000;

/** Calls in which nothing was heard for too long. What calls without a fault wait, beyond the usual, is the machine's share. */
export function heardTooLate(verdicts: readonly CellVerdict[]): readonly CellVerdict[] {
  const well = verdicts.filter(({ fault }) => fault === "none").map(({ longestWaitMs }) => longestWaitMs);
  const machineMs = Math.max(0, ...well.map((waitMs) => waitMs - USUAL_WAIT_MS));
  return verdicts.filter(({ longestWaitMs, lateMs }) => longestWaitMs > LONGEST_WAIT_MS + machineMs + lateMs);
}
