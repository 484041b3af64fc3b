import type { CallEvent } from "../core/call/events.ts";
import type { CallId } from "../core/values/ids.ts";
import { hide, type Private } from "../core/values/private.ts";
import type { Prompt } from "../core/wording/prompt.ts";
import type { LiveFeed } from "../ports/live-feed.ts";
import type { Conversation } from "./conversation.ts";

/** Tells the watchers of a call what happens in it, from its events and its states. */
export class LivePublisher<S> {
  readonly #feed: LiveFeed;
  readonly #call: CallId;
  readonly #conversation: Conversation<S>;
  #fields = "{}";
  #booked = false;

  constructor(feed: LiveFeed, call: CallId, conversation: Conversation<S>) {
    this.#feed = feed;
    this.#call = call;
    this.#conversation = conversation;
  }

  started(at: number, practice: string): void {
    this.#feed.publish(this.#call, at, { kind: "started", practice });
  }

  saying(at: number, prompt: Prompt): void {
    const text = hide(prompt.pieces.map((piece) => piece.text.reveal()).join(" "));
    const { id, purpose } = prompt;
    this.#feed.publish(this.#call, at, { kind: "saying", prompt: id, purpose, text });
  }

  happened(event: CallEvent): void {
    if (event.kind === "promptHeard") {
      const { prompt, upTo, finished } = event;
      this.#feed.publish(this.#call, event.at, { kind: "said", prompt, upTo, finished });
    } else if (event.kind === "transcribed" && !event.final) {
      this.#feed.publish(this.#call, event.at, { kind: "hearing", text: event.text });
    }
  }

  turned(at: number, turn: number, text: Private<string>): void {
    this.#feed.publish(this.#call, at, { kind: "heard", turn, text });
  }

  /** After a step that may have changed what is collected or booked. */
  changed(at: number, state: S): void {
    const fields = this.#conversation.collected(state);
    const text = JSON.stringify(fields.reveal());
    if (text !== this.#fields) {
      this.#fields = text;
      this.#feed.publish(this.#call, at, { kind: "fields", fields });
    }
    const booked = this.#booked ? null : this.#conversation.booked(state);
    if (booked === null) return;
    this.#booked = true;
    const { confirmation } = booked.booking;
    this.#feed.publish(this.#call, at, { kind: "booked", confirmation, summary: booked.summary });
  }

  ended(at: number, reason: string): void {
    this.#feed.publish(this.#call, at, { kind: "ended", reason });
  }
}
