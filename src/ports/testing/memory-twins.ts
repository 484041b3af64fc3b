import type { PersonDetails } from "../../core/dialogue/requests.ts";
import type { EpochMs } from "../../core/values/ids.ts";
import { nameText, phoneText } from "../identity.ts";
import type { Duplicate, Merge } from "../ledger-of-staff.ts";

/** Two of a kind that may be one. */
interface Twins extends Pick<Duplicate, "kind" | "alike" | "noticedAt"> {
  readonly one: string;
  readonly other: string;
}

/** Pairs that look like one and that nobody has merged, in the order in which they were noticed. */
export class MemoryTwins {
  readonly #now: () => EpochMs;
  #pairs: readonly Twins[] = [];

  constructor(now: () => EpochMs) {
    this.#now = now;
  }

  get all(): readonly Twins[] {
    return this.#pairs;
  }

  mark(twins: Omit<Twins, "noticedAt">): void {
    this.#add({ ...twins, noticedAt: this.#now() });
  }

  /** Whoever else looked like the one that is merged looks like the one that is kept. */
  settle({ kept, merged }: Merge<string>): void {
    const before = this.#pairs;
    this.#pairs = [];
    const renamed = (id: string) => (id === merged ? kept : id);
    for (const twins of before) {
      const [one, other] = [renamed(twins.one), renamed(twins.other)];
      if (one !== other) this.#add({ ...twins, one, other });
    }
  }

  /** Two that were taken for one look alike again. */
  reopen(pairs: readonly Twins[]): void {
    for (const pair of pairs) this.#add(pair);
  }

  /** Two that are two, whatever they look like; false when nobody thought otherwise. */
  part({ one, other }: Pick<Twins, "one" | "other">): boolean {
    const before = this.#pairs;
    this.#pairs = before.filter((pair) => !isPair(pair, one, other));
    return this.#pairs.length < before.length;
  }

  #add(twins: Twins): void {
    if (!this.#pairs.some(({ one, other }) => one === twins.one && other === twins.other))
      this.#pairs = [...this.#pairs, twins];
  }
}

function isPair({ one, other }: Twins, first: string, second: string): boolean {
  return (one === first && other === second) || (one === second && other === first);
}

type Known = Pick<PersonDetails, "given" | "family" | "dateOfBirth"> & { readonly phone?: string | null };

/** What makes two people look like one who was misheard; null when nothing does. */
export function likeness(one: Known, other: Known): "name" | "numberAndBirth" | null {
  const name = (known: Known) => nameText(known.given + known.family);
  const number = ({ phone }: Known) => (phone == null ? null : phoneText(phone));
  const sameNumber = number(one) !== null && number(one) === number(other);
  const births = [one.dateOfBirth, other.dateOfBirth];
  if (name(one) === name(other)) return sameNumber || births.includes(null) ? "name" : null;
  return sameNumber && !births.includes(null) && births[0] === births[1] ? "numberAndBirth" : null;
}
