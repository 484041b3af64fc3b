import { useState } from "react";
import { whenText } from "../words.ts";
import type { Message } from "./records.ts";

const abouts: Readonly<Record<Message["about"], string>> = {
  booked: "Booked",
  changed: "Changed",
  offer: "Time offered",
  ticket: "Ticket",
};

const states: Readonly<Record<Message["state"], string>> = {
  waiting: "Waiting",
  done: "Sent",
  again: "Trying again",
  buried: "Failed",
};

/** What came of a message that nobody was sent. */
const outcomes: Readonly<Record<string, string>> = {
  notWanted: "Not wanted",
  overtaken: "Overtaken",
  optedOut: "Opted out",
  notTextable: "Takes no texts",
};

interface MessagesProps {
  readonly messages: readonly Message[];
  readonly timeZone: string;
}

const FEW_MESSAGES = 12;

export function Messages({ messages, timeZone }: MessagesProps) {
  const [all, showAll] = useState(false);
  const shown = all ? messages : messages.slice(0, FEW_MESSAGES);
  return (
    <section className="card" aria-label="Messages">
      <h2>Messages</h2>
      {messages.length === 0 && <p className="hint">Nothing was to be sent yet.</p>}
      {messages.length > 0 && (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">About</th>
                <th scope="col">To</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((message) => (
                <tr key={message.id}>
                  <td className="faint">{whenText(message.queuedAt, timeZone)}</td>
                  <td>
                    {abouts[message.about]} <code>{message.number}</code>
                  </td>
                  <td>
                    {message.recipient === "person" ? "the person" : message.recipient}
                    <span className="faint">, {message.channel === "text" ? "text" : "e-mail"}</span>
                  </td>
                  <td>
                    <span className={`badge ${message.state}`}>
                      {outcomes[message.outcome ?? ""] ?? states[message.state]}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < messages.length && (
        <button type="button" className="more" onClick={() => showAll(true)}>
          Show all {messages.length}
        </button>
      )}
    </section>
  );
}
