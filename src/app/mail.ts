import { join } from "node:path";
import type { Mailbox } from "../console/local-console.ts";
import { fileMailer } from "../partners/file-mailer.ts";
import { resilience } from "../partners/resilience/resilience.ts";
import { mailLimits, smtpMailer } from "../partners/smtp-mailer.ts";
import type { Mailer } from "../ports/mailer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { systemClock } from "../runtime/runtime.ts";
import { fileMailbox } from "./file-mailbox.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/** Mail over SMTP when a server is set; otherwise into files, which the page then shows. */
export function openMail(
  settings: Settings,
  secrets: Secrets,
  telemetry: Telemetry,
): { readonly mailer: Mailer; readonly mailbox: Mailbox | null } {
  const server = secrets.of("SMTP_URL");
  if (server !== null) {
    const parts = { service: "smtp", limits: mailLimits, clock: systemClock, telemetry };
    return { mailer: smtpMailer({ server, resilience: resilience(parts) }), mailbox: null };
  }
  const directory = join(settings.FRONTDESK_DATA, "mail");
  return { mailer: fileMailer(directory), mailbox: fileMailbox(directory) };
}
