import type { CallView } from "../call/live.ts";
import { readable } from "../words.ts";

export function Booked({ view }: { readonly view: CallView }) {
  if (view.booking === null) return null;
  return (
    <section className="card booking" aria-label="Booking">
      <h2>Booked</h2>
      <p>{view.booking.summary}</p>
      <p className="confirmation">{view.booking.confirmation}</p>
    </section>
  );
}

export function Collected({ view }: { readonly view: CallView }) {
  const fields = Object.entries(view.fields);
  return (
    <section className="card" aria-label="Collected">
      <h2>Collected</h2>
      {fields.length === 0 && <p className="hint">Nothing yet.</p>}
      <dl>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{readable(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
