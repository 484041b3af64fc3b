import type { Perform } from "../../../ports/ledger.ts";
import { MemoryLedger } from "../../../ports/testing/memory-ledger.ts";
import type { Outcome, Request } from "../../dialogue/requests.ts";
import type { Practice } from "../../practice/practice.ts";
import type { EpochMs, RequestId } from "../../values/ids.ts";
import { keysIn } from "../../values/key.ts";
import { hide } from "../../values/private.ts";
import { booked, type CallState, collected, endedBy, initialCall, nextDeadline, step } from "../call.ts";
import type { Effect } from "../effects.ts";
import type { CallEvent } from "../events.ts";

const never = new AbortController().signal;

/** Monday, 2026-03-02, nine in the morning in Portland. */
export const mondayMorning: EpochMs = Date.UTC(2026, 2, 2, 17);

export interface TypedCallOptions {
  readonly practice: Practice;
  readonly from?: string | null;
  readonly instant?: EpochMs;
  /** Answers what the rules make nothing of; without it nobody is asked. */
  readonly model?: Perform;
}

/**
 * A call in which the caller types, against a ledger in memory. Everything that is said counts as heard at once, and every
 * request is answered before the next line, unless `replies` is set to `held`.
 */
export class TypedCall {
  readonly ledger: MemoryLedger;
  readonly events: CallEvent[] = [];
  readonly requests: { readonly id: RequestId; readonly request: Request }[] = [];
  readonly effects: Effect[] = [];
  /** Prompts since the last line of the caller: their purposes and their words. */
  purposes: string[] = [];
  words: string[] = [];
  replies: "atOnce" | "held" = "atOnce";
  /** Whether what is said counts as heard. */
  hears = true;
  readonly #model: Perform | null;
  #unanswered: { readonly id: RequestId; readonly request: Request }[] = [];
  #instant: EpochMs;
  #at = 0;
  #state: CallState;

  constructor({ practice, from = null, instant = mondayMorning, model }: TypedCallOptions) {
    this.#instant = instant;
    this.#model = model ?? null;
    this.ledger = new MemoryLedger(practice, () => this.#instant + this.#at);
    this.#state = initialCall(practice);
    this.#take({
      kind: "answered",
      at: 0,
      instant,
      direction: "inbound",
      from: from === null ? null : hide(from),
      ...(model && { assisted: true }),
    });
  }

  /** After the greeting, or after what it led to, is over. */
  static async answered(options: TypedCallOptions): Promise<TypedCall> {
    const call = new TypedCall(options);
    await call.settle();
    return call;
  }

  get now(): number {
    return this.#at;
  }

  get state(): CallState {
    return this.#state;
  }

  get fields(): Readonly<Record<string, string>> {
    return collected(this.#state).reveal();
  }

  get said(): string {
    return this.words.join(" ");
  }

  get purpose(): string {
    return this.purposes.at(-1) ?? "";
  }

  get booking() {
    return booked(this.#state)?.booking ?? null;
  }

  get end() {
    return endedBy(this.#state);
  }

  /** The caller types a line; afterwards everything that it led to has happened. */
  async type(text: string): Promise<this> {
    this.#clear();
    this.#take({ kind: "typed", at: this.#at, text: hide(text) });
    await this.settle();
    return this;
  }

  /** Lines, one after the other. */
  async types(...lines: readonly string[]): Promise<this> {
    for (const line of lines) await this.type(line);
    return this;
  }

  async press(keys: string): Promise<this> {
    this.#clear();
    for (const key of keysIn(keys)) this.#take({ kind: "keyPressed", at: this.#at, key });
    this.pass(3_000);
    await this.settle();
    return this;
  }

  /** The caller is silent until the next thing happens by itself. */
  async waits(): Promise<this> {
    this.#clear();
    this.pass(Math.max(0, (nextDeadline(this.#state) ?? this.#at) - this.#at));
    await this.settle();
    return this;
  }

  async hangsUp(): Promise<this> {
    this.#clear();
    this.#take({ kind: "hungUp", at: this.#at });
    await this.settle();
    return this;
  }

  async gets(event: CallEvent): Promise<this> {
    this.#take(event);
    await this.settle();
    return this;
  }

  /** Lets time pass; deadlines on the way are served. */
  pass(ms: number): void {
    const until = this.#at + ms;
    for (;;) {
      const due = nextDeadline(this.#state);
      if (due === null || due > until) break;
      this.#at = Math.max(this.#at, due);
      this.#take({ kind: "deadlineReached", at: this.#at });
    }
    this.#at = until;
  }

  /** Answers what was requested until nothing is requested any more. */
  async settle(): Promise<void> {
    for (;;) {
      const next = this.replies === "atOnce" ? this.#unanswered.shift() : undefined;
      if (next === undefined) return;
      this.answer(next.id, await this.perform(next));
    }
  }

  /** Carries a request out, without telling the call what came of it. */
  perform({ id: request, request: wanted }: TypedCall["requests"][number], signal = never): Promise<Outcome> {
    const practice = this.#state.practice.id;
    const key = { call: "call-1", request };
    if (wanted.kind !== "askModel" || this.#model === null) return this.ledger.perform(practice, wanted, key);
    const chosen = (fact: string) => this.#take({ kind: "modelSaid", at: this.#at, request, fact });
    return this.#model(practice, wanted, key, { wanted: signal, chosen });
  }

  answer(request: RequestId, outcome: Outcome): void {
    this.#take({ kind: "replied", at: this.#at, request, outcome });
  }

  #clear(): void {
    this.purposes = [];
    this.words = [];
  }

  #take(event: CallEvent): void {
    this.events.push(event);
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    this.effects.push(...effects);
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: Effect): void {
    if (effect.kind === "request") {
      this.requests.push(effect);
      this.#unanswered.push(effect);
    }
    if (effect.kind !== "speak") return;
    const { id, playback, pieces, purpose } = effect.prompt;
    const text = pieces.map((piece) => piece.text.reveal()).join(" ");
    this.purposes.push(purpose);
    this.words.push(text);
    if (!this.hears) return;
    this.#take({
      kind: "promptHeard",
      at: this.#at,
      prompt: id,
      playback,
      upTo: text.length,
      finished: true,
    });
  }
}
