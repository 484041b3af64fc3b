import { z } from "zod";
import type { FieldId } from "../core/dialogue/field-ids.ts";
import { type ModelQuestion, type ModelReply, nothingMeant } from "../core/dialogue/model/model-question.ts";
import { hide } from "../core/values/private.ts";

/** Nobody says a value in more characters than this, and nothing asks for more of them at once. */
const longestText = 200;
const mostFields = 8;

/**
 * The form of a reply to this question: every name in it is one that the question lists, and what it lists nothing of is not in
 * the form at all. Limits of length are left to `readReply`, because not all services know them.
 */
export function replyForm(question: ModelQuestion) {
  const { facts, fields, offers, tasks, commands, lookUps } = question;
  const [fact, field] = [oneOf(facts.map(({ id }) => id)), oneOf(fields)];
  return z.strictObject({
    ...(fact && { facts: z.array(fact) }),
    ...(field && { fields: z.array(z.strictObject({ field, text: z.string() })) }),
    ...optional(
      "offer",
      offers.map(({ id }) => id),
    ),
    ...optional("task", tasks),
    ...optional("lookUp", lookUps),
    ...optional("command", commands),
  });
}

/** A reply in this form, in our words. Throws what zod throws on anything else. */
export function readReply(question: ModelQuestion, raw: unknown): ModelReply {
  const read = replyForm(question).parse(raw) as Partial<Omit<ModelReply, "fields">> & {
    readonly fields?: readonly { readonly field: FieldId; readonly text: string }[];
  };
  const fields = (read.fields ?? []).filter(({ text }) => text.trim() !== "" && text.length <= longestText);
  return {
    ...nothingMeant,
    ...read,
    facts: [...new Set(read.facts)],
    fields: fields.slice(0, mostFields).map(({ field, text }) => ({ field, text: hide(text) })),
  };
}

function oneOf(names: readonly string[]) {
  const [first, ...others] = names;
  return first === undefined ? null : z.enum([first, ...others]);
}

function optional(key: string, names: readonly string[]) {
  const one = oneOf(names);
  return one === null ? {} : { [key]: one.nullable() };
}
