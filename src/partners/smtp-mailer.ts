import { createTransport } from "nodemailer";
import type { Mailer } from "../ports/mailer.ts";
import { WorldError } from "../ports/world-error.ts";
import { messageOf } from "./mail-message.ts";

const connectTimeoutMs = 10_000;
const answerTimeoutMs = 20_000;

/**
 * Sends through a mail server; `url` is `smtp://user:password@host:587` or `smtps://…`. Resolves when the server has taken the
 * mail over. A mail server does not know ids of ours: whoever repeats a send must know itself whether it succeeded.
 */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: connectTimeoutMs,
      greetingTimeout: connectTimeoutMs,
      socketTimeout: answerTimeoutMs,
    },
    {},
  );
  return {
    async send(mail) {
      try {
        await transport.sendMail(messageOf(mail));
      } catch (cause) {
        const options = { retryable: !isRefusal(cause), cause: withoutWords(cause) };
        throw new WorldError("mail server", "sending a mail", options);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** What mail servers answer repeats addresses, so only the codes go on, to logs and to the queue. */
function withoutWords(error: unknown): Error {
  const { code, responseCode, command } = (error ?? {}) as Record<string, unknown>;
  const known = [code, responseCode, command].filter((part) => /^[A-Z0-9 _]{1,20}$/.test(String(part)));
  return new Error(`SMTP ${known.join(" ") || "failure"}`);
}

/** Codes of 500 and more are for good, those of 400 for now (RFC 5321, section 4.2.1). */
function isRefusal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === "number" && code >= 500 && code < 600;
}
