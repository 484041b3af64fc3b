import type { ChatRequest } from "../../sim/emulators/openai-compatible.ts";

/** What a question lists, as the model is told it. */
interface MayUse {
  readonly fields: readonly string[];
  readonly offers: readonly { readonly id: string }[];
  readonly tasks: readonly string[];
  readonly lookUps: readonly string[];
  readonly commands: readonly string[];
}

interface Form {
  readonly properties: { readonly facts: { readonly items: { readonly enum: readonly string[] } } };
}

type Demand = Readonly<Record<string, unknown>>;

/**
 * As much of what was demanded as the question allows: what a model writes that keeps to the form and obeys in everything else.
 * Of facts that do not exist the first is put in, so that something wrong may be said.
 */
export function intoForm({ form, prompt }: ChatRequest, demanded: unknown): unknown {
  const demand: Demand = typeof demanded === "object" && demanded !== null ? (demanded as Demand) : {};
  const { mayUse } = JSON.parse(prompt) as { readonly mayUse: MayUse };
  const known = (form as Form).properties.facts.items.enum;
  const among = (all: readonly unknown[], one: unknown) => (all.includes(one) ? one : null);
  const facts = listIn(demand["facts"]).filter((one) => among(known, one) !== null);
  const fields = listIn(demand["fields"]) as readonly { readonly field: string }[];
  return {
    facts: facts.length === 0 && listIn(demand["facts"]).length > 0 ? known.slice(0, 1) : facts,
    fields: fields.filter(({ field }) => mayUse.fields.includes(field)),
    offer: among(
      mayUse.offers.map(({ id }) => id),
      demand["offer"],
    ),
    task: among(mayUse.tasks, demand["task"]),
    lookUp: among(mayUse.lookUps, demand["lookUp"]),
    command: among(mayUse.commands, demand["command"]),
  };
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
