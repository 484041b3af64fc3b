import { BYTES_PER_MS, FRAME_BYTES, MULAW_SILENCE } from "./audio-frame.ts";
import { Concealment } from "./concealment.ts";

/** Takes a frame over: the buffer is the receiver's from then on. */
export type EmitFrame = (frame: Uint8Array) => void;

/**
 * On a line that has put sound out of order, what comes at most this late is put in its place; it is also the delay that a missing
 * piece causes there.
 */
const REORDER_WINDOW_MS = 60;
/** Longer gaps are cut to this: a peer that sends nothing in silence needs no minutes of it made up. */
const MAX_FILL_MS = 1000;
/** A jump back by more than this is a new count of time, not late sound. */
const RESTART_MS = 1000;
/** Timestamps further than this from where the sound should be are no rounding. */
const TOLERANCE_MS = 10;
/** Pieces in a row whose timestamps must fit before they are believed. */
const TRUSTED_AT = 5;
/** Trust once it is won, and what sound from the past costs of it: five such pieces in a row end it. */
const FULL_TRUST = 25;
const MISFIT_COST = 5;

const WINDOW_BYTES = REORDER_WINDOW_MS * BYTES_PER_MS;
const TOLERANCE_BYTES = TOLERANCE_MS * BYTES_PER_MS;

interface HeldPiece {
  readonly position: number;
  readonly payload: Uint8Array;
}

/**
 * Mu-law in pieces of any size in, whole 20 ms frames out, in order.
 *
 * Timestamps are milliseconds of the stream, as Twilio counts them. They are believed only after some pieces in a row
 * whose timestamps fit their lengths, because compatible clients send constant, jittery or no timestamps; until then and
 * without them, pieces count in the order of arrival. With believed timestamps, a gap is filled with what may have been in it
 * (`Concealment`), and sound whose place is already filled or taken is dropped. Media streams seldom put sound out of order, so
 * nothing is waited for until it has happened; from then on pieces that overtook others by up to 60 ms are put in order. Never
 * holds back more than 60 ms of sound and one unfinished frame.
 */
export class FrameAssembler {
  #partial = new Uint8Array(FRAME_BYTES);
  #filled = 0;
  /** Stream position in bytes that the next piece should have. */
  #next: number | null = null;
  #trust = 0;
  /** Sorted by position; its sound amounts to less than the window. */
  #held: HeldPiece[] = [];
  #heldBytes = 0;
  #insertedBytes = 0;
  /** Sound has come after what was said later. */
  #reorders = false;
  readonly #concealment = new Concealment();

