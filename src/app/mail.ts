import { join } from "node:path";
import type { Mailbox } from "../console/local-console.ts";
import { fileMailer } from "../partners/file-mailer.ts";
import { smtpMailer } from "../partners/smtp-mailer.ts";
import type { Mailer } from "../ports/mailer.ts";
import { fileMailbox } from "./file-mailbox.ts";
import type { Settings } from "./settings.ts";

/** Mail over SMTP when a server is set; otherwise into files, which the page then shows. */
export function openMail(settings: Settings): { readonly mailer: Mailer; readonly mailbox: Mailbox | null } {
  if (settings.SMTP_URL !== undefined) return { mailer: smtpMailer(settings.SMTP_URL), mailbox: null };
  const directory = join(settings.FRONTDESK_DATA, "mail");
  return { mailer: fileMailer(directory), mailbox: fileMailbox(directory) };
}
