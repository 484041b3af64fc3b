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
  const [chosen, choose] = useChosenPractice();
  const practice = practices.find((one) => one.id === chosen) ?? practices[0] ?? null;
  return (
    <div className="page">
      <header>
        <h1>Frontdesk</h1>
        <p>{practice ? practice.name : "Loading the practices"}</p>
      </header>
      <main>
        <Phone call={call} practices={practices} practice={practice} choose={choose} />
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

/** The practice that was chosen last stays in the address, so that a reload or a bookmark opens it again. */
function useChosenPractice(): [string | null, (id: string) => void] {
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get("practice"));
  const choose = (id: string) => {
    history.replaceState(null, "", `?${new URLSearchParams({ practice: id })}`);
    setChosen(id);
  };
  return [chosen, choose];
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
