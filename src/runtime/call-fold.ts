import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Ms } from "../core/values/ids.ts";
import type { Conversation } from "./conversation.ts";
import type { Journal } from "./journal.ts";
import { type Past, replay } from "./replay.ts";

export interface FoldParts<S> {
  readonly conversation: Conversation<S>;
  readonly journal: Journal;
  /** A step was made and its event is in the journal: the effects are to be carried out now. */
  readonly stepped: (event: CallEvent, state: S, effects: readonly Effect[]) => void;
  /** The conversation threw, which is a bug of ours. Told once; nothing is stepped any more. */
  readonly broke: (error: unknown, during: string) => void;
}

/**
 * The conversation of one call with its state. What happens while a step is carried out waits its turn, so the
 * conversation sees one event at a time, and each is in the journal before its effects are carried out.
 */
export class CallFold<S> {
  readonly #parts: FoldParts<S>;
  #state: S;
  #waiting: CallEvent[] = [];
  #stepping = false;
  #broken = false;

  constructor(parts: FoldParts<S>) {
    this.#parts = parts;
    this.#state = parts.conversation.initial;
  }

  get nextDeadline(): Ms | null {
    return this.#parts.conversation.nextDeadline(this.#state);
  }

  /** Takes up the state that a journal tells of; its effects are of the past. Null when that breaks the conversation. */
  takeUp(journaled: readonly CallEvent[]): Past<S> | null {
    try {
      const past = replay(this.#parts.conversation, journaled);
      this.#state = past.state;
      return past;
    } catch (error) {
      this.giveUp(error, "replay");
      return null;
    }
  }

  happened(event: CallEvent): void {
    if (this.#broken) return;
    this.#waiting.push(event);
    if (this.#stepping) return;
    this.#stepping = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      try {
        this.#step(next);
      } catch (error) {
        this.giveUp(error, next.kind);
      }
    }
    this.#stepping = false;
  }

  /** The conversation is broken and learns nothing any more. */
  giveUp(error: unknown, during: string): void {
    this.#broken = true;
    this.#waiting = [];
    this.#parts.broke(error, during);
  }

  #step(event: CallEvent): void {
    const { conversation, journal } = this.#parts;
    const { state, effects } = conversation.step(this.#state, event);
    this.#state = state;
    journal.record(event);
    this.#parts.stepped(event, state, effects);
  }
}
