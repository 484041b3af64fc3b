import {
  booked,
  type CallState,
  collected,
  endedBy,
  initialCall,
  nextDeadline,
  step,
} from "../core/call/call.ts";
import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId, EpochMs } from "../core/values/ids.ts";
import type { Key } from "../core/values/key.ts";
import { hide } from "../core/values/private.ts";
import type { Clock } from "../ports/clock.ts";
import type { Perform } from "../ports/ledger.ts";

/** Reading a line of ours and typing an answer takes so long, as far as the call is concerned. */
const LINE_MS = 5_000;
/** Longer than the pause after which keys count as complete. */
const KEYS_MS = 3_000;

export interface ChatCallParts {
  readonly practice: Practice;
  readonly perform: Perform;
  /** `perform` can ask a language model. */
  readonly assisted?: true;
  readonly clock: ChatClock;
  readonly callId: CallId;
  /** E.164; null = withheld. */
  readonly from: string | null;
}

/** What the agent answered to one line. */
export interface ChatReply {
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly booking: {
    readonly confirmation: string;
    readonly summary: string;
    readonly resource: string;
    readonly offering: string;
    /** With the practice's offset and zone. */
    readonly start: string;
    readonly end: string;
    readonly messages: readonly string[];
  } | null;
  /** How the call ended; null while it goes on. */
  readonly ended: string | null;
}

/** Time that moves only when the conversation does. Alarms of the work behind it are real, for the database is. */
export class ChatClock implements Clock {
  readonly #start: EpochMs;
  readonly #real: Clock;
  #passedMs = 0;

  constructor(start: EpochMs, real: Clock) {
    this.#start = start;
    this.#real = real;
  }

  get passedMs(): number {
    return this.#passedMs;
  }

  pass(ms: number): void {
    this.#passedMs += ms;
  }

  now(): EpochMs {
    return this.#start + this.#passedMs;
  }

  monotonicMs(): number {
    return this.#real.monotonicMs();
  }

  after(delayMs: number, callBack: () => void): () => void {
    return this.#real.after(delayMs, callBack);
  }
}

/** A call whose caller types. Everything said counts as heard at once; requests are carried out for real. */
export class ChatCall {
  readonly #parts: ChatCallParts;
  readonly #requests: Extract<Effect, { kind: "request" }>[] = [];
  #state: CallState;
  #said: string[] = [];

  constructor(parts: ChatCallParts) {
    this.#parts = parts;
    this.#state = initialCall(parts.practice);
  }

  get ended(): boolean {
    return endedBy(this.#state) !== null;
  }

  async answer(): Promise<ChatReply> {
    const { clock, from, assisted } = this.#parts;
    this.#take({
      kind: "answered",
      at: 0,
      instant: clock.now(),
      direction: "inbound",
      from: from === null ? null : hide(from),
      ...(assisted && { assisted }),
    });
    return this.#reply();
  }

  async type(text: string): Promise<ChatReply> {
    // Silence counts only when it is meant: a person who types slowly is not asked whether they are there.
    this.#parts.clock.pass(LINE_MS);
    this.#take({ kind: "typed", at: this.#at, text: hide(text) });
    return this.#reply();
  }

  async press(keys: readonly Key[]): Promise<ChatReply> {
    for (const key of keys) this.#take({ kind: "keyPressed", at: this.#at, key });
    this.#passTo(this.#at + KEYS_MS);
    return this.#reply();
  }

  /** Lets the caller be silent. */
  async wait(ms: number): Promise<ChatReply> {
    this.#passTo(this.#at + ms);
    return this.#reply();
  }

  async hangUp(): Promise<ChatReply> {
    this.#take({ kind: "hungUp", at: this.#at });
    return this.#reply();
  }

  get #at(): number {
    return this.#parts.clock.passedMs;
  }

  /** Lets time pass, with the deadlines that fall into it. */
  #passTo(until: number): void {
    for (;;) {
      const due = nextDeadline(this.#state);
      if (due === null || due > until) break;
      // Nobody waits for the database in a typed call, so no time passes until it has answered.
      if (this.#requests.length > 0) return;
      this.#parts.clock.pass(Math.max(0, due - this.#at));
      this.#take({ kind: "deadlineReached", at: this.#at });
    }
    this.#parts.clock.pass(Math.max(0, until - this.#at));
  }

  async #reply(): Promise<ChatReply> {
    await this.#settle();
    const { practice } = this.#parts;
    const text = this.#said.join(" ");
    this.#said = [];
    const made = booked(this.#state);
    const local = (instant: EpochMs) =>
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(practice.timeZone).toString();
    return {
      text,
      fields: collected(this.#state).reveal(),
      booking:
        made === null
          ? null
          : {
              confirmation: made.booking.confirmation,
              summary: made.summary.reveal(),
              resource: made.booking.resource,
              offering: made.booking.offering,
              start: local(made.booking.start),
              end: local(made.booking.end),
              messages: made.booking.messages,
            },
      ended: endedBy(this.#state),
    };
  }

  /** Carries out requests one after the other, until none is open; a request that rests is sent again in its time. */
  async #settle(): Promise<void> {
    for (;;) {
      const next = this.#requests.shift();
      if (next !== undefined) {
        const { callId, perform, practice } = this.#parts;
        const outcome = await perform(practice.id, next.request, { call: callId, request: next.id });
        this.#take({ kind: "replied", at: this.#at, request: next.id, outcome });
        continue;
      }
      const resting = this.#state.dialogue.requests.some((pending) => pending.resting);
      const due = nextDeadline(this.#state);
      if (!resting || due === null || this.ended) return;
      this.#passTo(due);
    }
  }

  #take(event: CallEvent): void {
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) {
      if (effect.kind === "request") this.#requests.push(effect);
      if (effect.kind === "speak") this.#hear(effect);
    }
  }

  #hear({ prompt }: Extract<Effect, { kind: "speak" }>): void {
    const text = prompt.pieces.map((piece) => piece.text.reveal()).join(" ");
    this.#said.push(text);
    this.#take({
      kind: "promptHeard",
      at: this.#at,
      prompt: prompt.id,
      playback: prompt.playback,
      upTo: text.length,
      finished: true,
    });
  }
}