  /**
   * `payload` is the assembler's from then on; `timestampMs` is the stream time of its first sample. Emits as many frames
   * as are complete, possibly none or many.
   */
  push(payload: Uint8Array, timestampMs: number | null, emit: EmitFrame): void {
    if (payload.length === 0) return;
    if (timestampMs === null || !Number.isFinite(timestampMs)) {
      this.#takeUndated(payload, emit);
      return;
    }
    const position = Math.round(timestampMs * BYTES_PER_MS);
    const ahead = this.#next === null ? 0 : position - this.#next;
    if (Math.abs(ahead) <= TOLERANCE_BYTES) this.#takeInOrder(payload, position, emit);
    else if (this.#trust < TRUSTED_AT) this.#takeUntrusted(payload, position, emit);
    else if (ahead > 0) this.#takeAhead(payload, position, emit);
    else this.#takeBehind(payload, position, emit);
  }

  /**
   * Inserts silence while the peer sends nothing at all, so that listeners notice that the caller is quiet. It does not
   * move the stream's time: sound that was only late is still taken whole, and a gap that shows later is filled less.
   */
  insertSilence(durationMs: number, emit: EmitFrame): void {
    const bytes = Math.min(durationMs, MAX_FILL_MS) * BYTES_PER_MS;
    this.#insertedBytes = Math.min(this.#insertedBytes + bytes, MAX_FILL_MS * BYTES_PER_MS);
    this.#appendSilence(bytes, emit);
  }

  /** Emits what waits for missing pieces, and the unfinished frame padded with silence: the stream is over. */
  flush(emit: EmitFrame): void {
    this.#releaseHeld(emit);
    if (this.#filled > 0) this.#appendSilence(FRAME_BYTES - this.#filled, emit);
  }

  #takeUndated(payload: Uint8Array, emit: EmitFrame): void {
    this.#releaseHeld(emit);
    if (this.#next !== null) this.#next += payload.length;
    this.#append(payload, emit);
  }

  #takeInOrder(payload: Uint8Array, position: number, emit: EmitFrame): void {
    if (this.#trust + 1 === TRUSTED_AT) this.#trust = FULL_TRUST;
    else if (this.#trust < FULL_TRUST) this.#trust++;
    this.#next = position + payload.length;
    this.#append(payload, emit);
    this.#releaseReady(emit);
  }

  #takeUntrusted(payload: Uint8Array, position: number, emit: EmitFrame): void {
    this.#trust = 0;
    this.#next = position + payload.length;
    this.#append(payload, emit);
  }

  #takeAhead(payload: Uint8Array, position: number, emit: EmitFrame): void {
    if (!this.#reorders || position - (this.#next as number) > WINDOW_BYTES) {
      this.#releaseHeld(emit);
      this.#fillTo(position, emit);
      this.#next = position + payload.length;
      this.#append(payload, emit);
      return;
    }
    this.#hold({ position, payload });
    if (this.#heldBytes >= WINDOW_BYTES) this.#releaseHeld(emit);
  }

  #takeBehind(payload: Uint8Array, position: number, emit: EmitFrame): void {
    this.#trust -= MISFIT_COST;
    const restarted = (this.#next as number) - position > RESTART_MS * BYTES_PER_MS;
    this.#reorders ||= !restarted;
    if (!restarted && this.#trust >= TRUSTED_AT) return;
    this.#releaseHeld(emit);
    this.#takeUntrusted(payload, position, emit);
  }

  #hold(piece: HeldPiece): void {
    const after = this.#held.findIndex((other) => other.position > piece.position);
    if (after === -1) this.#held.push(piece);
    else this.#held.splice(after, 0, piece);
    this.#heldBytes += piece.payload.length;
  }

  /** Releases held pieces as long as no sound is missing before them. */
  #releaseReady(emit: EmitFrame): void {
    let first = this.#held[0];
    while (first !== undefined && first.position <= (this.#next as number) + TOLERANCE_BYTES) {
      this.#release(first, emit);
      first = this.#held[0];
    }
  }

  /** Releases all held pieces, with something for what did not come. */
  #releaseHeld(emit: EmitFrame): void {
    let first = this.#held[0];
    while (first !== undefined) {
      this.#fillTo(first.position, emit);
      this.#release(first, emit);
      first = this.#held[0];
    }
  }

  #release(piece: HeldPiece, emit: EmitFrame): void {
    this.#held.shift();
    this.#heldBytes -= piece.payload.length;
    // The same piece twice has its place taken by the first one.
    if (piece.position < (this.#next as number) - TOLERANCE_BYTES) return;
    this.#next = piece.position + piece.payload.length;
    this.#append(piece.payload, emit);
  }

  #fillTo(position: number, emit: EmitFrame): void {
    const missing = position - (this.#next as number);
    if (missing <= TOLERANCE_BYTES) return;
    const already = Math.min(this.#insertedBytes, missing);
    this.#insertedBytes -= already;
    const bytes = Math.min(missing - already, MAX_FILL_MS * BYTES_PER_MS);
    this.#appendMade(bytes, (part) => this.#concealment.fill(part), emit);
  }

  #append(payload: Uint8Array, emit: EmitFrame): void {
    this.#concealment.heard(payload);
    let from = 0;
    if (this.#filled > 0) {
      from = Math.min(FRAME_BYTES - this.#filled, payload.length);
      this.#partial.set(payload.subarray(0, from), this.#filled);
      this.#advance(from, emit);
    }
    for (; payload.length - from >= FRAME_BYTES; from += FRAME_BYTES) {
      emit(payload.subarray(from, from + FRAME_BYTES));
    }
    if (from < payload.length) {
      this.#partial.set(payload.subarray(from));
      this.#filled = payload.length - from;
    }
  }

  #appendSilence(bytes: number, emit: EmitFrame): void {
    this.#appendMade(bytes, (part) => part.fill(MULAW_SILENCE), emit);
  }

  #appendMade(bytes: number, make: (part: Uint8Array) => void, emit: EmitFrame): void {
    for (let left = bytes; left > 0; ) {
      const now = Math.min(FRAME_BYTES - this.#filled, left);
      make(this.#partial.subarray(this.#filled, this.#filled + now));
      this.#advance(now, emit);
      left -= now;
    }
  }

  #advance(bytes: number, emit: EmitFrame): void {
    this.#filled += bytes;
    if (this.#filled < FRAME_BYTES) return;
    const frame = this.#partial;
    this.#partial = new Uint8Array(FRAME_BYTES);
    this.#filled = 0;
    emit(frame);
  }
}
