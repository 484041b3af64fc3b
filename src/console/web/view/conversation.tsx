import { useEffect, useRef } from "react";
import type { CallView, Saying } from "../call/live.ts";

export function Conversation({ view, open }: { readonly view: CallView; readonly open: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  const length = view.sayings.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when something is added
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [length, view.hearing]);
  return (
    <section className="card conversation" aria-label="Conversation" aria-live="polite">
      <h2>Conversation</h2>
      {length === 0 && !open && (
        <p className="hint">Press Call and talk, or type. What is said appears here as it is spoken.</p>
      )}
      <ol>
        {view.sayings.map((saying) => (
          <li key={saying.key} className={saying.who}>
            <Spoken saying={saying} />
          </li>
        ))}
        {view.hearing !== "" && <li className="caller hearing">{view.hearing}</li>}
      </ol>
      <div ref={end} />
    </section>
  );
}

/** The part that was heard in full, the rest faint: what a caller cut off was never said. */
function Spoken({ saying }: { readonly saying: Saying }) {
  if (saying.who === "caller" || saying.heardUpTo >= saying.text.length) return <>{saying.text}</>;
  return (
    <>
      {saying.text.slice(0, saying.heardUpTo)}
      <span className="unheard">{saying.text.slice(saying.heardUpTo)}</span>
    </>
  );
}
