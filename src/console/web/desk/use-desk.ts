import { useCallback, useEffect, useState } from "react";
import { type Consent, type DeskRecords, recordNames } from "./records.ts";

/** What staff see, and do under their name. */
export interface Desk {
  /** Null until it was read for the first time. */
  readonly records: DeskRecords | null;
  /** Why the last thing that was asked for did not come about; null when it did. */
  readonly fault: string | null;
  /** Has something done, and looks again. */
  act(path: string, body: object): Promise<void>;
  /** What the owner of a number has answered. */
  consents(phone: string): Promise<readonly Consent[]>;
}

const LOOK_AGAIN_MS = 10_000;

export function useDesk(practice: string | null, staff: string): Desk {
  const [records, setRecords] = useState<DeskRecords | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const look = useCallback(async () => {
    if (practice === null) return;
    const answers = await Promise.all(
      recordNames.map(async (name) => [name, await read(`/api/${name}`, practice)] as const),
    );
    setRecords(Object.fromEntries(answers) as unknown as DeskRecords);
  }, [practice]);

  useEffect(() => {
    setRecords(null);
    const tryLook = () => look().catch(() => setFault("The server does not answer."));
    void tryLook();
    const timer = setInterval(tryLook, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);

  const act = async (path: string, body: object) => {
    const response = await fetch(`${path}?${new URLSearchParams({ practice: practice ?? "" })}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, staff: staff.trim() || "the desk" }),
    }).catch(() => null);
    setFault(response?.ok ? null : refusal(response));
    await look().catch(() => setFault("The server does not answer."));
  };

  const consents = (phone: string) =>
    read(`/api/consents/${encodeURIComponent(phone)}`, practice ?? "") as Promise<readonly Consent[]>;
  return { records, fault, act, consents };
}

async function read(path: string, practice: string): Promise<unknown> {
  const response = await fetch(`${path}?${new URLSearchParams({ practice })}`);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

function refusal(response: Response | null): string {
  if (response === null) return "The server does not answer.";
  return response.status === 409 ? "Somebody else has changed it meanwhile." : "That did not work.";
}
