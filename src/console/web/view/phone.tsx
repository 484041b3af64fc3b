import { useEffect, useRef, useState } from "react";
import { hasBrowserSpeech, listenInBrowser } from "../call/browser-speech.ts";
import type { Softphone } from "../call/softphone.ts";
import type { Call } from "../call/use-call.ts";
import { lengthText } from "../words.ts";
import { PracticeChoice, type PracticeSummary } from "./practice-choice.tsx";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

interface PhoneProps {
  readonly call: Call;
  readonly practices: readonly PracticeSummary[];
  readonly practice: PracticeSummary | null;
  choose(id: string): void;
}

export function Phone({ call, practices, practice, choose }: PhoneProps) {
  const open = call.state === "open";
  return (
    <section className="card phone" aria-label="Telephone">
      <PracticeChoice practices={practices} practice={practice} disabled={open} choose={choose} />
      <Status call={call} />
      {open && call.phone ? (
        <OpenLine key={call.phone.callId} phone={call.phone} level={call.level} />
      ) : (
        <button
          type="button"
          className="call"
          disabled={practice === null || call.state === "dialling"}
          onClick={() => practice && void call.start(practice.id)}
        >
          Call
        </button>
      )}
      {call.fault && <p role="alert">{call.fault}</p>}
    </section>
  );
}

function Status({ call }: { readonly call: Call }) {
  const seconds = useSeconds(call.state === "open");
  if (call.state === "dialling") return <p className="status">Dialling</p>;
  if (call.state === "open") return <p className="status live">On the line {lengthText(seconds * 1000)}</p>;
  return <p className="status">{call.view.ended ? "The call has ended" : "Ready to call"}</p>;
}

function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!running) return;
    const timer = setInterval(() => setSeconds((was) => was + 1), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return seconds;
}

function OpenLine({ phone, level }: { readonly phone: Softphone; readonly level: number }) {
  const [muted, setMuted] = useState(false);
  const mute = (value: boolean) => {
    setMuted(value);
    phone.mute(value);
  };
  return (
    <>
      {phone.hearsMicrophone ? (
        <meter className="level" min={0} max={1} value={level} aria-label="Microphone level" />
      ) : (
        <p className="hint">No microphone is open. Type below, or use the keys.</p>
      )}
      <div className="keys">
        {KEYS.map((key) => (
          <button type="button" key={key} onClick={() => phone.press(key)}>
            {key}
          </button>
        ))}
      </div>
      <div className="row">
        <button type="button" aria-pressed={muted} onClick={() => mute(!muted)}>
          {muted ? "Unmute" : "Mute"}
        </button>
        <button type="button" className="hang-up" onClick={() => phone.hangUp()}>
          Hang up
        </button>
      </div>
      <TextBox phone={phone} />
      {hasBrowserSpeech() && phone.hearsMicrophone && <BrowserSpeech phone={phone} mute={mute} />}
    </>
  );
}

function TextBox({ phone }: { readonly phone: Softphone }) {
  const [text, setText] = useState("");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <form
      className="text-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") phone.type(text.trim());
        setText("");
      }}
    >
      <input
        ref={box}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Or type"
        aria-label="Type instead of talking"
      />
      <button type="submit">Send</button>
    </form>
  );
}

function BrowserSpeech({ phone, mute }: { readonly phone: Softphone; mute(value: boolean): void }) {
  const [on, setOn] = useState(false);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const listen = (wanted: boolean) => {
    setOn(wanted);
    mute(wanted);
    stop.current();
    stop.current = wanted ? listenInBrowser((text) => phone.type(text)) : () => {};
  };
  return (
    <label className="hint">
      <input type="checkbox" checked={on} onChange={(event) => listen(event.target.checked)} /> Use this
      browser's own recognition. Your voice then goes to the browser's maker, not only to this machine.
    </label>
  );
}
