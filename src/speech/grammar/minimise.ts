import type { Arc, Automaton } from "./automaton.ts";

/** Logarithms closer than this count as equal: a third in probability. */
const GRAIN = 0.3;

/**
 * Merges states from which the same follows, so that common endings are one path too. The start stays 0. Where weights are
 * nearly equal, those of one of the merged states stand for all.
 */
export function minimise(automaton: Automaton): Automaton {
  let classOf: readonly number[] = automaton.arcs.map((_, state) => (state === automaton.final ? 1 : 0));
  let count = 2;
  for (;;) {
    const numbers = new Map<string, number>();
    const next = automaton.arcs.map((arcs, state) => {
      const key = `${classOf[state]};${signature(arcs, classOf)}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      return number;
    });
    const settled = numbers.size === count;
    classOf = next;
    count = numbers.size;
    if (settled) return merged(automaton, classOf, count);
  }
}

function signature(arcs: readonly Arc[], classOf: readonly number[]): string {
  return arcs
    .map((arc) => `${arc.word ?? ""}>${classOf[arc.to]}:${Math.round(arc.logp / GRAIN)}`)
    .sort()
    .join(" ");
}

function merged(automaton: Automaton, classOf: readonly number[], count: number): Automaton {
  const arcs: Arc[][] = Array.from({ length: count }, () => []);
  const done = new Set<number>();
  for (const [state, own] of automaton.arcs.entries()) {
    const number = classOf[state] as number;
    if (done.has(number)) continue;
    done.add(number);
    arcs[number] = own.map((arc) => ({ ...arc, to: classOf[arc.to] as number }));
  }
  return {
    arcs,
    final: classOf[automaton.final] as number,
  };
}
