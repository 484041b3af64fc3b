export interface Mail {
  /** The idempotency key: a mailer that has taken this id before does nothing. */
  readonly id: string;
  readonly from: string;
  /** Exactly one recipient a mail, so that one bad address never repeats another's copy. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
}

/** Delivers mail. Resolves when the mail is taken over durably; throws `WorldError`. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}
