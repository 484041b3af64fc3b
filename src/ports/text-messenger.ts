import type { Private } from "../core/values/private.ts";

export interface TextMessage {
  /** The idempotency key: a messenger that has taken this message before does nothing. */
  readonly id: string;
  /** The practice's number, E.164. */
  readonly from: string;
  /** E.164. */
  readonly to: Private<string>;
  /** At most 1,600 characters; never health data, because others read texts too. */
  readonly text: string;
}

/**
 * Delivers text messages. Resolves when the message is taken over, or when it is known that it never will be: `optedOut` = the
 * number's owner has told the telephone company to let no texts of ours through; `notTextable` = it takes none. Throws
 * `WorldError`.
 */
export interface TextMessenger {
  send(message: TextMessage): Promise<"sent" | "optedOut" | "notTextable">;
}
