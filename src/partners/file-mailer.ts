import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Mail, Mailer } from "../ports/mailer.ts";
import { WorldError } from "../ports/world-error.ts";
import { messageOf } from "./mail-message.ts";

/**
 * Writes every mail to the directory as an `.eml` file that any mail program opens, named after the mail's id: a repeated
 * mail finds its file and changes nothing. The file appears whole or not at all. Only the owner can read it.
 */
export function fileMailer(directory: string): Mailer {
  // nodemailer's stream transport composes the message and sends nothing.
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const path = join(directory, `${fileName(mail)}.eml`);
      try {
        if (await exists(path)) return;
        const { message } = await composer.sendMail(messageOf(mail));
        await writeWhole(directory, path, message as Buffer);
      } catch (cause) {
        throw new WorldError("mail directory", "writing a mail", { retryable: true, cause });
      }
    },
    async close() {
      composer.close();
    },
  };
}

/** Ids may hold addresses and slashes; names of files are plain and never show whom a mail is for. */
function fileName({ id }: Mail): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 32);
}

async function writeWhole(directory: string, path: string, content: Buffer): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.draft`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
