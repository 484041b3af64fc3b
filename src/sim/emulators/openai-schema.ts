/** Keywords that strict structured outputs know ("Supported schemas"); all others are refused. */
const known: ReadonlySet<string> = new Set([
  "$schema",
  "$defs",
  "$ref",
  "additionalProperties",
  "anyOf",
  "const",
  "description",
  "enum",
  "items",
  "properties",
  "required",
  "title",
  "type",
]);

interface Format {
  readonly type?: string;
  readonly json_schema?: { readonly name?: string; readonly strict?: boolean; readonly schema?: Schema };
}

type Schema = Readonly<Record<string, unknown>>;

/** What the service would refuse about a response format; null when it takes it. */
export function faultOf(format: unknown): string | null {
  if (format === undefined) return null;
  const { type, json_schema: given } = format as Format;
  if (type === "text" || type === "json_object") return null;
  if (type !== "json_schema" || given?.schema === undefined) return "Invalid response_format.";
  if (!/^[\w-]{1,64}$/.test(given.name ?? "")) return "Invalid schema name.";
  if (given.strict !== true) return null;
  if (given.schema["type"] !== "object") return "schema must be a JSON Schema of 'type: \"object\"'.";
  return faultIn(given.schema, "root");
}

function faultIn(schema: Schema, at: string): string | null {
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword));
  if (unknown !== undefined) return `In context=${at}, '${unknown}' is not permitted.`;
  if (Array.isArray(schema["enum"]) && schema["enum"].length === 0)
    return `In context=${at}, 'enum' is empty.`;
  const inner = [
    ...((schema["anyOf"] as readonly Schema[] | undefined) ?? []),
    ...(schema["items"] === undefined ? [] : [schema["items"] as Schema]),
  ];
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
  return (
    (schema["type"] === "object" ? objectFault(schema, properties, at) : null) ??
    inner.map((one) => faultIn(one, at)).find((one) => one !== null) ??
    properties.map(([name, one]) => faultIn(one, `${at}.${name}`)).find((one) => one !== null) ??
    null
  );
}

function objectFault(
  schema: Schema,
  properties: readonly (readonly [string, Schema])[],
  at: string,
): string | null {
  if (schema["additionalProperties"] !== false)
    return `In context=${at}, 'additionalProperties' is required to be supplied and to be false.`;
  const required = (schema["required"] ?? []) as readonly string[];
  const missing = properties.find(([name]) => !required.includes(name));
  return missing === undefined ? null : `In context=${at}, 'required' must include '${missing[0]}'.`;
}
