import type { CallEvent } from "../core/call/events.ts";
import type { Ms, PromptId } from "../core/values/ids.ts";
import type { Prompt } from "../core/wording/prompt.ts";
import type { TurnTimeline } from "../ports/call-store.ts";
import type { Meter } from "../ports/telemetry.ts";
import type { Conversation } from "./conversation.ts";
import type { LivePublisher } from "./live-publisher.ts";
import { TurnTimelines } from "./turn-timelines.ts";

/** Sees a call pass by, for its timelines, its watchers and the meter. Changes nothing in it. */
export class CallObserver<S> {
  readonly #conversation: Conversation<S>;
  readonly #publisher: LivePublisher<S>;
  readonly #meter: Meter;
  readonly #timelines = new TurnTimelines();
  #historyLength = 0;

  constructor(conversation: Conversation<S>, publisher: LivePublisher<S>, meter: Meter) {
    this.#conversation = conversation;
    this.#publisher = publisher;
    this.#meter = meter;
  }

  get timelines(): readonly TurnTimeline[] {
    return this.#timelines.all;
  }

  /** What is in the history of a call that goes on was seen before. */
  goOn(state: S): void {
    this.#historyLength = this.#conversation.history(state).length;
  }

  /** An event was stepped; its effects are yet to be carried out. */
  stepped(event: CallEvent, state: S, at: Ms): void {
    this.#timelines.happened(event);
    const history = this.#conversation.history(state);
    for (const line of history.slice(this.#historyLength)) {
      if (line.by !== "caller") continue;
      this.#timelines.turned(line.turn, line.how === "speech", at);
      this.#publisher.turned(at, line.turn, line.text);
    }
    this.#historyLength = history.length;
  }

  /** The effects of an event have been carried out; now there is time for those who watch. */
  done(event: CallEvent, state: S, at: Ms): void {
    this.#publisher.happened(event);
    if (mayChangeFields(event)) this.#publisher.changed(at, state);
  }

  /** The recognizer is asked for final words. */
  askedForWords(at: Ms): void {
    this.#timelines.askedForWords(at);
  }

  saying(prompt: Prompt, at: Ms): void {
    this.#publisher.saying(at, prompt);
  }

  /** The first sound of a prompt leaves. */
  began(prompt: PromptId, at: Ms): void {
    const gapMs = this.#timelines.began(prompt, at);
    if (gapMs !== null) this.#meter.observeSeconds("answer_gap_seconds", gapMs / 1000);
  }
}

/** Positions, hypotheses and voice activity change nothing that is collected. */
function mayChangeFields(event: CallEvent): boolean {
  switch (event.kind) {
    case "promptHeard":
    case "speechStarted":
    case "speechStopped":
      return false;
    case "transcribed":
      return event.final;
    default:
      return true;
  }
}
