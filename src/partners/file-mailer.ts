import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Mailer } from "../ports/mailer.ts";
import { WorldError } from "../ports/world-error.ts";
import { messageOf } from "./mail-message.ts";
import { exists, plainName, writeWhole } from "./whole-file.ts";

/**
 * Writes every mail to the directory as an `.eml` file that any mail program opens, named after the mail's id: a repeated
 * mail finds its file and changes nothing. The file appears whole or not at all. Only the owner can read it.
 */
export function fileMailer(directory: string): Mailer {
  // nodemailer's stream transport composes the message and sends nothing.
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const path = join(directory, `${plainName(mail.id)}.eml`);
      try {
        if (await exists(path)) return;
        const { message } = await composer.sendMail(messageOf(mail));
        await writeWhole(path, message as Buffer);
      } catch (cause) {
        throw new WorldError("mail directory", "writing a mail", { retryable: true, cause });
      }
    },
    async close() {
      composer.close();
    },
  };
}
