import type { LiveMessage } from "../../live-message.ts";

/** One line of the conversation as the page shows it. */
export interface Saying {
  readonly key: string;
  readonly who: "agent" | "caller";
  readonly text: string;
  /** Characters that were heard; the rest is shown faint. Only the agent's lines can be cut off. */
  readonly heardUpTo: number;
  /** Still being spoken. */
  readonly open: boolean;
}

export interface CallView {
  readonly sayings: readonly Saying[];
  readonly hearing: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly booking: { readonly confirmation: string; readonly summary: string } | null;
  readonly ended: string | null;
}

export const emptyCall: CallView = { sayings: [], hearing: "", fields: {}, booking: null, ended: null };

/** Folds one update of the live feed into what the page shows. */
export function applyUpdate(view: CallView, message: LiveMessage): CallView {
  switch (message.kind) {
    case "started":
      return emptyCall;
    case "saying":
      return { ...view, sayings: [...view.sayings, agentSaying(message)] };
    case "said":
      return { ...view, sayings: view.sayings.map((saying) => heardMore(saying, message)) };
    case "hearing":
      return { ...view, hearing: message.text };
    case "heard":
      return { ...view, hearing: "", sayings: [...view.sayings, callerSaying(message)] };
    case "fields":
      return { ...view, fields: message.fields };
    case "booked":
      return { ...view, booking: { confirmation: message.confirmation, summary: message.summary } };
    case "ended":
      return { ...view, hearing: "", ended: message.reason };
  }
}

function agentSaying(message: Extract<LiveMessage, { kind: "saying" }>): Saying {
  return { key: `agent-${message.prompt}`, who: "agent", text: message.text, heardUpTo: 0, open: true };
}

function callerSaying(message: Extract<LiveMessage, { kind: "heard" }>): Saying {
  const { text, turn } = message;
  return { key: `caller-${turn}-${message.at}`, who: "caller", text, heardUpTo: text.length, open: false };
}

function heardMore(saying: Saying, message: Extract<LiveMessage, { kind: "said" }>): Saying {
  if (saying.key !== `agent-${message.prompt}`) return saying;
  return { ...saying, heardUpTo: Math.max(saying.heardUpTo, message.upTo), open: !message.finished };
}

/** Watches a call until it has ended. The returned function stops watching. */
export function watchCall(callId: string, apply: (message: LiveMessage) => void): () => void {
  const socket = new WebSocket(
    `${location.origin.replace(/^http/, "ws")}/api/live/${encodeURIComponent(callId)}`,
  );
  socket.onmessage = (event) => apply(JSON.parse(String(event.data)) as LiveMessage);
  return () => socket.close();
}
