import type { HoursSpan, Weekday, WeeklyHours } from "../core/practice/practice.ts";

/** What the checks know from elsewhere: the ids that exist in the code. */
export interface KnownIds {
  readonly payers: ReadonlySet<string>;
  readonly complaints: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

type Loose = Readonly<Record<string, unknown>>;

/**
 * What the parts of a practice file say about each other: ids that are used twice or lead nowhere. It takes the file as it
 * was read, so that these mistakes are named together with mistakes of form. Each fault is `path: what is wrong`.
 */
export function checkReferences(file: unknown, known: KnownIds): readonly string[] {
  if (!isRecord(file)) return [];
  const [resources, offerings, locations] = [
    records(file["resources"]),
    records(file["offerings"]),
    records(file["locations"]),
  ];
  return [
    ...twice("resources", resources),
    ...twice("offerings", offerings),
    ...twice("locations", locations),
    ...twice("facts", records(file["facts"])),
    ...resources.flatMap((resource, index) => [
      ...useless(resource, index),
      ...missing(
        `resources[${index}].offerings`,
        resource["offerings"],
        ids(offerings),
        "the id of an offering of this file",
      ),
      ...missing(
        `resources[${index}].payers`,
        resource["payers"],
        new Set(texts(file["payers"])),
        "one of the practice's own payers",
      ),
      ...missing(
        `resources[${index}].location`,
        [resource["location"]],
        ids(locations),
        "the id of a location of this file",
      ),
    ]),
    ...offerings.flatMap((offering, index) => [
      ...missing(
        `offerings[${index}].complaints`,
        offering["complaints"],
        known.complaints,
        "a complaint category",
      ),
      ...missing(`offerings[${index}].services`, offering["services"], known.services, "a service"),
      ...missing(
        `offerings[${index}].needs`,
        offering["needs"],
        new Set(resources.flatMap((resource) => texts(resource["skills"]))),
        "a skill of a resource of this file",
      ),
      ...unoffered(offering, index, resources),
    ]),
    ...missing("payers", file["payers"], known.payers, "a payer id"),
    ...missing("askFor", file["askFor"], known.fields, "a field"),
  ];
}

/** Faults of hours that reach outside those of the practice; only for files whose form is right. */
export function checkHours(practice: {
  readonly hours: WeeklyHours;
  readonly resources: readonly { readonly hours: WeeklyHours }[];
}): readonly string[] {
  const days: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  return practice.resources.flatMap((resource, index) =>
    days
      .filter((day) => !(resource.hours[day] ?? []).every((span) => inside(span, practice.hours[day] ?? [])))
      .map((day) => `resources[${index}].hours.${names[day - 1]}: must lie within the hours of the practice`),
  );
}

function inside(span: HoursSpan, open: readonly HoursSpan[]): boolean {
  return open.some((outer) => outer.from <= span.from && span.to <= outer.to);
}

function twice(path: string, items: readonly Loose[]): string[] {
  const seen = items.map((item) => item["id"]);
  return seen.flatMap((id, index) =>
    typeof id === "string" && seen.indexOf(id) < index
      ? [`${path}[${index}].id: "${id}" is used twice; give it another id`]
      : [],
  );
}

function missing(path: string, given: unknown, allowed: ReadonlySet<string>, what: string): string[] {
  return texts(given).flatMap((id) =>
    allowed.has(id)
      ? []
      : [`${path}: "${id}" must be ${what}: ${[...allowed].slice(0, 24).join(", ") || "there are none"}`],
  );
}

function unoffered(offering: Loose, index: number, resources: readonly Loose[]): string[] {
  const id = offering["id"];
  if (typeof id !== "string" || resources.some((resource) => texts(resource["offerings"]).includes(id)))
    return [];
  return [`offerings[${index}]: nobody offers "${id}"; name it in the offerings of a resource or remove it`];
}

/** Whoever offers nothing must at least be needed for something. */
function useless(resource: Loose, index: number): string[] {
  const used = [...texts(resource["offerings"]), ...texts(resource["skills"])].length > 0;
  return used ? [] : [`resources[${index}]: must name at least one offering or skill`];
}

function ids(items: readonly Loose[]): ReadonlySet<string> {
  return new Set(items.flatMap((item) => (typeof item["id"] === "string" ? [item["id"]] : [])));
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function records(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.map((item) => (isRecord(item) ? item : {})) : [];
}

function isRecord(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
