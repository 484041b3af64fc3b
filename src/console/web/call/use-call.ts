import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { LiveMessage } from "../../live-message.ts";
import { applyUpdate, type CallView, emptyCall, watchCall } from "./live.ts";
import { dial, type Softphone } from "./softphone.ts";

export interface Call {
  readonly state: "idle" | "dialling" | "open";
  readonly phone: Softphone | null;
  readonly view: CallView;
  readonly level: number;
  readonly fault: string | null;
  start(practice: string): Promise<void>;
}

/** The page's one call: the line, what the live feed tells of it, and the microphone's level. */
export function useCall(): Call {
  const [view, dispatch] = useReducer(viewOf, emptyCall);
  const [phone, setPhone] = useState<Softphone | null>(null);
  const [state, setState] = useState<Call["state"]>("idle");
  const [fault, setFault] = useState<string | null>(null);
  const [level, setLevel] = useState(0);
  const stopWatching = useRef(() => {});

  const ended = useCallback(() => {
    setPhone(null);
    setState("idle");
    setLevel(0);
  }, []);
  const start = useCallback(
    async (practice: string) => {
      setState("dialling");
      setFault(null);
      stopWatching.current();
      dispatch(null);
      try {
        const opened = await dial(practice, {
          level: (now) => setLevel((was) => Math.max(now, was * 0.85)),
          ended,
        });
        stopWatching.current = watchCall(opened.callId, dispatch);
        setPhone(opened);
        setState("open");
      } catch (error) {
        setFault(`The call could not be opened: ${error instanceof Error ? error.message : String(error)}`);
        ended();
      }
    },
    [ended],
  );
  useEffect(() => () => stopWatching.current(), []);
  return { state, phone, view, level, fault, start };
}

function viewOf(view: CallView, message: LiveMessage | null): CallView {
  return message === null ? emptyCall : applyUpdate(view, message);
}
