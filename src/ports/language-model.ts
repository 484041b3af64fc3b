import type { ModelQuestion, ModelReply } from "../core/dialogue/model/model-question.ts";

/** How many tokens a question and its reply were; null where the service does not tell. */
export interface TokensUsed {
  readonly input: number | null;
  readonly output: number | null;
}

export interface ModelAnswer {
  readonly reply: ModelReply;
  readonly tokens: TokensUsed;
}

/** What whoever asks learns meanwhile, and how they take the question back. */
export interface Asking {
  /** Aborting rejects at once with its reason, and nothing more is told. */
  readonly wanted: AbortSignal;
  /** The first word of the reply has come. Told at most once. */
  readonly begun: () => void;
  /** A fact of the reply, as soon as it is certain, in order and before the reply. */
  readonly chosen: (fact: string) => void;
}

/** The part of it that concerns who waits for the outcome of a request. */
export type Following = Pick<Asking, "wanted" | "chosen">;

/**
 * Tells what a caller may have meant. Whatever comes back is in the form of `ModelReply` and names only what the question lists:
 * a model that answers anything else has failed. Throws `WorldError` without words of the caller or of the model in it.
 */
export interface LanguageModel {
  ask(question: ModelQuestion, asking: Asking): Promise<ModelAnswer>;
  close(): Promise<void>;
}
