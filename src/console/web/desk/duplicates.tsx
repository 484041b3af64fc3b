import { useState } from "react";
import { phoneText, readable, whenText } from "../words.ts";
import type { Duplicate, Merge } from "./records.ts";

const reasons: Readonly<Record<Duplicate["alike"], string>> = {
  name: "Same name",
  numberAndBirth: "Same number and date of birth",
  vin: "Same VIN",
  plate: "Same plate",
};

interface DuplicatesProps {
  readonly duplicates: readonly Duplicate[];
  readonly merges: readonly Merge[];
  readonly timeZone: string;
  act(path: string, body: object): Promise<void>;
}

export function Duplicates({ duplicates, merges, timeZone, act }: DuplicatesProps) {
  return (
    <section className="card" aria-label="Look alike">
      <h2>Look alike</h2>
      {duplicates.length === 0 && <p className="hint">Nobody is on file twice, as far as can be seen.</p>}
      <ul className="rows">
        {duplicates.map((duplicate) => (
          <Pair key={duplicate.twins.map(({ id }) => id).join()} duplicate={duplicate} act={act} />
        ))}
      </ul>
      {merges.length > 0 && (
        <details>
          <summary>Merged ({merges.length})</summary>
          <ul className="rows">
            {merges.map(({ kind, kept, merged, names, staff, at }) => (
              <li key={`${kept}/${merged}`}>
                <div className="act">
                  <span>
                    {names.kept === names.merged ? names.kept : `${names.merged} is ${names.kept}`}{" "}
                    <span className="faint">
                      by {staff}, {whenText(at, timeZone)}
                    </span>
                  </span>
                  <button type="button" onClick={() => void act("/api/merges/undo", { kind, kept, merged })}>
                    Take back
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Pair({ duplicate, act }: { readonly duplicate: Duplicate } & Pick<DuplicatesProps, "act">) {
  const { kind, alike, twins } = duplicate;
  const [one, other] = twins;
  const [kept, keep] = useState(one.id);
  const merged = kept === one.id ? other.id : one.id;
  const fields = [...new Set(twins.flatMap(({ details }) => Object.keys(details)))];
  const group = `${one.id}/${other.id}`;
  return (
    <li>
      <table className="twins">
        <caption>{reasons[alike]}</caption>
        <thead>
          <tr>
            <th scope="col">Stays</th>
            {twins.map(({ id }, index) => (
              <td key={id}>
                <label className="check">
                  <input type="radio" name={group} checked={kept === id} onChange={() => keep(id)} />
                  {index === 0 ? "Known first" : "Newer"}
                </label>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} className={one.details[field] === other.details[field] ? "same" : ""}>
              <th scope="row">{readable(field)}</th>
              {twins.map(({ id, details }) => (
                <td key={id}>
                  {field === "phone" ? phoneText(details[field] ?? "–") : (details[field] ?? "–")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="act">
        <button
          type="button"
          onClick={() => void act("/api/duplicates/apart", { kind, one: one.id, other: other.id })}
        >
          They are two
        </button>
        <button
          type="button"
          className="primary"
          onClick={() => void act("/api/merges", { kind, kept, merged })}
        >
          Merge
        </button>
      </div>
    </li>
  );
}
