import { type FormEvent, useState } from "react";
import { phoneText, whenText } from "../words.ts";
import type { Consent, DoNotCall } from "./records.ts";

interface NumbersProps {
  readonly doNotCall: readonly DoNotCall[];
  readonly timeZone: string;
  consents(phone: string): Promise<readonly Consent[]>;
}

/** Who is not to be called, and what the owner of a number has said to calls and texts. */
export function Numbers({ doNotCall, timeZone, consents }: NumbersProps) {
  const [phone, setPhone] = useState("");
  const [found, setFound] = useState<readonly Consent[] | null>(null);
  const lookUp = async (event: FormEvent) => {
    event.preventDefault();
    setFound(await consents(phone).catch(() => null));
  };
  return (
    <section className="card" aria-label="Do not call">
      <h2>Do not call</h2>
      {doNotCall.length === 0 && <p className="hint">Nobody has asked for it.</p>}
      <ul className="rows">
        {doNotCall.map((one) => (
          <li key={`${one.phone}/${one.since}`} className="act">
            <span>{one.phone === null ? "A number that is not shown" : phoneText(one.phone)}</span>
            <span className="faint">since {whenText(one.since, timeZone)}</span>
          </li>
        ))}
      </ul>
      <form className="text-box" onSubmit={(event) => void lookUp(event)}>
        <input
          type="tel"
          required
          value={phone}
          aria-label="Telephone number"
          placeholder="What has a number's owner said?"
          onChange={(event) => setPhone(event.target.value)}
        />
        <button type="submit">Look up</button>
      </form>
      {found?.length === 0 && <p className="hint">Never asked.</p>}
      <ul className="rows">
        {found?.map(({ to, given, at, words }) => (
          <li key={`${to}/${at}`}>
            <div className="act">
              <span>
                {given ? "Yes" : "No"} to {to}
              </span>
              <span className="faint">{whenText(at, timeZone)}</span>
            </div>
            {words && (
              <p className="words">
                “{words.asked}” – “{words.answered}”
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
