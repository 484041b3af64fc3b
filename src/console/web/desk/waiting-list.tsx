import { phoneText, whenText } from "../words.ts";
import type { Waiting } from "./records.ts";

interface WaitingListProps {
  readonly waiting: readonly Waiting[];
  readonly names: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

/** In the order of their turns. */
export function WaitingList({ waiting, names, timeZone }: WaitingListProps) {
  return (
    <section className="card" aria-label="Waiting list">
      <h2>Waiting list</h2>
      {waiting.length === 0 && <p className="hint">Nobody waits for a time.</p>}
      <ol className="rows">
        {waiting.map(({ ticket, details, wanted, since, offered }) => (
          <li key={ticket}>
            <div className="what">
              <strong>
                {details.given} {details.family}
              </strong>
              <span>{[wanted.offering, ...wanted.resources].map((id) => names[id] ?? id).join(", ")}</span>
            </div>
            <div className="act">
              {details.phone ? <a href={`tel:${details.phone}`}>{phoneText(details.phone)}</a> : <span />}
              <span className="faint">
                since {whenText(since, timeZone)}
                {offered && `; told of ${whenText(offered.start, timeZone)}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
