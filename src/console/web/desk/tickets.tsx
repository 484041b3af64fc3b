import { useState } from "react";
import { phoneText, whenText } from "../words.ts";
import type { Ticket } from "./records.ts";

const purposes: Readonly<Record<Ticket["purpose"], string>> = {
  callBack: "Call back",
  message: "Message",
  handOff: "Needs somebody",
};

interface TicketsProps {
  readonly tickets: readonly Ticket[];
  readonly names: Readonly<Record<string, string>>;
  readonly timeZone: string;
  settle(number: string, state: Ticket["state"]): Promise<void>;
}

export function Tickets({ tickets, names, timeZone, settle }: TicketsProps) {
  const [all, showAll] = useState(false);
  const open = tickets.filter(({ state }) => state === "open");
  const shown = all ? tickets : open;
  return (
    <section className="card" aria-label="Tickets">
      <div className="bar">
        <h2>Tickets</h2>
        <label className="check">
          <input type="checkbox" checked={all} onChange={(event) => showAll(event.target.checked)} />
          Settled too
        </label>
      </div>
      {shown.length === 0 && <p className="hint">Nobody waits for an answer.</p>}
      <ul className="rows">
        {shown.map((ticket) => (
          <li key={ticket.number} className={ticket.state}>
            <div className="what">
              <strong>{purposes[ticket.purpose]}</strong>
              {ticket.to && <span>for {names[ticket.to] ?? ticket.to}</span>}
              <span className="faint">{whenText(ticket.takenAt, timeZone)}</span>
            </div>
            {ticket.message && <p className="words">{ticket.message}</p>}
            <div className="act">
              {ticket.phone ? <a href={`tel:${ticket.phone}`}>{phoneText(ticket.phone)}</a> : <span />}
              <button
                type="button"
                onClick={() => void settle(ticket.number, ticket.state === "open" ? "done" : "open")}
              >
                {ticket.state === "open" ? "Done" : "Open again"}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
