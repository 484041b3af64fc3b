import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { Offering, Practice, Resource } from "../practice/practice.ts";
import type { EpochMs, OpeningId } from "../values/ids.ts";
import { type BusinessDay, businessDayOf, businessDays, minutesOf, workingSpans } from "./business-days.ts";
import { areCompanions, companions } from "./companions.ts";
import { type Busy, freeTime, type IsFree } from "./free-time.ts";
import type { Interval } from "./intervals.ts";
import type { Opening, OpeningsWanted } from "./opening.ts";
import { openingId, readOpeningId } from "./opening-id.ts";
import { type PlacedOpening, spreadOffers } from "./spread-offers.ts";

/**
 * The openings to offer, at most `wanted.count`, sorted by start. Each is inside the hours of practice and resources, starts
 * on the grid of the wall clock, keeps notice and horizon, has every further resource that the offering needs, and leaves the
 * padding after it free; padding alone may reach beyond closing time. `holidays` are dates as `YYYY-MM-DD`. Empty when nothing fits or the offering is unknown.
 */
export function openings(
  practice: Practice,
  wanted: OpeningsWanted,
  busy: readonly Busy[],
  now: EpochMs,
  holidays: ReadonlySet<string>,
): readonly Opening[] {
  const found = placedOpenings(practice, wanted, busy, now, holidays);
  return spreadOffers(found, {
    count: wanted.count,
    order: wanted.order,
    refused: wanted.refused,
    timeZone: practice.timeZone,
  });
}

/** Every opening that fits, sorted by start, then in the practice's order of resources. */
export function allOpenings(...asked: Parameters<typeof placedOpenings>): readonly Opening[] {
  return placedOpenings(...asked).map(({ opening }) => opening);
}

function placedOpenings(
  practice: Practice,
  wanted: Omit<OpeningsWanted, "count" | "order">,
  busy: readonly Busy[],
  now: EpochMs,
  holidays: ReadonlySet<string>,
): readonly PlacedOpening[] {
  const offering = practice.offerings.find(({ id }) => id === wanted.offering);
  if (offering === undefined) return [];
  const days = businessDays(practice, now).filter((day) => acceptsDay(wanted.days, day));
  const earliest = now + practice.noticeMinutes * 60_000;
  const isFree = freeTime(practice, busy);
  const refused = new Set(wanted.refused.map(withoutCompanions));
  const found = candidates(practice, wanted).flatMap((resource) =>
    days.flatMap((day) => {
      const asked = { practice, resource, offering, day, holidays, times: wanted.times };
      return timesOn(asked)
        .filter(({ opening }) => opening.start >= earliest && !refused.has(opening.id))
        .filter(({ opening }) => isFree(resource.id, withPadding(opening, offering)))
        .flatMap((placed) => withCompanions(asked, placed, isFree));
    }),
  );
  return found.sort((a, b) => a.opening.start - b.opening.start);
}

function withCompanions(asked: DayOfResource, placed: PlacedOpening, isFree: IsFree): PlacedOpening[] {
  if (asked.offering.needs.length === 0) return [placed];
  const { opening, place } = placed;
  const taken = withPadding(opening, asked.offering);
  const also = companions({ ...asked, resource: opening.resource, visit: opening, taken, isFree });
  return also === null ? [] : [{ opening: { ...opening, also, id: openingId({ ...opening, also }) }, place }];
}

/** Who refuses a time refuses it with every loaner car. */
function withoutCompanions(id: OpeningId): OpeningId {
  const name = readOpeningId(id);
  return name === null ? id : openingId({ ...name, also: [] });
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
    timesOn(asked).some(({ opening: { start, end } }) => start === opening.start && end === opening.end) &&
    areCompanions({ ...asked, resource: resource.id, visit: opening }, opening.also)
  );
}

/** The time that a booking of it takes from its resources. */
export function withPadding(opening: Interval, offering: Offering): Interval {
  return { start: opening.start, end: opening.end + offering.paddingMinutes * 60_000 };
}

function candidates(practice: Practice, wanted: Pick<OpeningsWanted, "offering" | "resources">): Resource[] {
  return practice.resources.filter(
    ({ id, offerings }) =>
      offerings.includes(wanted.offering) && (wanted.resources.length === 0 || wanted.resources.includes(id)),
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

/** As if nothing was taken, and without further resources. */
function timesOn({ practice, resource, offering, day, holidays, times }: DayOfResource): PlacedOpening[] {
  const found: PlacedOpening[] = [];
  const grid = practice.gridMinutes;
  for (const span of workingSpans(practice, resource, day, holidays)) {
    const closes = day.instantAt(span.end);
    for (let at = Math.ceil(span.start / grid) * grid; at < span.end; at += grid) {
      const start = day.instantAt(at);
      if (start === null || !acceptsTime(times, at)) continue;
      const end = start + offering.durationMinutes * 60_000;
      // A closing time that the clock skips lies in the hour after; the span then ends where that hour begins.
      if (end > (closes ?? start)) break;
      const name = { resource: resource.id, also: [], start, offering: offering.id };
      const opening = { id: openingId(name), ...name, end };
      found.push({ opening, place: { start, dayNumber: day.number, minutes: at } });
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
