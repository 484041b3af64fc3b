import type { CallEvent } from "../core/call/events.ts";
import type { SimulatedCall } from "./simulate-call.ts";

/** Everything about one simulated call as lines: who, on what line, every event, every word, every broken promise. */
export function traceOf({
  seed,
  caller,
  manners,
  trouble,
  call,
  violations,
  misfortunes,
}: SimulatedCall): string[] {
  const rows = [
    ...call.events.filter(isTelling).map((event) => ({ at: event.at, text: `       ${wordsOf(event)}` })),
    ...call.lines.map(({ at, by, purpose, text }) => ({
      at,
      text: by === "agent" ? `agent  [${purpose}] ${text}` : `caller ${text}`,
    })),
    ...violations.map(({ at, promise, found }) => ({ at, text: `BROKEN ${promise}: ${found}` })),
  ].sort((one, other) => one.at - other.at);
  return [
    `seed ${seed}: ${caller.name}, ${caller.truth.given} ${caller.truth.family}, born ${caller.truth.dateOfBirth}, ${caller.truth.phone}`,
    `manners ${JSON.stringify(manners)}`,
    `trouble ${JSON.stringify(trouble)}`,
    ...rows.map(({ at, text }) => `${(at / 1000).toFixed(2).padStart(8)} ${text}`),
    `ended: ${call.end}`,
    ...misfortunes.map((misfortune) => `misfortune: ${misfortune}`),
  ];
}

/** Deadlines and positions on the way tell little. */
function isTelling(event: CallEvent): boolean {
  return event.kind !== "deadlineReached" && (event.kind !== "promptHeard" || event.finished);
}

function wordsOf(event: CallEvent): string {
  switch (event.kind) {
    case "transcribed":
      return `${event.final ? "final" : "hypothesis"} ${event.utterance} "${event.text.reveal()}"`;
    case "typed":
      return `typed "${event.text.reveal()}"`;
    case "promptHeard":
      return `heard prompt ${event.prompt}`;
    case "promptFailed":
      return `no sound of prompt ${event.prompt}`;
    case "replied":
      return `reply to ${event.request}: ${event.outcome.kind}`;
    case "keyPressed":
      return `key ${event.key}`;
    default:
      return event.kind;
  }
}
