import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import { ineligibleForOpening } from "../core/scheduling/eligibility.ts";
import type { CallId, EpochMs } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import { addPeople } from "../ledger/add-people.ts";
import type { Database } from "../ledger/database.ts";
import { HolidayCalendar } from "../ledger/holidays.ts";
import type { Keyring } from "../ledger/keyring.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { LedgerContext } from "../ledger/ledger-context.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { type Appointment, appointments, visitOf } from "../sim/population/appointments.ts";
import { type Inhabitant, population } from "../sim/population/people.ts";
import { type Random, seededRandom } from "../sim/random.ts";

export interface SeedJob {
  readonly database: Database;
  readonly keys: Keyring;
  readonly telemetry: Telemetry;
  readonly practice: Practice;
  readonly people: number;
  readonly seed: number;
  readonly now: EpochMs;
  readonly progress: (what: "people" | "bookings", done: number, of: number) => void;
}

export interface SeedReport {
  readonly practice: string;
  readonly seed: number;
  readonly people: number;
  readonly vehicles: number;
  readonly bookings: number;
}

const PEOPLE_AT_A_TIME = 250;
const BOOKINGS_PER_PERSON = 0.2;

/**
 * Fills a migrated database with invented people and their appointments through the ledger's own functions, so that what it
 * would refuse is not there. Nobody is written to. The same seed again adds nothing.
 */
export async function seedLedger(job: SeedJob): Promise<SeedReport> {
  const { practice, seed, now } = job;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(practice.timeZone);
  const random = seededRandom(seed);
  const people = population({ practice, count: job.people, random, today: today.toPlainDate() });
  const clock = settableClock(now);
  const context = contextOf(job, clock);
  const filed = await filePeople(job, context, people);
  const bookings = await book(job, { ledger: openLedger(context), clock, filed, random });
  const vehicles = people.reduce((sum, one) => sum + one.vehicles.length, 0);
  return { practice: practice.id, seed, people: people.length, vehicles, bookings };
}

function contextOf({ database, keys, telemetry, practice }: SeedJob, clock: Clock): LedgerContext {
  const practices = new Map([[practice.id, practice]]);
  return { database, keys, telemetry, practices, clock, outbox: { add: async () => {} } };
}

/** Bookings are made at times of their own, so the ledger is told when it is. */
interface SettableClock extends Clock {
  set(instant: EpochMs): void;
}

function settableClock(start: EpochMs): SettableClock {
  let at = start;
  return {
    now: () => at,
    monotonicMs: () => at,
    after: () => () => {},
    set: (instant) => {
      at = instant;
    },
  };
}

/** The same for the same seed, so that the ledger knows a repetition; keyed, so that nobody can call under that name. */
function callOf({ keys, practice, seed }: SeedJob, what: string): CallId {
  return `seed-${keys.index(`${practice.id}/${seed}/${what}`, "seed.call").toString("hex").slice(0, 32)}`;
}

async function filePeople(
  job: SeedJob,
  context: LedgerContext,
  people: readonly Inhabitant[],
): Promise<readonly PersonDetails[]> {
  const filed: PersonDetails[] = [];
  for (let from = 0; from < people.length; from += PEOPLE_AT_A_TIME) {
    const some = people.slice(from, from + PEOPLE_AT_A_TIME);
    const added = await addPeople(
      context,
      job.practice.id,
      some.map(({ details, vehicles }) => ({ details: hide(details), vehicles: hide(vehicles) })),
    );
    const vehicles = added.map((one) => one.vehicles.reveal());
    filed.push(...some.map(({ details }, index) => ({ ...details, vehicle: vehicles[index]?.[0] ?? null })));
    job.progress("people", filed.length, people.length);
  }
  return filed;
}

interface Booking {
  readonly ledger: Ledger;
  readonly clock: SettableClock;
  /** Who may book, with what they come with. */
  readonly filed: readonly PersonDetails[];
  readonly random: Random;
}

async function book(job: SeedJob, { ledger, clock, filed, random }: Booking): Promise<number> {
  const { practice, now } = job;
  const calendar = new HolidayCalendar();
  const holidaysAround = (instant: EpochMs) => calendar.around(practice, instant);
  const count = Math.round(filed.length * BOOKINGS_PER_PERSON);
  const planned = appointments({ practice, count, random, now, holidaysAround });
  let booked = 0;
  for (const [index, appointment] of planned.entries()) {
    const who = whoMay(practice, appointment, filed, random);
    clock.set(appointment.madeAt);
    const call = callOf(job, `booking/${index}`);
    if (await bookOne(ledger, { practice, call }, appointment, who)) booked += 1;
    clock.set(now);
    await tellStatus(ledger, practice, appointment, who, now);
    job.progress("bookings", index + 1, planned.length);
  }
  return booked;
}

/** False when the time is gone, as it may be where people have booked already. */
async function bookOne(
  ledger: Ledger,
  { practice, call }: { readonly practice: Practice; readonly call: CallId },
  appointment: Appointment,
  details: PersonDetails,
): Promise<boolean> {
  const held = await ledger.hold(practice.id, appointment.opening, { call, request: 1 });
  if (held === "taken" || "kind" in held) return false;
  const { given, family, dateOfBirth } = details;
  // Offerings for people who have been there before are for those who prove to be somebody.
  if (dateOfBirth !== null) {
    const proof = { kind: "nameAndBirth", given, family, dateOfBirth } as const;
    await ledger.identify(practice.id, hide(proof), { call, request: 3 });
  }
  const visit = visitOf(appointment, details.vehicle?.mileage ?? null);
  const booking = await ledger.book(held.hold, hide(details), hide(visit), { call, request: 2 });
  return typeof booking !== "string" && !("kind" in booking);
}

/** Somebody who may have it; the practice's rules let most people have most things. */
function whoMay(
  practice: Practice,
  { opening }: Appointment,
  filed: readonly PersonDetails[],
  random: Random,
) {
  const may = ({ dateOfBirth, payer }: PersonDetails) =>
    ineligibleForOpening(practice, opening, { dateOfBirth, payer, referral: true, known: true }, "book") ===
    null;
  for (let tries = 0; tries < 50; tries += 1) {
    const who = random.pick(filed);
    if (may(who)) return who;
  }
  return random.pick(filed);
}

/** What is in the workshop today is waiting, in work or ready, by the hour. */
async function tellStatus(
  ledger: Ledger,
  { id, timeZone }: Practice,
  { opening }: Appointment,
  { vehicle }: PersonDetails,
  now: EpochMs,
): Promise<void> {
  const day = (at: EpochMs) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  if (vehicle?.id == null || opening.start > now || !day(opening.start).equals(day(now))) return;
  const state = opening.end <= now ? "ready" : "inWork";
  await ledger.setStatus(id, { vehicle: vehicle.id, state });
}
