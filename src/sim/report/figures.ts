import type { CallRecord } from "../call-record.ts";
import { type Percentiles, percentiles, type TurnReport } from "../call-report.ts";

/** What several calls say together. */
export interface Figures {
  readonly calls: number;
  readonly passed: number;
  readonly turns: number;
  readonly gapMs: Percentiles;
  readonly cutOff: number;
  readonly bargeIns: number;
  readonly stopMs: Percentiles;
  /** Interruptions that did not stop the agent. */
  readonly ignored: number;
  /** Turns that the agent took for nothing. */
  readonly unheard: number;
}

export function figuresOf(records: readonly CallRecord[]): Figures {
  const turns = records.flatMap(({ report }) => report.turns);
  const overAgent = turns.filter(({ overAgent }) => overAgent);
  const stops = numbers(overAgent, ({ stoppedAfterMs }) => stoppedAfterMs);
  return {
    calls: records.length,
    passed: records.filter(({ report }) => report.passed).length,
    turns: turns.length,
    gapMs: percentiles(gapsOf(turns)),
    cutOff: turns.filter(({ cutOff }) => cutOff).length,
    bargeIns: overAgent.length,
    stopMs: percentiles(stops),
    ignored: overAgent.length - stops.length,
    unheard: turns.filter(({ heard, said }) => heard === null && !said.startsWith("[")).length,
  };
}

export function gapsOf(turns: readonly TurnReport[]): number[] {
  return numbers(turns, ({ gapMs }) => gapMs);
}

function numbers(turns: readonly TurnReport[], of: (turn: TurnReport) => number | null): number[] {
  return turns.flatMap((turn) => of(turn) ?? []);
}
