import type { GrammarRequest } from "../grammar/grammar-request.ts";

/** A minute: nobody says more in one turn, and sound that goes on for longer is not speech. */
const longestBytes = 60 * 8_000;

/** What an utterance's owner is told. */
export interface UtteranceListener {
  soFar(text: string): void;
  ended(text: string, confidence: number): void;
  lost(error: Error): void;
}

/** The sound of one turn, kept until its words are known, so that any thread can begin it again. */
export class Utterance {
  readonly grammar: GrammarRequest;
  readonly listener: UtteranceListener;
  readonly pieces: Uint8Array[] = [];
  #bytes = 0;
  finished = false;
  /** Threads that died over it. */
  deaths = 0;

  constructor(grammar: GrammarRequest, listener: UtteranceListener) {
    this.grammar = grammar;
    this.listener = listener;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Returns false when the utterance has become too long to take more. */
  append(piece: Uint8Array): boolean {
    if (this.#bytes + piece.length > longestBytes) return false;
    this.pieces.push(piece);
    this.#bytes += piece.length;
    return true;
  }
}
