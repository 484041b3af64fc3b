import type { ParsedMail } from "mailparser";
import type { ArrivedMail } from "../../ports/mailer.contract.ts";

export function arrivedMail(mail: ParsedMail): ArrivedMail {
  const to = Array.isArray(mail.to) ? mail.to : mail.to === undefined ? [] : [mail.to];
  return {
    messageId: mail.messageId ?? "",
    from: mail.from?.value[0]?.address ?? "",
    to: to.flatMap(({ value }) => value.map(({ address }) => address ?? "")),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    attachments: mail.attachments.map((one) => ({
      name: one.filename ?? "",
      type: one.contentType,
      content: one.content.toString("utf8"),
    })),
  };
}
