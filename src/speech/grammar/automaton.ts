import { type Expansion, readExpansion } from "./expansion.ts";
import type { Rules } from "./rules.ts";

export interface Arc {
  readonly to: number;
  /** Natural logarithm of a probability. */
  readonly logp: number;
  /** Null costs no sound. */
  readonly word: string | null;
}

/** States are numbered from 0, the start. `final` has no arcs. */
export interface Automaton {
  readonly arcs: readonly (readonly Arc[])[];
  readonly final: number;
}

/** An automaton with doors: states without arcs of their own, behind each of which another state's sentences follow. */
export interface AutomatonWithDoors extends Automaton {
  readonly doors: ReadonlyMap<number, number>;
}

/**
 * Rules so named are there once, however often they are used; each must be the last part of the rules that use it. That
 * keeps long lists, such as names, from being copied to every place where they may follow.
 */
const sharedRule = /Hub$/;

/**
 * Expands a shared rule into states and arcs. A rule that names itself as its last part is a loop; any other use of a rule
 * that is not shared is a copy of it.
 */
export function expand(top: string, rules: Rules): AutomatonWithDoors {
  const builder = new Builder(rules);
  builder.enter(top);
  for (const [name, body] of builder.bodies) builder.add(builder.expansionOf(name), body, builder.final, []);
  const doors = [...builder.doors].map(([name, door]): [number, number] => [
    door,
    builder.bodies.get(name) as number,
  ]);
  return { arcs: builder.arcs, final: builder.final, doors: new Map(doors) };
}

interface OpenRule {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

class Builder {
  readonly arcs: Arc[][] = [];
  readonly final: number;
  readonly doors = new Map<string, number>();
  readonly bodies = new Map<string, number>();
  readonly #rules: Rules;
  readonly #read = new Map<string, Expansion>();

  constructor(rules: Rules) {
    this.#rules = rules;
    this.bodies.set("itemHub", this.state());
    this.final = this.state();
  }

  state(): number {
    this.arcs.push([]);
    return this.arcs.length - 1;
  }

  /** The door of a shared rule. */
  enter(name: string): number {
    const known = this.doors.get(name);
    if (known !== undefined) return known;
    const door = this.state();
    this.doors.set(name, door);
    if (!this.bodies.has(name)) this.bodies.set(name, this.state());
    return door;
  }

  /** `logp` is the share of this way among others from the same state; its first arc carries it. */
  add(expansion: Expansion, from: number, to: number, open: readonly OpenRule[], logp = 0): void {
    switch (expansion.kind) {
      case "word":
        this.#arc(from, { to, logp, word: expansion.word });
        break;
      case "rule":
        this.#addRule(expansion.name, from, to, open, logp);
        break;
      case "choice":
        for (const { logShare, part } of expansion.of) this.add(part, from, to, open, logp + logShare);
        break;
      case "sequence":
        this.#addSequence(expansion.parts, from, to, open, logp);
        break;
    }
  }

  expansionOf(name: string): Expansion {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const text = this.#rules[name];
    if (text === undefined) throw new Error(`the grammar has no rule ${name}`);
    const read = readExpansion(text);
    this.#read.set(name, read);
    return read;
  }

  #addSequence(
    parts: readonly Expansion[],
    from: number,
    to: number,
    open: readonly OpenRule[],
    logp: number,
  ): void {
    if (parts.length === 0) this.#arc(from, { to, logp, word: null });
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      const next = last ? to : this.state();
      // Only at the end may an open rule begin again: its own end is then the end of this part as well.
      const stillOpen = last ? open : open.map((rule) => ({ ...rule, to: -1 }));
      this.add(part, from, next, stillOpen, index === 0 ? logp : 0);
      from = next;
    }
  }

  #addRule(name: string, from: number, to: number, open: readonly OpenRule[], logp: number): void {
    const again = open.find((rule) => rule.name === name);
    if (sharedRule.test(name)) {
      if (to !== this.final) throw new Error(`the shared rule ${name} is not the last part`);
      this.#arc(from, { to: this.enter(name), logp, word: null });
    } else if (again !== undefined) {
      if (again.to !== to) throw new Error(`the rule ${name} names itself before its end`);
      this.#arc(from, { to: again.from, logp, word: null });
    } else if (this.#isLoop(name)) {
      const begin = this.state();
      this.#arc(from, { to: begin, logp, word: null });
      this.add(this.expansionOf(name), begin, to, [...open, { name, from: begin, to }]);
    } else this.add(this.expansionOf(name), from, to, open, logp);
  }

  #isLoop(name: string): boolean {
    return this.#rules[name]?.includes(`<${name}>`) ?? false;
  }

  #arc(from: number, arc: Arc): void {
    (this.arcs[from] as Arc[]).push(arc);
  }
}
