import { createTransport } from "nodemailer";
import type { Mail, Mailer } from "../ports/mailer.ts";
import type { Resilience } from "../ports/resilience.ts";
import type { Secret } from "../ports/secret.ts";
import { WorldError } from "../ports/world-error.ts";
import { messageOf } from "./mail-message.ts";
import { type ResilienceLimits, usualLimits } from "./resilience/resilience.ts";

/**
 * Nobody waits, and a mail whose fate is unclear must not go out twice within seconds: there is one attempt, and the job that
 * sends it comes again. Such a job counts as dead after a minute.
 */
export const mailLimits: ResilienceLimits = {
  ...usualLimits,
  deadlineMs: 50_000,
  attemptMs: 45_000,
  attempts: 1,
  atOnce: 3,
};

interface Patience {
  readonly connectMs: number;
  readonly answerMs: number;
}

/** Shorter than an attempt, so that it is over when we say so. */
const mailPatience: Patience = { connectMs: 10_000, answerMs: 20_000 };

const doing = "sending a mail";

interface Options {
  /** `smtp://user:password@host:587` or `smtps://…` */
  readonly server: Secret;
  readonly resilience: Resilience;
  readonly patience?: Patience;
}

/**
 * Sends through a mail server. Resolves when the server has taken the mail over. A mail server does not know ids of ours: whoever
 * repeats a send must know itself whether it succeeded. What is wrong with a mail or its address says nothing about the server,
 * and what is wrong with the server, its password included, says nothing about the mail, which may be sent later.
 */
export function smtpMailer({ server, resilience, patience = mailPatience }: Options): Mailer {
  let connected = { url: server.current(), transport: transportTo(server.current(), patience) };

  /** A rotated password takes a pool of its own; mails that are on their way over the old one arrive. */
  function transport() {
    const url = server.current();
    if (url === connected.url) return connected.transport;
    connected.transport.close();
    connected = { url, transport: transportTo(url, patience) };
    return connected.transport;
  }

  return {
    async send(mail) {
      const refusal = await resilience
        .run(doing, () => attempt(transport(), mail))
        .catch((error: unknown) => {
          if (!(error instanceof WorldError)) throw error;
          throw new WorldError("mail server", doing, { retryable: true, cause: error });
        });
      if (refusal !== null) throw refusal;
    },
    async close() {
      connected.transport.close();
    },
  };
}

/** Connects, signs in and leaves: no mail is sent. A refused sign-in is a `WorldError` that asking again does not change. */
export async function greetMailServer(server: Secret): Promise<void> {
  const transport = transportTo(server.current(), mailPatience);
  try {
    await transport.verify();
  } catch (error) {
    const refused = (error as SmtpError).code === "EAUTH";
    throw new WorldError("mail server", "signing in", { retryable: !refused, cause: withoutWords(error) });
  } finally {
    transport.close();
  }
}

type Transport = ReturnType<typeof transportTo>;

function transportTo(url: string, { connectMs, answerMs }: Patience) {
  const options = {
    url,
    pool: true as const,
    maxConnections: mailLimits.atOnce,
    // Whether a mail is tried again is for its job to say.
    maxRequeues: 0,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
  };
  return createTransport(options, {});
}

/** What the server has against the mail; null when it has taken it. Throws when the server itself is at fault. */
async function attempt(transport: Transport, mail: Mail): Promise<WorldError | null> {
  try {
    await transport.sendMail(messageOf(mail));
    return null;
  } catch (error) {
    const cause = withoutWords(error);
    if (!isAboutMail(error)) throw new WorldError("mail server", doing, { retryable: true, cause });
    return new WorldError("mail server", doing, { retryable: isForNow(error), cause });
  }
}

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
}

/** What mail servers answer repeats addresses, so only the codes go on, to logs and to the queue. */
function withoutWords(error: unknown): Error {
  const { code, responseCode, command } = (error ?? {}) as SmtpError;
  const known = [code, responseCode, command].filter((part) => /^[A-Z0-9 _]{1,20}$/.test(String(part)));
  return new Error(`SMTP ${known.join(" ") || "failure"}`);
}

/** A reply to the recipient or to the content. 421 closes the connection, whatever it answers. */
function isAboutMail(error: unknown): boolean {
  const { code, responseCode, command } = (error ?? {}) as SmtpError;
  const about = (code === "EENVELOPE" || code === "EMESSAGE") && command !== "MAIL FROM";
  return about && responseCode !== 421;
}

/** Codes of 400 are for now, those of 500 for good (RFC 5321, section 4.2.1), as are addresses that are none. */
function isForNow(error: unknown): boolean {
  const { responseCode } = (error ?? {}) as SmtpError;
  return typeof responseCode === "number" && responseCode < 500;
}
