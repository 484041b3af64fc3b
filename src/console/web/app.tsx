import { useEffect, useState } from "react";
import { useCall } from "./call/use-call.ts";
import { DeskPage } from "./desk/desk.tsx";
import { Booked, Collected } from "./view/collected.tsx";
import { Conversation } from "./view/conversation.tsx";
import { Mailbox } from "./view/mailbox.tsx";
import { Phone } from "./view/phone.tsx";
import type { PracticeSummary } from "./view/practice-choice.tsx";

const pages = { telephone: "Telephone", desk: "Desk" } as const;

export function App() {
  const call = useCall();
  const practices = usePractices();
  const [chosen, choose] = useAddress("practice");
  const [page, turnTo] = useAddress("page");
  const practice = practices.find((one) => one.id === chosen) ?? practices[0] ?? null;
  const onDesk = page === "desk";
  return (
    <div className={onDesk ? "page long" : "page"}>
      <header>
        <h1>Frontdesk</h1>
        <p>{practice ? practice.name : "Loading the practices"}</p>
        <nav className="pages">
          {Object.entries(pages).map(([id, name]) => (
            <button
              key={id}
              type="button"
              aria-current={(id === "desk") === onDesk ? "page" : undefined}
              onClick={() => turnTo(id)}
            >
              {name}
            </button>
          ))}
        </nav>
      </header>
      {onDesk ? (
        practice && <DeskPage practices={practices} practice={practice} choose={choose} />
      ) : (
        <main>
          <Phone call={call} practices={practices} practice={practice} choose={choose} />
          <Conversation view={call.view} open={call.state === "open"} />
          <aside>
            <Booked view={call.view} />
            <Mailbox booking={call.view.booking} />
            <Collected view={call.view} />
          </aside>
        </main>
      )}
    </div>
  );
}

/** What was chosen last stays in the address, so that a reload or a bookmark opens it again. */
function useAddress(name: string): [string | null, (value: string) => void] {
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get(name));
  const choose = (value: string) => {
    const address = new URLSearchParams(location.search);
    address.set(name, value);
    history.replaceState(null, "", `?${address}`);
    setChosen(value);
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
