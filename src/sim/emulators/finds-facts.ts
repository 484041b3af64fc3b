import type { Behaviour } from "./openai-compatible.ts";

interface Part {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Part[];
}

/** Shorter words are in every sentence. */
const TELLING_LETTERS = 4;

/**
 * A model that can do one thing: it finds the fact that shares the most words with what the caller said, among those in its
 * instructions, and fills in nothing else of the form.
 */
export const findsFacts: Behaviour = ({ instructions, prompt, form }) => {
  const said = wordsOf((JSON.parse(prompt) as { readonly utterance?: string }).utterance ?? "");
  const facts = [...instructions.matchAll(/^(\S+): (.*)$/gm)].map(([, id = "", words = ""]) => ({
    id,
    shared: wordsOf(words).filter((word) => said.includes(word)).length,
  }));
  const best = facts.sort((one, other) => other.shared - one.shared)[0];
  const found = best === undefined || best.shared === 0 ? [] : [best.id];
  return { ...(nothing(form as Part) as object), facts: found };
};

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => word.length >= TELLING_LETTERS).map((word) => word.slice(0, TELLING_LETTERS));
}

/** What is held to a JSON schema and says nothing: empty lists and texts, and null where it may be. */
function nothing({ type, properties, enum: values, anyOf }: Part): unknown {
  if (properties !== undefined)
    return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, nothing(part)]));
  const kinds = [type].flat();
  if (kinds.includes("null") || anyOf?.some((part) => part.type === "null")) return null;
  if (values !== undefined) return values[0];
  if (anyOf?.[0] !== undefined) return nothing(anyOf[0]);
  if (kinds.includes("array")) return [];
  if (kinds.includes("string")) return "";
  return kinds.includes("boolean") ? false : 0;
}
