import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Mail } from "../ports/mailer.ts";

/**
 * The message as nodemailer takes it. The Message-ID is made from the mail's id, so that servers and mail programs which drop
 * duplicates recognise a mail that had to be sent twice.
 */
export function messageOf(mail: Mail): SendMailOptions {
  const domain =
    mail.from
      .split("@")
      .at(-1)
      ?.replace(/[^A-Za-z0-9.-]/g, "") || "localhost";
  const name = createHash("sha256").update(mail.id).digest("hex").slice(0, 32);
  return {
    messageId: `<${name}@${domain}>`,
    from: mail.from,
    // An object, so that a comma in an address never makes two recipients.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: mail.attachments.map(({ name: filename, type: contentType, content }) => ({
      filename,
      contentType,
      content,
    })),
    // Texts are ours alone: nothing in them may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
