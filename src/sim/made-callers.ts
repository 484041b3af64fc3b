import { payers } from "../core/language/en/payer-table.ts";
import { states } from "../core/language/en/states.data.ts";
import type { Address } from "../core/language/understanding.ts";
import type { Offering, Practice } from "../core/practice/practice.ts";
import { takesPayer } from "../core/scheduling/eligibility.ts";
import { type Caller, type CallerAddress, type CallerCar, noErrand, plainHabits } from "./caller.ts";
import { type Inhabitant, population } from "./population/people.ts";
import { newVehicle } from "./population/vehicle.ts";
import { type Random, seededRandom } from "./random.ts";
import { type ReasonToCall, reasonsToCall, spokenServices } from "./reasons-to-call.ts";
import { voiceTable } from "./voices/voice-table.ts";

/** The same file has the same callers, whenever they call. */
const SEED = 1;
const madeOn = Temporal.PlainDate.from("2026-01-05");
/** Members of a household share their number, and callers must not. */
const PEOPLE_EACH = 8;
const ADULT_YEARS = 18;
const OLDEST_YEARS = 80;
const wishes = ["I'd like to make an appointment.", "I'd like to book an appointment please."] as const;

/**
 * Callers for a practice of which nothing is known but its file: somebody new for each offering that can be booked, one who asks
 * for the opening hours, and, where callers can prove who they are, one who moves and one who cancels an appointment. Their
 * personal data is invented.
 */
export function madeCallers(practice: Practice): readonly Caller[] {
  const random = seededRandom(SEED);
  const reasons = reasonsToCall(practice);
  const [first] = reasons;
  if (first === undefined) return [];
  const strangers = peopleWithNumbers(practice, reasons.length + 3, random);
  const booking = reasons.map((reason, index) => {
    const caller = callerFor(practice, reason, { person: strangers[index] as Inhabitant, index, random });
    const about = `Is new, and comes for ${reason.offering.name}.`;
    return { ...caller, name: `books-${kebab(reason.offering.id)}`, about };
  });
  const [asking, moving, cancelling] = strangers
    .slice(reasons.length)
    .map((person, index) =>
      callerFor(practice, first, { person, index: reasons.length + index, random }),
    ) as [Caller, Caller, Caller];
  const hours = practice.facts.find(({ topic }) => topic === "hours");
  const known = (caller: Caller) => ({ ...caller, truth: { ...caller.truth, seenBefore: true } });
  const provable = practice.identity === "nameAndBirth" || practice.askFor.includes("services");
  return [
    ...booking,
    {
      ...asking,
      name: "asks-for-the-hours",
      about: "Only wants to know when you are open.",
      opening: "What are your opening hours?",
      errand: { ...noErrand, answer: hours?.answer ?? "We are open" },
      outcome: "answered",
    },
    ...(provable ? [moves(known(moving)), cancels(known(cancelling))] : []),
  ];
}

function moves(caller: Caller): Caller {
  const about = "Has an appointment and takes another time.";
  return {
    ...caller,
    name: "moves",
    about,
    opening: "I need to reschedule my appointment.",
    outcome: "moved",
  };
}

function cancels(caller: Caller): Caller {
  const about = "Has an appointment and cancels it.";
  const errand = { ...noErrand, reason: "I can't come" };
  return {
    ...caller,
    name: "cancels",
    about,
    opening: "I'd like to cancel my appointment.",
    errand,
    outcome: "cancelled",
  };
}

interface Who {
  readonly person: Inhabitant;
  readonly index: number;
  readonly random: Random;
}

function callerFor(practice: Practice, reason: ReasonToCall, { person, index, random }: Who): Caller {
  const { given, family, phone, email, address, memberId, groupNumber } = person.details;
  const payer = payerFor(practice, reason.offering, random);
  const insured = payer !== "self";
  const voices = Object.keys(voiceTable);
  return {
    name: "",
    about: "",
    practice: practice.id,
    voice: voices[index % voices.length] as string,
    opening: openingFor(reason, random),
    truth: {
      given,
      family,
      dateOfBirth: birthDateFor(reason.offering, random),
      phone: phone ?? "",
      email,
      address: address === null ? null : spokenAddress(address),
      payer,
      payerSpoken: payers.find(({ id }) => id === payer)?.name ?? payer,
      // Figures alone: spelling is tried by callers of its own.
      memberId: insured && memberId !== null ? memberId.replaceAll(/\D/g, "") : null,
      groupNumber: insured ? groupNumber : null,
      seenBefore: false,
      complaint: reason.complaint ?? "",
      duration: { spoken: "three days", iso: "P3D" },
      pain: 3,
      car: reason.services.length === 0 ? null : carFor(reason, random),
    },
    wish: { doctor: null, days: "any" },
    habits: plainHabits,
    errand: noErrand,
    outcome: "booked",
  };
}

/** So many people, each with a number of their own. */
function peopleWithNumbers(practice: Practice, count: number, random: Random): readonly Inhabitant[] {
  const people = population({ practice, count: count * PEOPLE_EACH, random, today: madeOn });
  return [...new Map(people.map((one) => [one.details.phone, one])).values()].slice(0, count);
}

/** Whoever needs something done says so; what somebody has is asked. */
function openingFor({ services }: ReasonToCall, random: Random): string {
  return services.length === 0 ? random.pick(wishes) : `I need ${spokenServices(services)}.`;
}

/** An insurer that the offering and somebody who has it take, else the caller pays themselves. */
function payerFor({ payers: taken, resources }: Practice, { id, rules }: Offering, random: Random): string {
  const able = resources.filter(({ offerings }) => offerings.includes(id));
  const fitting = taken.filter(
    (payer) => (rules.payers?.includes(payer) ?? true) && able.some((one) => takesPayer(one, payer)),
  );
  return fitting.length === 0 ? "self" : random.pick(fitting);
}

/** Somebody of an age that the offering is for, for years to come. */
function birthDateFor({ rules }: Offering, random: Random): string {
  const { minAgeYears, maxAgeYears } = rules;
  const most = maxAgeYears === null ? OLDEST_YEARS : Math.ceil(maxAgeYears / 2);
  const least = minAgeYears ?? Math.min(ADULT_YEARS, most);
  const years = Math.floor(random.between(least, Math.max(least, most)));
  return madeOn.subtract({ years, days: Math.floor(random.between(1, 364)) }).toString();
}

function spokenAddress({ number, street, city, state, zip }: Address): CallerAddress {
  const known = states.find(({ code }) => code === state)?.spoken[0] ?? state ?? "";
  return {
    number: number ?? "",
    street: street ?? "",
    city: city ?? "",
    state: state ?? "",
    stateSpoken: known.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    zip: zip ?? "",
  };
}

function carFor({ services }: ReasonToCall, random: Random): CallerCar {
  const { year, make, model, plate } = newVehicle(random, madeOn, new Set());
  return {
    year: year ?? madeOn.year,
    make: make ?? "",
    model: model ?? "",
    plate,
    vin: null,
    mileage: null,
    work: spokenServices(services),
    services,
    waits: false,
  };
}

/** `newPatient` as `new-patient`. */
function kebab(id: string): string {
  return id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
