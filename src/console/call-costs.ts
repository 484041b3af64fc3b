import type { CallEvent } from "../core/call/events.ts";

/** What a call's questions to a language model have taken; tokens and money as far as they were told. */
export interface ModelCosts {
  readonly questions: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In millionths of a dollar; null where no price is set. */
  readonly costMicros: number | null;
}

/** Null where no model was asked. */
export function modelCosts(events: readonly CallEvent[]): ModelCosts | null {
  const uses = events.flatMap((event) =>
    event.kind === "replied" && event.outcome.kind === "modelReplied" ? [event.outcome.use] : [],
  );
  if (uses.length === 0) return null;
  const sum = (all: readonly (number | null)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0);
  const priced = uses.some(({ costMicros }) => costMicros !== null);
  return {
    questions: uses.length,
    inputTokens: sum(uses.map(({ inputTokens }) => inputTokens)),
    outputTokens: sum(uses.map(({ outputTokens }) => outputTokens)),
    costMicros: priced ? sum(uses.map(({ costMicros }) => costMicros)) : null,
  };
}
