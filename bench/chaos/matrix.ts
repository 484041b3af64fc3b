import { type Cell, type CellReport, type Moment, nameOf, runCell } from "./cell.ts";
import type { Ground } from "./ground.ts";

/** What became of a call in which something failed. */
export interface Verdict {
  readonly upstream: string;
  readonly fault: string;
  readonly moment: Moment;
  /** The ledger holds what the caller wanted, perhaps without a detail that could not be heard, or a person has taken over. */
  readonly served: boolean;
  /** Why not, or what went wrong on the way. */
  readonly faults: readonly string[];
  /** Longest wait for the first sound of an answer. */
  readonly longestGapMs: number | null;
  readonly ended: string;
  readonly seconds: number;
}

/** The reasons for which a call ends in a person's hands. */
const handedOver = new Set(["transferred", "ticketTaken"]);
/** A detail that may be left out was left out. */
const isLeftOut = (fault: string) => / is null instead of /.test(fault);

/** Makes the calls, so many at a time, each with a server and a service of its own. Verdicts come in the order of the calls' ends. */
export async function runMatrix(
  cells: readonly Cell[],
  parallel: number,
  ground: Ground,
  onVerdict: (verdict: Verdict, done: number) => void = () => {},
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const waiting = cells.entries();
  const work = async () => {
    for (const [index, cell] of waiting) {
      const verdict = await verdictOn(cell, ground, index + 1);
      verdicts.push(verdict);
      onVerdict(verdict, verdicts.length);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return verdicts;
}

/** A call that could not even be made is a verdict too: the others go on. */
async function verdictOn(cell: Cell, ground: Ground, seed: number): Promise<Verdict> {
  const { upstream, fault, moment } = cell;
  try {
    return verdictOf(await runCell(cell, ground, seed));
  } catch (error) {
    const faults = [error instanceof Error ? error.message : String(error)];
    const what = { upstream: upstream.name, fault: nameOf(fault), moment };
    return { ...what, served: false, faults, longestGapMs: null, ended: "not made", seconds: 0 };
  }
}

function verdictOf({ upstream, fault, moment, report }: CellReport): Verdict {
  const gaps = report.turns.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs]));
  return {
    upstream,
    fault,
    moment,
    served: report.faults.every(isLeftOut) || handedOver.has(report.ended),
    faults: report.faults,
    longestGapMs: gaps.length === 0 ? null : Math.max(...gaps),
    ended: report.ended,
    seconds: report.seconds,
  };
}
