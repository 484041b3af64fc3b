import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { Offering, Practice, Resource } from "../practice/practice.ts";
import type { EpochMs, OpeningId, ResourceId } from "../values/ids.ts";
import { type BusinessDay, businessDayOf, businessDays, minutesOf, workingSpans } from "./business-days.ts";
import { areCompanions, companions } from "./companions.ts";
import { type Attendee, anybody, ineligibleFor, takesPayer } from "./eligibility.ts";
import { type Busy, freeTime } from "./free-time.ts";
import type { Interval } from "./intervals.ts";
import type { Opening, OpeningsWanted } from "./opening.ts";
import { openingId, readOpeningId } from "./opening-id.ts";
import { type Place, spreadOffers } from "./spread-offers.ts";

/**
 * The openings to offer, at most `wanted.count`, sorted by start. Each is inside the hours of practice and resources, starts
 * on the grid of the wall clock, keeps notice and horizon, has every further resource that the offering needs, and leaves the
 * padding after it free; padding alone may reach beyond closing time. What is known of the attendee leaves out days on which they
 * may not have the offering, and resources that do not take their payer. `holidays` are dates as `YYYY-MM-DD`. Empty when
 * nothing fits or the offering is unknown.
 */
export function openings(
  practice: Practice,
  wanted: OpeningsWanted,
  busy: readonly Busy[],
  now: EpochMs,
  holidays: ReadonlySet<string>,
  attendee: Attendee = anybody,
): readonly Opening[] {
  const found = candidates(practice, wanted, busy, now, holidays, attendee);
  const { count, order, refused } = wanted;
  return spreadOffers(found, { count, order, refused, timeZone: practice.timeZone }).map(openingOf);
}

/** Every opening that fits, sorted by start, then in the practice's order of resources. */
export function allOpenings(...asked: Parameters<typeof candidates>): readonly Opening[] {
  return candidates(...asked).map(openingOf);
}

/** An opening before it has its id: there are thousands of these for each that is offered. */
interface Candidate extends Place, Omit<Opening, "id"> {}

function openingOf({ resource, also, offering, start, end }: Candidate): Opening {
  const name = { resource, also, start, offering };
  return { id: openingId(name), ...name, end };
}

function candidates(
  practice: Practice,
  wanted: Omit<OpeningsWanted, "count" | "order">,
  busy: readonly Busy[],
  now: EpochMs,
  holidays: ReadonlySet<string>,
  attendee: Attendee = anybody,
): readonly Candidate[] {
  const offering = practice.offerings.find(({ id }) => id === wanted.offering);
  if (offering === undefined) return [];
  const days = businessDays(practice, now).filter(
    (day) => acceptsDay(wanted.days, day) && ineligibleFor(offering, attendee, day.date) === null,
  );
  const earliest = now + practice.noticeMinutes * 60_000;
  const isFree = freeTime(practice, busy);
  const isRefused = refusals(wanted.refused);
  const found: Candidate[] = [];
  for (const resource of ableResources(practice, wanted, attendee))
    for (const day of days) {
      const asked = { practice, resource, offering, day, holidays, times: wanted.times };
      for (const visit of visitsOn(asked)) {
        if (visit.start < earliest || isRefused(resource.id, visit.start)) continue;
        const taken = withPadding(visit, offering);
        if (!isFree(resource.id, taken)) continue;
        const also = companions({ ...asked, resource: resource.id, visit, taken, isFree });
        if (also !== null) found.push(candidateOf(asked, visit, also));
      }
    }
  return found.sort((a, b) => a.start - b.start);
}

function candidateOf(
  { resource, offering, day }: DayOfResource,
  visit: Visit,
  also: Opening["also"],
): Candidate {
  const { start, end, minutes } = visit;
  return { resource: resource.id, also, offering: offering.id, start, end, dayNumber: day.number, minutes };
}

/** Who refuses a time refuses it with every loaner car. */
function refusals(refused: readonly OpeningId[]): (resource: ResourceId, start: EpochMs) => boolean {
  const names = refused.map(readOpeningId);
  return (resource, start) => names.some((name) => name?.start === start && name.resource === resource);
}

/**
 * Whether the practice could ever have offered this: known resource and offering, inside working hours, on the grid, with
 * the offering's own duration. Says nothing of whether it is still free; nothing of notice either, which may pass while the
 * caller thinks.
 */
export function isOfferable(practice: Practice, opening: Opening, holidays: ReadonlySet<string>): boolean {
  const offering = practice.offerings.find(({ id }) => id === opening.offering);
  const resource = practice.resources.find(({ id }) => id === opening.resource);
  if (offering === undefined || resource === undefined) return false;
  if (!resource.offerings.includes(offering.id) || !Number.isSafeInteger(opening.start)) return false;
  if (openingId(opening) !== opening.id) return false;
  const day = businessDayOf(opening.start, practice.timeZone);
  const asked = { practice, resource, offering, day, holidays, times: [] };
  return (
    visitsOn(asked).some(({ start, end }) => start === opening.start && end === opening.end) &&
    areCompanions({ ...asked, resource: resource.id, visit: opening }, opening.also)
  );
}

/** The time that a booking of it takes from its resources. */
export function withPadding(opening: Interval, offering: Offering): Interval {
  return { start: opening.start, end: opening.end + offering.paddingMinutes * 60_000 };
}

function ableResources(
  practice: Practice,
  wanted: Pick<OpeningsWanted, "offering" | "resources">,
  { payer }: Attendee,
): Resource[] {
  return practice.resources.filter(
    (one) =>
      one.offerings.includes(wanted.offering) &&
      (wanted.resources.length === 0 || wanted.resources.includes(one.id)) &&
      takesPayer(one, payer),
  );
}

interface DayOfResource {
  readonly practice: Practice;
  readonly resource: Resource;
  readonly offering: Offering;
  readonly day: BusinessDay;
  readonly holidays: ReadonlySet<string>;
  readonly times: readonly TimeRange[];
}

/** `minutes` is its start since local midnight by the clock on the wall. */
interface Visit extends Interval {
  readonly minutes: number;
}

/** As if nothing was taken. */
function visitsOn({ practice, resource, offering, day, holidays, times }: DayOfResource): readonly Visit[] {
  const found: Visit[] = [];
  const grid = practice.gridMinutes;
  for (const span of workingSpans(practice, resource, day, holidays)) {
    const closes = day.instantAt(span.end);
    for (let minutes = Math.ceil(span.start / grid) * grid; minutes < span.end; minutes += grid) {
      const start = day.instantAt(minutes);
      if (start === null || !acceptsTime(times, minutes)) continue;
      const end = start + offering.durationMinutes * 60_000;
      // A closing time that the clock skips lies in the hour after; the span then ends where that hour begins.
      if (end > (closes ?? start)) break;
      found.push({ start, end, minutes });
    }
  }
  return found;
}

function acceptsDay(ranges: readonly DayRange[], { date, weekday }: BusinessDay): boolean {
  if (ranges.length === 0) return true;
  return ranges.some(
    ({ from, to, weekdays, except }) =>
      (from === null || Temporal.PlainDate.compare(from, date) <= 0) &&
      (to === null || Temporal.PlainDate.compare(date, to) <= 0) &&
      (weekdays === null || weekdays.includes(weekday)) &&
      !except.includes(weekday),
  );
}

function acceptsTime(ranges: readonly TimeRange[], minutes: number): boolean {
  if (ranges.length === 0) return true;
  return ranges.some(
    ({ from, to }) =>
      (from === null || minutesOf(from.toString()) <= minutes) &&
      (to === null || minutes < minutesOf(to.toString())),
  );
}
