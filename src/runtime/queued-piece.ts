import type { Prompt, PromptPiece } from "../core/wording/prompt.ts";
import type { PieceAudio } from "./piece-audio.ts";

/** How long a character takes to say until the length of a piece is known. */
const TYPICAL_MS_PER_CHARACTER = 65;

/** One piece of a prompt on its way to the caller's ear. Changed in place by the player that queued it. */
export interface QueuedPiece {
  readonly prompt: Prompt;
  readonly piece: PromptPiece;
  /** Half-open range of characters in the prompt's text. */
  readonly start: number;
  readonly end: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Null until its sound is wanted. */
  audio: PieceAudio | null;
  /** Since when sound was wanted and none came; null while there is some. */
  starvingSinceMs: number | null;
  sentMs: number;
  /** When the far end will have played what was sent; by the playback clock. */
  endsAtMs: number;
  /** No more sound of it will come, and what came is not all of it. */
  failed: boolean;
  /** Set when all of its sound has been sent. */
  mark: string | null;
  marked: boolean;
}

export function queuePieces(prompt: Prompt): QueuedPiece[] {
  let start = 0;
  return prompt.pieces.map((piece, index) => {
    const end = start + piece.text.reveal().length;
    const queued: QueuedPiece = {
      prompt,
      piece,
      start,
      end,
      first: index === 0,
      last: index === prompt.pieces.length - 1,
      audio: null,
      starvingSinceMs: null,
      sentMs: 0,
      endsAtMs: 0,
      failed: false,
      mark: null,
      marked: false,
    };
    start = end + 1;
    return queued;
  });
}

/** How far into the prompt's text the caller has heard, by the playback clock; words are taken to be of even length. */
export function heardUpTo(piece: QueuedPiece, nowMs: number): number {
  const characters = piece.end - piece.start;
  const playedMs = piece.sentMs - Math.max(0, piece.endsAtMs - nowMs);
  if (playedMs <= 0 || characters === 0) return piece.start;
  const guessMs = Math.max(characters * TYPICAL_MS_PER_CHARACTER, piece.sentMs + TYPICAL_MS_PER_CHARACTER);
  const durationMs = piece.failed ? guessMs : (piece.audio?.durationMs ?? guessMs);
  return piece.start + Math.min(characters, Math.floor((characters * playedMs) / durationMs));
}
