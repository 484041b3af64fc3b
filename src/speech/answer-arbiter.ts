import type { Clock } from "../ports/clock.ts";
import type { Hypothesis } from "../ports/recognizer.ts";

export const sources = ["first", "second"] as const;
export type Source = (typeof sources)[number];

/** The better recognizer may be so much later than the other. */
const GRACE_MS = 400;
/** Words of the second that the first has not heard at all must be heard well: it takes noise for words now and then. */
const SURELY = 0.6;

interface Pending {
  readonly answers: Partial<Record<Source, Hypothesis>>;
  /** The other has had its time. */
  due: boolean;
}

export interface ArbiterParts {
  readonly clock: Clock;
  /** Called once for each utterance, in order. */
  answer(source: Source, hypothesis: Hypothesis): void;
}

/**
 * Takes one answer for each utterance from two recognizers that number them alike. The first's words win; the second's count when
 * the first has heard nothing, is late, or is lost.
 */
export class AnswerArbiter {
  readonly #parts: ArbiterParts;
  readonly #pending = new Map<number, Pending>();
  readonly #alarms = new Set<() => void>();
  readonly #lost = new Set<Source>();
  #answered = 0;

  constructor(parts: ArbiterParts) {
    this.#parts = parts;
  }

  /** Utterances up to this one have their answer. */
  get answered(): number {
    return this.#answered;
  }

  take(source: Source, hypothesis: Hypothesis): void {
    const { utterance } = hypothesis;
    if (utterance <= this.#answered) return;
    const pending = this.#pending.get(utterance) ?? { answers: {}, due: false };
    pending.answers[source] ??= hypothesis;
    if (!this.#pending.has(utterance)) this.#waitForTheOther(pending);
    this.#pending.set(utterance, pending);
    this.#settle();
  }

  /** One of the two answers no more. */
  lose(source: Source): void {
    this.#lost.add(source);
    this.#settle();
  }

  close(): void {
    for (const cancel of this.#alarms) cancel();
    this.#pending.clear();
  }

  #waitForTheOther(pending: Pending): void {
    const cancel = this.#parts.clock.after(GRACE_MS, () => {
      this.#alarms.delete(cancel);
      pending.due = true;
      this.#settle();
    });
    this.#alarms.add(cancel);
  }

  #settle(): void {
    for (let pending = this.#next; pending !== undefined; pending = this.#next) {
      const source = this.#choose(pending);
      const chosen = source === null ? undefined : pending.answers[source];
      if (source === null || chosen === undefined) return;
      this.#answered += 1;
      this.#pending.delete(this.#answered);
      this.#parts.answer(source, chosen);
    }
  }

  get #next(): Pending | undefined {
    return this.#pending.get(this.#answered + 1);
  }

  /** Whose answer it is; null = that is not known yet. */
  #choose({ answers: { first, second }, due }: Pending): Source | null {
    const complete = due || this.#lost.size > 0;
    if (first !== undefined && (first.text !== "" || (second === undefined && complete))) return "first";
    if (first === undefined) return second !== undefined && complete ? "second" : null;
    if (second === undefined) return null;
    return second.text !== "" && second.confidence >= SURELY ? "second" : "first";
  }
}
