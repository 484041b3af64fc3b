import type { CallId } from "../core/values/ids.ts";
import type { Key } from "../core/values/key.ts";

/** What a line tells the call. Never called again after `closed`. */
export interface LineHandler {
  /** 20 ms of the caller's sound, 160 bytes of mu-law, in order and without gaps. The buffer is the callee's. */
  frame(frame: Uint8Array): void;
  key(key: Key): void;
  /** A turn that was typed in a softphone's text box. */
  typed(text: string): void;
  /** The far end has played everything up to this mark. Marks also come back for audio that was cleared. */
  marked(name: string): void;
  /** `ended`: the far end hung up or we did. `lost`: the stream broke off, and may come back as another line. */
  closed(why: "ended" | "lost"): void;
}

/** Why a call comes back on a new line: its stream broke off, or nobody took the call that was put through. */
export type Resumed = "lineLost" | "transferFailed";

/** One open telephone line, after the media stream has started. Sending on a closed line does nothing. */
export interface Line {
  readonly callId: CallId;
  /** Whether the far end can be trusted to echo marks and to act on `clear`; open lines may not. */
  readonly echoesMarks: boolean;
  /** Mu-law, any whole number of frames of 160 bytes, paced by the caller of this method. */
  send(audio: Uint8Array): void;
  mark(name: string): void;
  clear(): void;
  /** Resolves when the telephone company has taken the order; rejects with a `WorldError` when it has not. */
  transfer(to: string): Promise<void>;
  hangUp(): void;
  /** Closes the stream and leaves the call alone: somebody else has taken it over. */
  abandon(): void;
}
