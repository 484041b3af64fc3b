import type { Private } from "../core/values/private.ts";

export interface SynthesisOptions {
  /** The same words come again, so their sound is worth keeping. */
  readonly fixed: boolean;
  /** Nobody waits for it yet, so it gives way to what somebody waits for, and may take as long as it likes. */
  readonly ahead?: boolean;
  readonly signal: AbortSignal;
}

/** Text to speech. One instance serves all calls. */
export interface Synthesizer {
  /** 8 kHz mu-law in pieces of any size, the first as early as it can. Ends early when aborted. Throws `WorldError`. */
  speak(text: Private<string>, options: SynthesisOptions): AsyncIterable<Uint8Array>;
  /** The whole sound when it is at hand without waiting: the prompt cache has it. */
  ready(text: Private<string>): Uint8Array | null;
  close(): Promise<void>;
}
