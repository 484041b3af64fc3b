import type { Offering, Practice, Resource } from "../practice/practice.ts";
import type { ResourceId } from "../values/ids.ts";
import { type BusinessDay, workingSpans } from "./business-days.ts";
import type { IsFree } from "./free-time.ts";
import type { Interval } from "./intervals.ts";

interface Companionship {
  readonly practice: Practice;
  readonly offering: Offering;
  /** Who is booked in the first place, and so is no companion. */
  readonly resource: ResourceId;
  readonly day: BusinessDay;
  readonly holidays: ReadonlySet<string>;
  /** The visit, and the visit with its padding. */
  readonly visit: Interval;
  readonly taken: Interval;
  readonly isFree: IsFree;
}

/**
 * A further resource for each of the offering's needs, in their order; null when not all of them can be had. Of several that
 * could serve, the first of the practice file is taken.
 */
export function companions(asked: Companionship): readonly ResourceId[] | null {
  return choose(asked, asked.offering.needs, [asked.resource]);
}

function choose(
  asked: Companionship,
  needs: readonly string[],
  chosen: readonly ResourceId[],
): readonly ResourceId[] | null {
  const [skill, ...others] = needs;
  if (skill === undefined) return chosen.slice(1);
  for (const resource of asked.practice.resources) {
    if (chosen.includes(resource.id) || !canServe(asked, resource, skill)) continue;
    const found = choose(asked, others, [...chosen, resource.id]);
    if (found !== null) return found;
  }
  return null;
}

function canServe(asked: Companionship, resource: Resource, skill: string): boolean {
  return (
    resource.skills.includes(skill) &&
    asked.isFree(resource.id, asked.taken) &&
    worksDuring({ ...asked, resource })
  );
}

/** Whether these resources fit the offering's needs one by one, and are all there during the visit. */
export function areCompanions(
  asked: Omit<Companionship, "taken" | "isFree">,
  also: readonly ResourceId[],
): boolean {
  const { practice, offering } = asked;
  if (also.length !== offering.needs.length) return false;
  if (new Set([asked.resource, ...also]).size !== also.length + 1) return false;
  return offering.needs.every((skill, index) => {
    const resource = practice.resources.find(({ id }) => id === also[index]);
    return resource?.skills.includes(skill) === true && worksDuring({ ...asked, resource });
  });
}

interface Presence extends Pick<Companionship, "practice" | "day" | "holidays" | "visit"> {
  readonly resource: Resource;
}

function worksDuring({ practice, resource, day, holidays, visit }: Presence): boolean {
  return workingSpans(practice, resource, day, holidays).some(({ start, end }) => {
    const [opens, closes] = [day.instantAt(start), day.instantAt(end)];
    return opens !== null && closes !== null && opens <= visit.start && visit.end <= closes;
  });
}
