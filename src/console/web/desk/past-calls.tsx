import { costText, lengthText, readable, whenText } from "../words.ts";
import type { PastCall } from "./records.ts";

interface PastCallsProps {
  readonly calls: readonly PastCall[];
  readonly timeZone: string;
}

export function PastCalls({ calls, timeZone }: PastCallsProps) {
  return (
    <section className="card" aria-label="Calls">
      <h2>Calls</h2>
      {calls.length === 0 && <p className="hint">Nobody has called yet.</p>}
      <ul className="rows">
        {calls.map(({ id, startedAt, endedAt, endReason, model }) => (
          <li key={id}>
            <div className="act">
              <span>
                {whenText(startedAt, timeZone)}{" "}
                <span className="faint">
                  {endedAt === null ? "on the line" : `${lengthText(endedAt - startedAt)} minutes`}
                </span>
              </span>
              <span>{endReason === null ? "" : readable(endReason)}</span>
            </div>
            {model && (
              <span className="faint">
                Language model: {model.questions} {model.questions === 1 ? "question" : "questions"},{" "}
                {(model.inputTokens + model.outputTokens).toLocaleString("en-US")} tokens
                {model.costMicros !== null && `, ${costText(model.costMicros)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
