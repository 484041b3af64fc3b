import type { LiveMessage } from "../console/live-message.ts";
import type { HeardPrompt } from "./caller.ts";

interface PromptSoFar extends HeardPrompt {
  readonly id: number;
  readonly finished: boolean;
}

/** Whether words are the end of others, as those are of a prompt that was stopped and is taken up again. */
export function isRestOf(
  before: Pick<HeardPrompt, "purpose" | "text">,
  { purpose, text }: Pick<HeardPrompt, "purpose" | "text">,
): boolean {
  return before.purpose === purpose && before.text.endsWith(text);
}

/** What the caller has heard since their own last words, put together from the live feed. */
export class HeardSoFar {
  #prompts: PromptSoFar[] = [];
  /** What was under way when the caller spoke last, and may be taken up again. */
  #spokenInto: PromptSoFar[] = [];
  #begun = 0;
  #ended: string | null = null;
  #confirmation: string | null = null;
  #turns: string[] = [];

  take(message: LiveMessage): void {
    if (message.kind === "saying") this.#begin(message);
    if (message.kind === "said" && message.finished) this.#finish(message.prompt);
    if (message.kind === "heard") this.#turns.push(message.text);
    if (message.kind === "booked") this.#confirmation = message.confirmation;
    if (message.kind === "ended") this.#ended = message.reason;
  }

  /** Everything that was begun since the last `answered`, in order. */
  get prompts(): readonly HeardPrompt[] {
    return this.#prompts;
  }

  /** Those of them that were said to their end. */
  get finished(): readonly HeardPrompt[] {
    return this.#prompts.filter((prompt) => prompt.finished);
  }

  /** Counts the prompts that were begun, and what was taken up again. */
  get begun(): number {
    return this.#begun;
  }

  /** Something is being said, or waits to be said. */
  get talking(): boolean {
    return this.#prompts.some((prompt) => !prompt.finished);
  }

  get ended(): string | null {
    return this.#ended;
  }

  get confirmation(): string | null {
    return this.#confirmation;
  }

  /** What the agent took for the caller's turns, in order. */
  get turns(): readonly string[] {
    return this.#turns;
  }

  /** The caller has answered; what was said before counts no more. */
  answered(): void {
    this.#spokenInto = this.#prompts.filter((prompt) => !prompt.finished);
    this.#prompts = [];
  }

  /** The rest of a prompt that was cut off makes one prompt with what was heard of it before. */
  #begin({ prompt: id, purpose, text }: Extract<LiveMessage, { kind: "saying" }>): void {
    this.#begun++;
    const before = [...this.#spokenInto, ...this.#prompts].findLast(
      (one) => !one.finished && isRestOf(one, { purpose, text }),
    );
    this.#prompts = this.#prompts.filter((one) => one !== before);
    this.#prompts.push({ id, purpose, text: before?.text ?? text, finished: false });
  }

  #finish(id: number): void {
    const finish = (prompt: PromptSoFar) => (prompt.id === id ? { ...prompt, finished: true } : prompt);
    this.#prompts = this.#prompts.map(finish);
    this.#spokenInto = this.#spokenInto.map(finish);
  }
}
