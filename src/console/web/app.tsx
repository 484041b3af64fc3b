import { useEffect, useState } from "react";
import { useCall } from "./call/use-call.ts";
import { Booked, Collected } from "./view/collected.tsx";
import { Conversation } from "./view/conversation.tsx";
import { Mailbox } from "./view/mailbox.tsx";
import { Phone } from "./view/phone.tsx";

export interface PracticeSummary {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

export function App() {
  const call = useCall();
  const practices = usePractices();
  const [chosen, setChosen] = useState<string | null>(null);
  const practice = practices.find((one) => one.id === chosen) ?? practices[0] ?? null;
  return (
    <div className="page">
      <header>
        <h1>Frontdesk</h1>
        <p>{practice ? practice.name : "Loading the practices"}</p>
      </header>
      <main>
        <Phone call={call} practices={practices} practice={practice} choose={setChosen} />
        <Conversation view={call.view} open={call.state === "open"} />
        <aside>
          <Booked view={call.view} />
          <Mailbox booking={call.view.booking} />
          <Collected view={call.view} />
        </aside>
      </main>
    </div>
  );
}

function usePractices(): readonly PracticeSummary[] {
  const [practices, setPractices] = useState<readonly PracticeSummary[]>([]);
  useEffect(() => {
    void fetch("/api/practices")
      .then((response) => response.json())
      .then(setPractices);
  }, []);
  return practices;
}
