import type { GrammarRequest } from "../grammar/grammar-request.ts";

/** `final`: the turn is over and somebody waits. `pause`: it may be over. `look`: the caller is still speaking. */
export type Urgency = "final" | "pause" | "look";

/** Sound whose words are wanted. */
export interface DecodeJob {
  readonly grammar: GrammarRequest;
  /** Mu-law: the turn from its beginning. */
  readonly audio: Uint8Array;
  urgency: Urgency;
  /** Decoders that died over it. */
  deaths: number;
  /** Confidence is 0-1. A `murmur` is what the sound may be as well, as of somebody who listens. */
  decoded(text: string, confidence: number, murmur?: string | null): void;
  /** There is no decoder that could: the stream is lost. */
  failed(error: Error): void;
}

/** Who makes words of the utterances of all calls. A job is answered once, or forgotten. */
export interface Decoders {
  add(job: DecodeJob): void;
  /** Nobody wants its words any more; its answer may still come. */
  forget(job: DecodeJob): void;
  /** The grammar will be wanted next. */
  warm(grammar: GrammarRequest): void;
  turnBegins(grammar: GrammarRequest): void;
  turnEnds(grammar: GrammarRequest): void;
  callBegins(): void;
  callEnds(): void;
}
