import { type Complaint, complaints } from "../core/language/en/complaint-table.ts";
import { services } from "../core/language/en/service-table.ts";
import { offeringForServices } from "../core/practice/offering-for-services.ts";
import type { Offering, Practice } from "../core/practice/practice.ts";

/** What somebody new comes for, and what a practice books for it. */
export interface ReasonToCall {
  readonly offering: Offering;
  /** As what follows "I have"; null where nobody is asked what they have. */
  readonly complaint: string | null;
  /** What is to be done to a vehicle; empty where nobody is asked. */
  readonly services: readonly string[];
}

/**
 * One reason for each offering that somebody new can have for the asking: a complaint or services that lead to it, by the rules of
 * the practice file. Where neither is asked, everybody comes for the same. Emergencies are no reason, since they book nothing.
 */
export function reasonsToCall(practice: Practice): readonly ReasonToCall[] {
  const open = practice.offerings.filter(({ newPeople }) => newPeople);
  const asked = (field: string) => practice.askFor.includes(field);
  const general = open.find(({ knownPeople }) => !knownPeople) ?? open.find(isForAnything) ?? open[0];
  if (general === undefined) return [];
  const found = [
    ...(asked("services") ? open.flatMap((offering) => serviced(offering, open)) : []),
    ...(asked("complaint") ? open.flatMap((offering) => complained(offering, { open, general })) : []),
  ];
  return found.length > 0 ? found : [{ offering: general, complaint: null, services: [] }];
}

function isForAnything({ complaints: own, services: done }: Offering): boolean {
  return own.length === 0 && done.length === 0;
}

/** One service that leads to the offering, else two. */
function serviced(offering: Offering, offerings: readonly Offering[]): ReasonToCall[] {
  const known = offering.services.filter((id) => id !== "other");
  const pairs = known.flatMap((one, index) => known.slice(index + 1).map((other) => [one, other]));
  const wanted = [...known.map((one) => [one]), ...pairs].find(
    (these) => offeringForServices({ offerings }, these) === offering,
  );
  return wanted === undefined ? [] : [{ offering, complaint: null, services: wanted }];
}

function complained(
  offering: Offering,
  { open, general }: { readonly open: readonly Offering[]; readonly general: Offering },
): ReasonToCall[] {
  const leadsTo = ({ id }: Complaint) => open.find((one) => one.complaints.includes(id)) ?? general;
  const calm = complaints.filter(({ urgency }) => urgency === "soon" || urgency === "routine");
  const urgent = complaints.filter(({ urgency }) => urgency === "urgent");
  const named = [...calm, ...urgent.filter(({ id }) => offering.complaints.includes(id))];
  const complaint = named.find((one) => leadsTo(one) === offering);
  return complaint === undefined ? [] : [{ offering, complaint: spokenOf(complaint), services: [] }];
}

/** The name where callers say it, else what they say that is nearest to it. */
function spokenOf({ name, spoken }: Pick<Complaint, "name" | "spoken">): string {
  const [word = name] = name.toLowerCase().split(" ");
  return spoken.find((one) => one === name) ?? spoken.find((one) => one.includes(word)) ?? name;
}

/** Services as what follows "I need": "an oil change and a tire rotation". */
export function spokenServices(ids: readonly string[]): string {
  const wanted = services.filter(({ id }) => ids.includes(id));
  return wanted.map((service) => withArticle(spokenOf(service))).join(" and ");
}

function withArticle(name: string): string {
  if (name.endsWith("s")) return name;
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
