/** A sound that is being made once and heard by any number of listeners, each from its beginning. */
export class SharedSound {
  readonly #pieces: Uint8Array[] = [];
  #changed = Promise.withResolvers<void>();
  #ended = false;
  readonly whole: Promise<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.whole = this.#fill(source);
    this.whole.catch(() => undefined); // each listener gets the failure by itself
  }

  /** The first of it is there. */
  get begun(): boolean {
    return this.#pieces.length > 0;
  }

  /** Gives what there is, then what comes, until the end or the abort. Fails as the source fails. */
  async *listen(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    for (let next = 0; !signal.aborted; next++) {
      while (next >= this.#pieces.length && !this.#ended && !signal.aborted) await this.#changed.promise;
      const piece = this.#pieces[next];
      if (piece !== undefined && !signal.aborted) yield piece;
      if (piece === undefined) break;
    }
    if (!signal.aborted) await this.whole;
  }

  async #fill(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    try {
      for await (const piece of source) {
        this.#pieces.push(piece);
        this.#announce();
      }
      return new Uint8Array(Buffer.concat(this.#pieces));
    } finally {
      this.#ended = true;
      this.#announce();
    }
  }

  #announce(): void {
    const changed = this.#changed;
    this.#changed = Promise.withResolvers();
    changed.resolve();
  }
}
