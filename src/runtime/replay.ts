import type { CallEvent } from "../core/call/events.ts";
import type { Request } from "../core/dialogue/requests.ts";
import type { Expectation } from "../core/language/expectation.ts";
import type { RequestId } from "../core/values/ids.ts";
import type { Parting } from "./call-closing.ts";
import type { Conversation } from "./conversation.ts";

/** What a journal tells about a call that goes on. */
export interface Past<S> {
  readonly state: S;
  readonly expectation: Expectation | null;
  /** Requests without a reply. */
  readonly underWay: ReadonlyMap<RequestId, Request>;
  /** The recognizer's utterances so far; a new stream counts from 1 again. */
  readonly utterances: number;
  /** How the call was to leave its line; null while it was not. */
  readonly parting: Parting | null;
}

/** Folds a journal. Nothing is carried out; what was left undone at its end is told. Throws what the conversation throws. */
export function replay<S>(conversation: Conversation<S>, journal: readonly CallEvent[]): Past<S> {
  let state = conversation.initial;
  let expectation: Expectation | null = null;
  let parting: Parting | null = null;
  let utterances = 0;
  const underWay = new Map<RequestId, Request>();
  for (const event of journal) {
    const step = conversation.step(state, event);
    state = step.state;
    if (event.kind === "replied") underWay.delete(event.request);
    if (event.kind === "transcribed") utterances = Math.max(utterances, event.utterance);
    if (event.kind === "transferFailed") parting = null;
    if (event.kind === "hungUp") parting = { kind: "hangUp", reason: "callerHungUp" };
    for (const effect of step.effects) {
      if (effect.kind === "request") underWay.set(effect.id, effect.request);
      else if (effect.kind === "cancel") underWay.delete(effect.id);
      else if (effect.kind === "listenFor") expectation = effect.expectation;
      else if (effect.kind === "hangUp" || effect.kind === "transfer") parting ??= effect;
    }
  }
  return { state, expectation, underWay, utterances, parting };
}
