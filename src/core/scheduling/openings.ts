import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { Offering, Practice, Resource } from "../practice/practice.ts";
import type { EpochMs, ResourceId } from "../values/ids.ts";
import { type BusinessDay, businessDayOf, businessDays, minutesOf, workingSpans } from "./business-days.ts";
import { type Interval, isFree, normalize } from "./intervals.ts";
import type { Opening, OpeningsWanted } from "./opening.ts";
import { openingId } from "./opening-id.ts";
import { type PlacedOpening, spreadOffers } from "./spread-offers.ts";

/** Time that a resource is not free for: bookings with their padding, and the live holds of others. */
export interface Busy extends Interval {
  readonly resource: ResourceId;
}

/**
 * The openings to offer, at most `wanted.count`, sorted by start. Each is inside the hours of practice and resource, starts
 * on the grid of the wall clock, keeps notice and horizon, and leaves the padding after it free; padding alone may reach
 * beyond closing time. `holidays` are dates as `YYYY-MM-DD`. Empty when nothing fits or the offering is unknown.
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
  const found = candidates(practice, wanted).flatMap((resource) => {
    const taken = normalize(busy.filter((one) => one.resource === resource.id));
    return days.flatMap((day) =>
      openingsOn({ practice, resource, offering, day, holidays, times: wanted.times }).filter(
        ({ opening }) => opening.start >= earliest && isFree(withPadding(opening, offering), taken),
      ),
    );
  });
  const refused = new Set(wanted.refused);
  return found
    .filter(({ opening }) => !refused.has(opening.id))
    .sort((a, b) => a.opening.start - b.opening.start);
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
  const day = businessDayOf(opening.start, practice.timeZone);
  return openingsOn({ practice, resource, offering, day, holidays, times: [] }).some(
    ({ opening: { id, start, end } }) => id === opening.id && start === opening.start && end === opening.end,
  );
}

/** The time that a booking of it takes from the resource. */
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

function openingsOn({ practice, resource, offering, day, holidays, times }: DayOfResource): PlacedOpening[] {
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
