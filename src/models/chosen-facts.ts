/** Tells facts of a reply one by one while it is being written: each once, in order, as soon as its id is whole. */
export class ChosenFacts {
  readonly #known: readonly string[];
  readonly #tell: (fact: string) => void;
  #told = 0;

  constructor(known: readonly string[], tell: (fact: string) => void) {
    this.#known = known;
    this.#tell = tell;
  }

  /** The list as far as it is written. Its last entry counts when no longer id begins like it. */
  soFar(written: unknown): void {
    if (!Array.isArray(written)) return;
    const last = written.at(-1);
    const open = this.#known.some((id) => id !== last && id.startsWith(String(last)));
    this.all(open ? written.slice(0, -1) : written);
  }

  /** The list is complete. Ids that nobody knows end what can be told. */
  all(ids: readonly unknown[]): void {
    for (const id of ids.slice(this.#told)) {
      if (!this.#known.some((known) => known === id)) return;
      this.#told++;
      if (ids.indexOf(id) === this.#told - 1) this.#tell(String(id));
    }
  }
}
