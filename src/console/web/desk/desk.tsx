import { useState } from "react";
import { PracticeChoice, type PracticeSummary } from "../view/practice-choice.tsx";
import { Duplicates } from "./duplicates.tsx";
import { Messages } from "./messages.tsx";
import { Numbers } from "./numbers.tsx";
import { PastCalls } from "./past-calls.tsx";
import { Tickets } from "./tickets.tsx";
import { useDesk } from "./use-desk.ts";
import { WaitingList } from "./waiting-list.tsx";
import "./desk.css";

interface DeskPageProps {
  readonly practices: readonly PracticeSummary[];
  readonly practice: PracticeSummary;
  choose(id: string): void;
}

/** What calls have left for staff to do, and what they do about it. */
export function DeskPage({ practices, practice, choose }: DeskPageProps) {
  const [staff, sign] = useStaff();
  const { records, fault, act, consents } = useDesk(practice.id, staff);
  const { names, timeZone } = practice;
  return (
    <>
      <div className="desk-bar">
        <PracticeChoice practices={practices} practice={practice} choose={choose} />
        <label className="practice">
          Your name
          <input value={staff} maxLength={60} onChange={(event) => sign(event.target.value)} />
        </label>
        {fault && <p role="alert">{fault}</p>}
      </div>
      {records === null ? (
        <p className="hint">Looking.</p>
      ) : (
        <main className="desk">
          <div className="column">
            <Tickets
              tickets={records.tickets}
              names={names}
              timeZone={timeZone}
              settle={(number, state) => act(`/api/tickets/${number}`, { state })}
            />
            <Messages messages={records.messages} timeZone={timeZone} />
            <PastCalls calls={records.calls} timeZone={timeZone} />
          </div>
          <div className="column">
            <Duplicates
              duplicates={records.duplicates}
              merges={records.merges}
              timeZone={timeZone}
              act={act}
            />
            <WaitingList waiting={records.waitlist} names={names} timeZone={timeZone} />
            <Numbers doNotCall={records["do-not-call"]} timeZone={timeZone} consents={consents} />
          </div>
        </main>
      )}
    </>
  );
}

/** What is done is kept under this name, which the browser remembers. */
function useStaff(): [string, (name: string) => void] {
  const [staff, setStaff] = useState(() => localStorage.getItem("staff") ?? "");
  const sign = (name: string) => {
    localStorage.setItem("staff", name);
    setStaff(name);
  };
  return [staff, sign];
}
