/** A part of a JSON schema, as far as forms use it. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Part[];
  readonly type?: string;
}

/**
 * As much of what was demanded as a form lets through: what a model writes that is held to the form and obeys in everything
 * else. Where the demand fits nowhere, the model picks what the form has in its place.
 */
export function intoForm(form: unknown, demanded: unknown): unknown {
  return fitted(form as Part, demanded);
}

function fitted(part: Part, demanded: unknown): unknown {
  if (part.properties !== undefined) {
    const given =
      typeof demanded === "object" && demanded !== null ? (demanded as Record<string, unknown>) : {};
    return Object.fromEntries(
      Object.entries(part.properties).map(([name, inner]) => [name, fitted(inner, given[name])]),
    );
  }
  if (part.items !== undefined) return entries(part.items, demanded);
  if (part.anyOf !== undefined) {
    const [first] = part.anyOf;
    return first !== undefined && fits(first, demanded) ? demanded : null;
  }
  return part.enum === undefined || part.enum.includes(demanded) ? demanded : null;
}

/** Of facts that do not exist the first is put in, so that something wrong may be said. */
function entries(item: Part, demanded: unknown): readonly unknown[] {
  const list = Array.isArray(demanded) ? demanded : [];
  if (item.properties === undefined) {
    const known = list.filter((one) => fits(item, one));
    return list.length > 0 && known.length === 0 ? (item.enum ?? []).slice(0, 1) : known;
  }
  const field = item.properties["field"] ?? {};
  return list.filter((one) => fits(field, (one as { field?: unknown }).field));
}

function fits(part: Part, value: unknown): boolean {
  return part.enum?.includes(value) ?? typeof value === part.type;
}
