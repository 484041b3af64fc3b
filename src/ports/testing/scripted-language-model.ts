import type { ModelQuestion } from "../../core/dialogue/model/model-question.ts";
import type { LanguageModel } from "../language-model.ts";
import { readReply } from "../model-reply-form.ts";
import { WorldError } from "../world-error.ts";

/** A model in memory: what it says to a question, in any form, or what it fails with. */
export type Script = (question: ModelQuestion) => unknown;

export interface ScriptedLanguageModel extends LanguageModel {
  readonly questions: readonly ModelQuestion[];
}

/** Answers at once, by a script; says what it likes, and is held to the question like any other. */
export function scriptedLanguageModel(script: Script): ScriptedLanguageModel {
  const questions: ModelQuestion[] = [];
  return {
    questions,
    async ask(question, { wanted, begun, chosen }) {
      wanted.throwIfAborted();
      questions.push(question);
      const said = script(question);
      if (said instanceof Error) throw said;
      begun();
      const reply = read(question, said);
      for (const fact of reply.facts) chosen(fact);
      return { reply, tokens: { input: null, output: null } };
    },
    close: async () => {},
  };
}

function read(question: ModelQuestion, said: unknown) {
  try {
    return readReply(question, said);
  } catch {
    throw new WorldError("scripted model", "asking a language model", { retryable: false });
  }
}
