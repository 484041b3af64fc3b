import type { Heard, Idle, Wordless } from "./heard.ts";
import type { Order } from "./socket.ts";

/** One of the service's two ways to hear. */
export interface ListenProtocol {
  /** Where a stream is opened that knows these names. */
  address(terms: readonly string[]): URL;
  /** Reads the messages of one connection; null for those about other things and for what makes no sense. */
  reader(): (message: string) => Heard | Wordless | Idle | null;
  /** Our turn-taking holds the turn over. */
  readonly finish: Order;
  /** Sent when there is no sound to send; null = there is no such message. */
  readonly keepAlive: Order | null;
  /** Changes the names that an open stream knows; null = they stay as they are. */
  retune(terms: readonly string[]): Order | null;
  /** The last of a turn is quiet, and need not have been listened to before its words are passed on. */
  readonly quietMs: number;
  /** Once it has listened so far beyond the last sound of a turn, all words of it are known. */
  readonly fadingMs: number;
  /** It tells how far it has listened several times a second, whatever is heard. */
  readonly steady: boolean;
  /** Length of the pieces in which sound is sent when nothing else is said. */
  readonly pieceMs: number;
}
