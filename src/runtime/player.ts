import { BYTES_PER_MS, FRAME_MS } from "../core/audio/audio-frame.ts";
import type { PromptId } from "../core/values/ids.ts";
import type { Prompt } from "../core/wording/prompt.ts";
import type { Clock } from "../ports/clock.ts";
import type { Line } from "../ports/line.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import { PieceAudio } from "./piece-audio.ts";
import type { PlaybackTicker } from "./playback-ticker.ts";
import { heardUpTo, type QueuedPiece, queuePieces } from "./queued-piece.ts";

/**
 * Sound is sent this far ahead of its playing, against a busy process; it is also what a line that cannot be cleared still
 * says. With a tick of 100 ms the far end always has 60 ms to play.
 */
const LEAD_MS = 160;
/** A piece without sound for so long is given up. */
const STALL_MS = 4000;
/** A mark this late shows a far end that does not echo marks. */
const MARK_GRACE_MS = 1000;
const REPORT_EVERY_MS = 280;

interface PlayerEvents {
  /** So much of a prompt was heard. Positions of one prompt never go back. */
  heard(heard: { prompt: PromptId; playback: number; upTo: number; finished: boolean }): void;
  /** No sound can be made of a prompt from this character on; nothing more of it is played. */
  failed(failed: { prompt: PromptId; playback: number; upTo: number }): void;
  /** Whole frames leave, to be heard from this time of the monotonic clock on if they are not cleared before. */
  sent(frames: Uint8Array, fromMs: number): void;
  /** The first sound of a prompt leaves. */
  began(prompt: PromptId): void;
  /** Everything that was queued has been heard. */
  idle(): void;
}

export interface PlayerParts {
  readonly line: Line;
  readonly synthesizer: Synthesizer;
  readonly ticker: PlaybackTicker;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly events: PlayerEvents;
}

/**
 * Plays prompts on a line, in order, and tells how much of them was heard.
 *
 * What was heard is known from the playback clock (frames are taken to play one after the other from the moment they are
 * sent) and, at the ends of pieces, from the marks that a far end echoes. Marks count from the first one that comes back,
 * or from the start on lines that promise them, and stop counting when one stays out for a second.
 *
 * A piece whose synthesis fails, or gives no sound for four seconds, is counted and ends its prompt as `failed`, as soon as
 * what came before it has been played: what is to be said instead is for the conversation to decide, and nothing hangs on it.
 */
