import type { LiveMessage } from "../console/live-message.ts";
import type { HeardPrompt } from "./caller.ts";

interface PromptSoFar extends HeardPrompt {
  readonly id: number;
  readonly finished: boolean;
}

/** What the caller has heard since their own last words, put together from the live feed. */
export class HeardSoFar {
  #prompts: PromptSoFar[] = [];
  #ended: string | null = null;
  #confirmation: string | null = null;
  #turns: string[] = [];

  take(message: LiveMessage): void {
    if (message.kind === "saying") {
      const { prompt: id, purpose, text } = message;
      this.#prompts.push({ id, purpose, text, finished: false });
    }
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
    this.#prompts = [];
  }

  #finish(id: number): void {
    this.#prompts = this.#prompts.map((prompt) =>
      prompt.id === id ? { ...prompt, finished: true } : prompt,
    );
  }
}
