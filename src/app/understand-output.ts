import type { FieldKind } from "../core/language/expectation.ts";
import type { Reading, Understanding } from "../core/language/understanding.ts";

type Json = Record<string, unknown>;

/** The understanding as a flat object: each field only when it was found, the likeliest value of each kind. */
export function understandingJson(understanding: Understanding, asked: readonly FieldKind[]): Json {
  const { readings, acts, reply, redFlag, complete } = understanding;
  const best = bestOfEach(readings);
  const out: Json = {};
  const spans: Record<string, readonly [number, number]> = {};
  for (const reading of best.values()) {
    const field = fieldOf(reading);
    if (field === null || (field.name === "number" && asked.length > 0 && !asked.includes("number")))
      continue;
    out[field.name] = field.value;
    spans[field.name] = [reading.span.start, reading.span.end];
  }
  several(out, readings);
  const range = rangeOf(readings);
  if (range !== null) out["range"] = range;
  if (reply !== null) out["reply"] = reply;
  if (redFlag !== null) {
    out["redFlag"] = { kind: redFlag.kind, category: redFlag.category };
    spans["redFlag"] = [redFlag.span.start, redFlag.span.end];
  }
  if (acts.length > 0) out["acts"] = acts.map((act) => act.kind);
  const topic = acts.find((act) => act.kind === "question")?.topic ?? null;
  if (topic !== null) out["topic"] = topic;
  out["complete"] = Math.round(complete * 100) / 100;
  if (Object.keys(spans).length > 0) out["spans"] = spans;
  return out;
}

function bestOfEach(readings: readonly Reading[]): ReadonlyMap<Reading["kind"], Reading> {
  const best = new Map<Reading["kind"], Reading>();
  for (const reading of readings) if (!best.has(reading.kind)) best.set(reading.kind, reading);
  return best;
}

/** Kinds that the flat object names by themselves; ranges are put together in `rangeOf`. */
function fieldOf(reading: Reading): { name: string; value: unknown } | null {
  switch (reading.kind) {
    case "days":
    case "times":
      return null;
    case "date":
    case "dateOfBirth":
      return { name: reading.kind, value: reading.value.toString() };
    case "time":
      return { name: "time", value: reading.value.toString().slice(0, 5) };
    case "duration":
      return { name: "duration", value: reading.value.iso };
    case "name":
    case "address":
    case "vehicle":
      return { name: reading.kind, value: withoutNulls(reading.value) };
    default:
      return { name: reading.kind, value: reading.value };
  }
}

function withoutNulls(value: object): Json {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
}

/** Lists beside the best value, where several different ones were said; in the order of the words. */
function several(out: Json, readings: readonly Reading[]): void {
  const inOrder = [...readings].sort((one, other) => one.span.start - other.span.start);
  const plurals = { date: "dates", time: "times", complaint: "complaints", service: "services" } as const;
  for (const [kind, name] of Object.entries(plurals)) {
    const values = inOrder.flatMap((reading) => (reading.kind === kind ? [fieldOf(reading)?.value] : []));
    const different = [...new Set(values)];
    if (different.length > 1) out[name] = different;
  }
}

/** Days and times of day that would do: `from`, `to`, `weekdays`, `except` of days; `fromTime`, `toTime` of the clock. */
function rangeOf(readings: readonly Reading[]): Json | null {
  const range: Json = {};
  const days = readings.find((reading) => reading.kind === "days");
  if (days?.kind === "days") {
    const { from, to, weekdays, except } = days.value;
    if (from !== null) range["from"] = from.toString();
    if (to !== null) range["to"] = to.toString();
    if (weekdays !== null) range["weekdays"] = weekdays;
    if (except.length > 0) range["except"] = except;
  }
  const times = readings.find((reading) => reading.kind === "times");
  if (times?.kind === "times") {
    if (times.value.from !== null) range["fromTime"] = times.value.from.toString().slice(0, 5);
    if (times.value.to !== null) range["toTime"] = times.value.to.toString().slice(0, 5);
  }
  return Object.keys(range).length === 0 ? null : range;
}