export class Player {
  readonly #parts: PlayerParts;
  /** In playing order: sent pieces not yet heard, then the one being sent, then those that wait. */
  #queue: QueuedPiece[] = [];
  /** Prompts of older playbacks are dropped on sight. */
  #playback = 0;
  #bufferEndsAtMs = 0;
  #trustsMarks: boolean;
  #markCount = 0;
  #reportedAtMs = 0;
  #reported: { prompt: PromptId; upTo: number } = { prompt: 0, upTo: 0 };
  #framesSent = 0;
  #stopped = false;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
    this.#trustsMarks = parts.line.echoesMarks;
  }

  get idle(): boolean {
    return this.#queue.length === 0;
  }

  /** The caller hears us just now, as far as the playback clock tells. */
  get sounds(): boolean {
    return this.#bufferEndsAtMs > this.#parts.clock.monotonicMs();
  }

  get framesSent(): number {
    return this.#framesSent;
  }

  /** Queues a prompt. Sound that is at hand leaves before this returns. */
  speak(prompt: Prompt): void {
    if (this.#stopped || prompt.playback < this.#playback || prompt.pieces.length === 0) return;
    const wasIdle = this.idle;
    this.#queue.push(...queuePieces(prompt));
    if (wasIdle) this.#parts.ticker.add(this);
    this.#pump(this.#parts.clock.monotonicMs());
  }

  /** Drops everything of playbacks before `playback`, sent or not. */
  clear(playback: number): void {
    if (playback <= this.#playback) return;
    this.#playback = playback;
    const dropped = this.#queue.filter(({ prompt }) => prompt.playback < playback);
    if (dropped.length === 0) return;
    for (const { audio } of dropped) audio?.drop();
    this.#queue = this.#queue.slice(dropped.length);
    if (dropped.some(({ sentMs }) => sentMs > 0)) this.#parts.line.clear();
    this.#bufferEndsAtMs = this.#parts.clock.monotonicMs();
    if (this.idle) this.#parts.ticker.remove(this);
  }

  /** The far end echoed a mark. Marks of dropped audio are not in the queue any more, and so count for nothing. */
  marked(name: string): void {
    this.#trustsMarks = true;
    const index = this.#queue.findIndex(({ mark }) => mark === name);
    for (const piece of this.#queue.slice(0, index + 1)) piece.marked = true;
    this.tick(this.#parts.clock.monotonicMs());
  }

  /** Tells the present position at once, if it is new. */
  report(): void {
    this.#report(this.#parts.clock.monotonicMs());
  }

  /** Says nothing any more, of whatever playback. */
  stop(): void {
    this.clear(Number.MAX_SAFE_INTEGER);
    this.#stopped = true;
    this.#parts.ticker.remove(this);
  }

  tick(nowMs: number): void {
    this.#pump(nowMs);
    this.#retire(nowMs);
    if (nowMs - this.#reportedAtMs >= REPORT_EVERY_MS) this.#report(nowMs);
  }

  #pump(nowMs: number): void {
    let index = this.#queue.findIndex(({ mark }) => mark === null);
    while (index >= 0 && this.#bufferEndsAtMs - nowMs < LEAD_MS) {
      const piece = this.#queue[index];
      // What comes after something that could not be said waits for what is said instead.
      if (piece === undefined || this.#queue[index - 1]?.failed) return;
      const audio = this.#open(index);
      const aheadMs = Math.max(0, this.#bufferEndsAtMs - nowMs);
      const frames = audio.take(Math.ceil((LEAD_MS - aheadMs) / FRAME_MS));
      if (frames !== null) this.#send(piece, frames, nowMs);
      else if (audio.exhausted) this.#finishSending(piece, nowMs);
      else {
        this.#starve(piece, nowMs);
        return;
      }
      if (piece.mark !== null) index++;
    }
  }

  /** Opens the piece and looks ahead: sound at hand costs nothing, and one synthesis runs while another plays. */
  #open(index: number): PieceAudio {
    const audio = this.#audioOf(this.#queue[index] as QueuedPiece);
    const next = this.#queue[index + 1];
    if (next !== undefined && next.audio === null) this.#audioOf(next);
    return audio;
  }

  #audioOf(queued: QueuedPiece): PieceAudio {
    queued.audio ??= this.#newAudio(queued);
    return queued.audio;
  }

  #newAudio(queued: QueuedPiece): PieceAudio {
    const audio = new PieceAudio(queued.piece, this.#parts.synthesizer, {
      arrived: () => {
        queued.starvingSinceMs = null;
        if (!this.#stopped) this.#pump(this.#parts.clock.monotonicMs());
      },
      failed: (error) => this.#fault(queued, "failed", error),
    });
    this.#parts.telemetry.meter.count("prompt_pieces_total", { sound: audio.complete ? "atHand" : "made" });
    return audio;
  }

  #send(piece: QueuedPiece, frames: Uint8Array, nowMs: number): void {
    if (piece.first && piece.sentMs === 0) this.#parts.events.began(piece.prompt.id);
    this.#parts.line.send(frames);
    const durationMs = frames.length / BYTES_PER_MS;
    this.#framesSent += durationMs / FRAME_MS;
    const fromMs = Math.max(this.#bufferEndsAtMs, nowMs);
    this.#parts.events.sent(frames, fromMs);
    this.#bufferEndsAtMs = fromMs + durationMs;
    piece.endsAtMs = this.#bufferEndsAtMs;
    piece.sentMs += durationMs;
  }

  #finishSending(piece: QueuedPiece, nowMs: number): void {
    piece.mark = `${piece.prompt.playback}.${piece.prompt.id}.${++this.#markCount}`;
    piece.endsAtMs = Math.max(piece.endsAtMs, this.#bufferEndsAtMs, nowMs);
    this.#parts.line.mark(piece.mark);
  }

  #starve(piece: QueuedPiece, nowMs: number): void {
    piece.starvingSinceMs ??= nowMs;
    if (nowMs - piece.starvingSinceMs < STALL_MS) return;
    this.#fault(piece, "stalled", null);
    piece.audio?.drop();
  }

  #retire(nowMs: number): void {
    for (let head = this.#queue[0]; head !== undefined && head.mark !== null; head = this.#queue[0]) {
      if (!this.#isHeard(head, nowMs)) return;
      this.#queue.shift();
      if (head.failed) this.#queue = this.#queue.filter(({ prompt }) => prompt.id !== head.prompt.id);
      if (this.idle) this.#parts.ticker.remove(this);
      if (head.failed) this.#tellFailure(head, nowMs);
      else if (head.last) this.#tell(head, head.end, true, nowMs);
      if (this.idle) this.#parts.events.idle();
    }
  }

  #isHeard(piece: QueuedPiece, nowMs: number): boolean {
    if (piece.marked) return true;
    if (nowMs < piece.endsAtMs) return false;
    if (this.#trustsMarks && nowMs >= piece.endsAtMs + MARK_GRACE_MS) {
      this.#trustsMarks = false;
      this.#parts.telemetry.meter.count("audio_errors_total", { reason: "marksMissing" });
    }
    return !this.#trustsMarks;
  }

  #report(nowMs: number): void {
    const head = this.#queue[0];
    if (head === undefined) return;
    const upTo = heardUpTo(head, nowMs);
    const known = this.#reported.prompt === head.prompt.id ? this.#reported.upTo : 0;
    if (upTo > known) this.#tell(head, upTo, false, nowMs);
  }

  #tell({ prompt }: QueuedPiece, upTo: number, finished: boolean, nowMs: number): void {
    this.#reportedAtMs = nowMs;
    this.#reported = { prompt: prompt.id, upTo };
    this.#parts.events.heard({ prompt: prompt.id, playback: prompt.playback, upTo, finished });
  }

  #tellFailure(piece: QueuedPiece, nowMs: number): void {
    const { id, playback } = piece.prompt;
    this.#parts.events.failed({ prompt: id, playback, upTo: heardUpTo(piece, nowMs) });
  }

  #fault(piece: QueuedPiece, reason: "failed" | "stalled", error: unknown): void {
    piece.failed = true;
    const { log, meter } = this.#parts.telemetry;
    meter.count("audio_errors_total", { reason: `synthesis_${reason}` });
    log.warn("synthesis of a piece gave no sound", { reason, ...errorField(error) });
  }
}
