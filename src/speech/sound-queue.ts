/**
 * Sound that comes when it comes and is taken when it is wanted. Its maker gives at most one end; nothing is taken in after it.
 */
export class SoundQueue implements AsyncIterable<Uint8Array> {
  readonly #pieces: Uint8Array[] = [];
  #end: { readonly error: Error | null } | null = null;
  #wake = () => {};

  push(piece: Uint8Array): void {
    if (this.#end !== null || piece.length === 0) return;
    this.#pieces.push(piece);
    this.#wake();
  }

  /** Everything has come; with an error, what comes after the pieces is that. */
  end(error: Error | null = null): void {
    this.#end ??= { error };
    this.#wake();
  }

  /** Nothing more of it is wanted. */
  drop(): void {
    this.#pieces.length = 0;
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    while (true) {
      const piece = this.#pieces.shift();
      if (piece !== undefined) yield piece;
      else if (this.#end === null) await new Promise<void>((resolve) => (this.#wake = resolve));
      else if (this.#end.error !== null) throw this.#end.error;
      else return;
    }
  }
}
