import { useEffect, useState } from "react";

interface MailSummary {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
}

/** Mail that was written to files because no SMTP server is set. Looks again after each booking. */
export function Mailbox({ booking }: { readonly booking: { readonly confirmation: string } | null }) {
  const [mails, setMails] = useState<readonly MailSummary[]>([]);
  const confirmation = booking?.confirmation;
  useEffect(() => {
    let current = true;
    const look = async () => {
      const response = await fetch("/api/mail");
      if (current && response.ok) setMails((await response.json()) as MailSummary[]);
    };
    void look();
    if (confirmation === undefined) return;
    const timer = setInterval(look, 1500);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [confirmation]);
  if (mails.length === 0) return null;
  return (
    <section className="card" aria-label="Mail">
      <h2>Mail</h2>
      <ul className="mails">
        {mails.slice(0, 4).map((mail) => (
          <li key={mail.id}>
            <a href={`/api/mail/${encodeURIComponent(mail.id)}`} target="_blank" rel="noreferrer">
              {mail.subject}
            </a>
            <span>{mail.to}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
