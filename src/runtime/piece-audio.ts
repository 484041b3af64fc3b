import { FRAME_BYTES, FRAME_MS, MULAW_SILENCE } from "../core/audio/audio-frame.ts";
import type { PromptPiece } from "../core/wording/prompt.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";

/** Five minutes of sound: a synthesizer that goes on for longer than this is broken. */
const MAX_BYTES = 5 * 60 * 8000;

export interface PieceAudioEvents {
  /** More can be taken, or no more will come. */
  arrived(audio: PieceAudio): void;
  failed(error: unknown): void;
}

/** The sound of one piece of a prompt, cut into frames as it comes from the synthesizer. */
export class PieceAudio {
  readonly #abort = new AbortController();
  #chunks: Uint8Array[] = [];
  /** How much of the first chunk has been taken. */
  #offset = 0;
  #bytesWaiting = 0;
  #bytesSeen = 0;
  #complete = false;

  /** Takes sound that is at hand at once; otherwise synthesis begins, and `arrived` tells how it goes on. */
  constructor(piece: PromptPiece, synthesizer: Synthesizer, events: PieceAudioEvents) {
    const ready = synthesizer.ready(piece.text);
    if (ready === null) {
      void this.#synthesise(piece, synthesizer, events);
      return;
    }
    this.#add(ready);
    this.#complete = true;
  }

  /** As many whole frames as lie together, up to `most`; the last is filled up with silence. Null when there is none. */
  take(most: number): Uint8Array | null {
    const first = this.#chunks[0];
    if (first === undefined) return null;
    const together = Math.min(most, Math.floor((first.length - this.#offset) / FRAME_BYTES)) * FRAME_BYTES;
    if (together > 0) {
      const frames = first.subarray(this.#offset, this.#offset + together);
      this.#advance(together);
      return frames;
    }
    return this.#bytesWaiting >= FRAME_BYTES || this.#complete ? this.#gather() : null;
  }

  /** Everything has come and has been taken. */
  get exhausted(): boolean {
    return this.#complete && this.#bytesWaiting === 0;
  }

  get complete(): boolean {
    return this.#complete;
  }

  /** Length of all the sound; null while it is not known. */
  get durationMs(): number | null {
    return this.#complete ? Math.ceil(this.#bytesSeen / FRAME_BYTES) * FRAME_MS : null;
  }

  /** Stops the synthesis and forgets the sound. */
  drop(): void {
    this.#chunks = [];
    this.#bytesWaiting = 0;
    this.#complete = true;
    this.#abort.abort();
  }

  async #synthesise(piece: PromptPiece, synthesizer: Synthesizer, events: PieceAudioEvents): Promise<void> {
    try {
      const options = { fixed: piece.fixed, signal: this.#abort.signal };
      for await (const chunk of synthesizer.speak(piece.text, options)) {
        if (this.#complete) return;
        this.#add(chunk);
        if (this.#bytesSeen > MAX_BYTES) throw new Error("The synthesizer does not end a piece.");
        events.arrived(this);
      }
    } catch (error) {
      if (!this.#complete) events.failed(error);
    }
    if (this.#complete) return;
    this.#complete = true;
    events.arrived(this);
  }

  #add(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#bytesWaiting += chunk.length;
    this.#bytesSeen += chunk.length;
  }

  #gather(): Uint8Array {
    const frame = new Uint8Array(FRAME_BYTES).fill(MULAW_SILENCE);
    let filled = 0;
    for (let first = this.#chunks[0]; first !== undefined && filled < FRAME_BYTES; first = this.#chunks[0]) {
      const bytes = Math.min(first.length - this.#offset, FRAME_BYTES - filled);
      frame.set(first.subarray(this.#offset, this.#offset + bytes), filled);
      filled += bytes;
      this.#advance(bytes);
    }
    return frame;
  }

  #advance(bytes: number): void {
    this.#offset += bytes;
    this.#bytesWaiting -= bytes;
    if (this.#offset < (this.#chunks[0]?.length ?? 0)) return;
    this.#chunks.shift();
    this.#offset = 0;
  }
}
