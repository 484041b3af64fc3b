/** How often a contender was right, wrong, or silent on one kind of value. */
export interface Tally {
  right: number;
  wrong: number;
  none: number;
}

/** One line of the table: what a contender reached in one measure. */
export interface Figure {
  readonly contender: string;
  /** What was measured: "dates", "yes/no right", "F1 of cancel". */
  readonly measure: string;
  /** 0–1. */
  readonly value: number;
  /** Wrong answers and no answers apart, 0–1, where the measure has them. */
  readonly wrong?: number;
  readonly none?: number;
  readonly count: number;
}

export interface Speed {
  readonly contender: string;
  readonly meanMicroseconds: number;
  readonly p50Microseconds: number;
  readonly p99Microseconds: number;
}

/** What a corpus shows; every scorer of this folder answers with one. */
export interface Section {
  readonly corpus: string;
  readonly rows: number;
  readonly figures: readonly Figure[];
  readonly speeds: readonly Speed[];
}

/** `rows` are the parsed lines of the corpus. */
export type Score = (rows: readonly Record<string, unknown>[]) => Promise<Section>;

export function newTally(): Tally {
  return { right: 0, wrong: 0, none: 0 };
}

/** Counts an answer against what is expected; `undefined` is no answer. */
export function count(tally: Tally, answer: string | undefined, expected: string): void {
  if (answer === undefined) tally.none += 1;
  else if (answer === expected) tally.right += 1;
  else tally.wrong += 1;
}

export function figure(contender: string, measure: string, tally: Tally): Figure {
  const all = Math.max(1, tally.right + tally.wrong + tally.none);
  return {
    contender,
    measure,
    value: tally.right / all,
    wrong: tally.wrong / all,
    none: tally.none / all,
    count: all,
  };
}

/** How often each answer is timed; the fastest counts, since other work on the machine only ever adds. */
const ROUNDS = 3;

/** Times single answers of one contender. The first answers are left out: they pay for compiling. */
export class Stopwatch {
  readonly #microseconds: number[] = [];

  time<T>(answer: () => T): T {
    let fastest = Number.POSITIVE_INFINITY;
    let result: T;
    let round = 0;
    do {
      const start = performance.now();
      result = answer();
      fastest = Math.min(fastest, performance.now() - start);
      round += 1;
    } while (round < ROUNDS);
    this.#microseconds.push(fastest * 1000);
    return result;
  }

  speed(contender: string): Speed {
    const warmUp = Math.min(200, Math.floor(this.#microseconds.length / 4));
    const sorted = this.#microseconds.slice(warmUp).sort((one, other) => one - other);
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    const mean = sorted.reduce((sum, each) => sum + each, 0) / Math.max(1, sorted.length);
    return { contender, meanMicroseconds: mean, p50Microseconds: at(0.5), p99Microseconds: at(0.99) };
  }
}
