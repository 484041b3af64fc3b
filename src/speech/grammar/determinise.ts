import type { Arc, Automaton, AutomatonWithDoors } from "./automaton.ts";

/** Members of a set of states with the logarithm of how likely each is, the likeliest at 0. */
type Weights = ReadonlyMap<number, number>;

/** More than any grammar of ours has; a grammar beyond it is a fault of its rules. */
const STATE_LIMIT = 60_000;

/**
 * The same sentences with at most one arc a word from each state, and no arcs without words except into
 * the final state and into shared parts.
 * Common beginnings become one path, which is what makes decoding quick. Where two ways of saying the same meet, the
 * likelier counts; their difference is forgotten where the sets of states are equal, so weights are near, not exact.
 */
export function determinise(source: AutomatonWithDoors): Automaton {
  const numbers = new Map<string, number>();
  const arcs: Arc[][] = [[]];
  const waiting: [number, Weights][] = [];
  const final = 0;
  const numberOf = (members: Weights): number => {
    const key = [...members.keys()].sort((a, b) => a - b).join(",");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (arcs.length >= STATE_LIMIT) throw new Error("the grammar has too many states");
    const number = arcs.push([]) - 1;
    numbers.set(key, number);
    waiting.push([number, members]);
    return number;
  };
  const closure = closureOf(source);
  const start = numberOf(closure(new Map([[0, 0]])));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [number, members] = next;
    const own = arcs[number] as Arc[];
    const ends = members.get(source.final);
    if (ends !== undefined) own.push({ to: final, logp: ends, word: null });
    for (const [door, body] of source.doors) {
      const enters = members.get(door);
      if (enters !== undefined)
        own.push({ to: numberOf(closure(new Map([[body, 0]]))), logp: enters, word: null });
    }
    for (const [word, targets] of byWord(source, members)) {
      const best = Math.max(...targets.values());
      const relative = new Map([...targets].map(([state, logp]) => [state, logp - best]));
      own.push({ to: numberOf(closure(relative)), logp: best, word });
    }
  }
  return startFirst({ arcs, final }, start);
}

function byWord(source: Automaton, members: Weights): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const [state, base] of members) {
    for (const { to, logp, word } of source.arcs[state] as readonly Arc[]) {
      if (word === null) continue;
      let targets = found.get(word);
      if (targets === undefined) {
        targets = new Map();
        found.set(word, targets);
      }
      targets.set(to, Math.max(targets.get(to) ?? -Infinity, base + logp));
    }
  }
  return found;
}

/** Follows the arcs without words. Only states that have arcs with words, or are final, are kept. */
function closureOf(source: AutomatonWithDoors): (members: Weights) => Weights {
  const matters = source.arcs.map(
    (arcs, state) =>
      state === source.final || source.doors.has(state) || arcs.some((arc) => arc.word !== null),
  );
  return (members) => {
    const reached = new Map(members);
    const waiting = [...members.keys()];
    for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
      const base = reached.get(state) as number;
      for (const { to, logp, word } of source.arcs[state] as readonly Arc[]) {
        if (word !== null || (reached.get(to) ?? -Infinity) >= base + logp) continue;
        reached.set(to, base + logp);
        waiting.push(to);
      }
    }
    return new Map([...reached].filter(([state]) => matters[state]));
  };
}

/** Renumbers so that the start is 0. */
function startFirst(automaton: Automaton, start: number): Automaton {
  const order = [start];
  for (let state = 0; state < automaton.arcs.length; state++) if (state !== start) order.push(state);
  const place = new Map(order.map((state, index) => [state, index]));
  const arcs = order.map((state) =>
    (automaton.arcs[state] as readonly Arc[]).map((arc) => ({ ...arc, to: place.get(arc.to) as number })),
  );
  return { arcs, final: place.get(automaton.final) as number };
}
