/** Chance from a seed: the same seed gives the same numbers on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** One of the items; there must be at least one. */
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  /** Between the two, both included. */
  between(least: number, most: number): number;
}

/** Mulberry32: 32 bits of state, good enough to vary words and pauses. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("there is nothing to pick from");
      return item;
    },
    chance: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
  };
}
