import { z } from "zod";
import {
  type ModelQuestion,
  type ModelReply,
  modelCommands,
  modelFields,
  modelLookUps,
  modelOffers,
  modelTasks,
} from "../core/dialogue/model/model-question.ts";
import { hide } from "../core/values/private.ts";

/** Nobody says a value in more characters than this, and nothing asks for more of them at once. */
const LONGEST_TEXT = 200;
const MOST_FIELDS = 8;

/**
 * The form of all replies to questions about these facts. It is the same for every question of a practice, because services need
 * seconds to learn a new one; what a question allows of it is left to `readReply`, and so are lengths, which not all services
 * know.
 */
export function replyForm({ facts }: Pick<ModelQuestion, "facts">) {
  return z.strictObject({
    facts: z.array(z.enum(facts.map(({ id }) => id))),
    fields: z.array(z.strictObject({ field: z.enum(modelFields), text: z.string() })),
    offer: z.enum(modelOffers).nullable(),
    task: z.enum(modelTasks).nullable(),
    lookUp: z.enum(modelLookUps).nullable(),
    command: z.enum(modelCommands).nullable(),
  });
}

/** What a reply in this form means to the question; what it does not allow is left out. Throws what zod throws on other forms. */
export function readReply(question: ModelQuestion, raw: unknown): ModelReply {
  const { facts, fields, offer, task, lookUp, command } = replyForm(question).parse(raw);
  const told = fields.filter(
    ({ field, text }) => question.fields.includes(field) && text.trim() !== "" && text.length <= LONGEST_TEXT,
  );
  return {
    facts: [...new Set(facts)],
    fields: told.slice(0, MOST_FIELDS).map(({ field, text }) => ({ field, text: hide(text) })),
    offer: question.offers.some(({ id }) => id === offer) ? offer : null,
    task: allowed(question.tasks, task),
    lookUp: allowed(question.lookUps, lookUp),
    command: allowed(question.commands, command),
  };
}

function allowed<T>(all: readonly T[], one: T | null): T | null {
  return one !== null && all.includes(one) ? one : null;
}
