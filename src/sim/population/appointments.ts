import type { VisitDetails } from "../../core/dialogue/requests.ts";
import { offeringForServices } from "../../core/practice/offering-for-services.ts";
import type { Offering, Practice } from "../../core/practice/practice.ts";
import type { Busy } from "../../core/scheduling/free-time.ts";
import type { Opening } from "../../core/scheduling/opening.ts";
import { allOpenings, withPadding } from "../../core/scheduling/openings.ts";
import type { EpochMs } from "../../core/values/ids.ts";
import type { Random } from "../random.ts";
import { commonServices } from "./garage.data.ts";
import { weightedPick, wholeBetween } from "./weighted-pick.ts";

/** A time that somebody takes, and what for. */
export interface Appointment {
  readonly opening: Opening;
  readonly services: readonly string[];
  readonly waiting: boolean | null;
  /** When it was made, before it begins and not after the present. */
  readonly madeAt: EpochMs;
}

export interface AppointmentOptions {
  readonly practice: Practice;
  readonly count: number;
  readonly random: Random;
  readonly now: EpochMs;
  /** Public holidays around an instant, as `YYYY-MM-DD`. */
  readonly holidaysAround: (instant: EpochMs) => ReadonlySet<string>;
}

const PAST_DAYS = 365;
const COMING_DAYS = 30;
const PAST_SHARE = 0.75;
const SECOND_SERVICE_SHARE = 0.2;
const LONGEST_LEAD_DAYS = 21;
const DAY_MS = 24 * 3_600_000;
/** Days without a free time are passed over; a calendar that is full ends the search. */
const MOST_TRIES_EACH = 20;

/**
 * Appointments over the past year and the coming month, no two of them at one time with one resource's seat. Fewer than
 * `count` when the calendar is full. They are to be booked in this order: then each finds the seats that it was given here.
 */
export function appointments(options: AppointmentOptions): readonly Appointment[] {
  const { practice, count, random, now } = options;
  const busyByDay = new Map<string, Busy[]>();
  const made: Appointment[] = [];
  for (let tries = 0; made.length < count && tries < count * MOST_TRIES_EACH; tries += 1) {
    const ahead = random.chance(PAST_SHARE)
      ? -wholeBetween(random, 1, PAST_DAYS)
      : wholeBetween(random, 0, COMING_DAYS);
    const midnight = startOfDay(practice, now, ahead);
    const date = dateOf(practice, midnight);
    const busy = busyByDay.get(date) ?? [];
    busyByDay.set(date, busy);
    const wanted = whatFor(random, practice);
    const opening = freeOpening(options, { midnight, busy, offering: wanted.offering });
    if (opening === null) continue;
    busy.push(...takenBy(practice, opening, wanted.offering, busy));
    made.push({ opening, ...wanted, madeAt: madeBefore(random, opening.start, now) });
  }
  return made;
}

/** What the ledger keeps of such a visit. */
export function visitOf({ services, waiting }: Appointment, mileage: number | null): VisitDetails {
  return {
    complaint: null,
    complaintCategory: null,
    duration: null,
    pain: null,
    urgency: "routine",
    services,
    waiting,
    mileage,
    // Whoever has an appointment that needs one has had one.
    referral: true,
  };
}

function whatFor(random: Random, practice: Practice) {
  const offered = [...new Set(practice.offerings.flatMap(({ services }) => services))];
  const pick = () => weightedPick(random, offered, (service) => commonServices[service] ?? 1);
  const services = offered.length === 0 ? [] : [pick()];
  if (offered.length > 0 && random.chance(SECOND_SERVICE_SHARE)) services.push(pick());
  const named = [...new Set(services)];
  const forAnybody = practice.offerings.filter(({ knownPeople }) => knownPeople);
  const offering = offeringForServices(practice, named) ?? random.pick(forAnybody);
  const waiting = offering.services.length === 0 ? null : offering.waiting && random.chance(0.6);
  return { offering, services: offering.services.length === 0 ? [] : named, waiting };
}

function startOfDay({ timeZone }: Practice, now: EpochMs, ahead: number): EpochMs {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return today.startOfDay().add({ days: ahead }).startOfDay().epochMilliseconds;
}

function dateOf({ timeZone }: Practice, instant: EpochMs): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** A time of the day that is free, or null. */
function freeOpening(
  { practice, random, holidaysAround }: AppointmentOptions,
  day: { readonly midnight: EpochMs; readonly busy: readonly Busy[]; readonly offering: Offering },
): Opening | null {
  const { midnight, busy, offering } = day;
  const oneDay = { ...practice, horizonDays: 0, noticeMinutes: 0 };
  const from = Temporal.PlainTime.from({ hour: wholeBetween(random, 6, 16) });
  const times = [{ from, to: from.add({ hours: 2 }) }];
  const wanted = { offering: offering.id, resources: [], days: [], times, refused: [] };
  const found = allOpenings(oneDay, wanted, busy, midnight, holidaysAround(midnight));
  return found.length === 0 ? null : random.pick(found);
}

/** The seats that the ledger will give: of each resource the first that is free. */
function takenBy(
  practice: Practice,
  opening: Opening,
  offering: Offering,
  busy: readonly Busy[],
): readonly Busy[] {
  const { start, end } = withPadding(opening, offering);
  return [opening.resource, ...opening.also].map((resource) => {
    const capacity = practice.resources.find(({ id }) => id === resource)?.capacity ?? 1;
    const overlapping = busy.filter((one) => one.resource === resource && one.start < end && start < one.end);
    const seats = Array.from({ length: capacity }, (_, index) => index + 1);
    const seat = seats.find((number) => !overlapping.some((one) => one.seat === number)) ?? capacity;
    return { resource, seat, start, end };
  });
}

function madeBefore(random: Random, start: EpochMs, now: EpochMs): EpochMs {
  return Math.round(Math.min(start, now) - random.between(0.1, LONGEST_LEAD_DAYS) * DAY_MS);
}
