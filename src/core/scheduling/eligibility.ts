import type { Offering, Practice, Resource } from "../practice/practice.ts";
import type { EpochMs, OfferingId, ResourceId } from "../values/ids.ts";
import { businessDayOf, businessDays } from "./business-days.ts";
import type { Opening } from "./opening.ts";

/** Who a visit is for, as far as the rules of offerings and resources ask; null = not told. */
export interface Attendee {
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string | null;
  /** Payer id, or `self`. */
  readonly payer: string | null;
  readonly referral: boolean | null;
  /** On file from before this call. */
  readonly known: boolean | null;
}

/** Which rule stands against somebody. `payer` may be the offering's rule, or that of everybody who has it. */
export type Ineligible = "age" | "payer" | "referral" | "onlyNew" | "onlyKnown";

export const anybody: Attendee = { dateOfBirth: null, payer: null, referral: null, known: null };

/** What speaks against such a person having the offering on that day; null when nothing that is known does. */
export function ineligibleFor(
  { rules, newPeople, knownPeople }: Offering,
  attendee: Attendee,
  on: Temporal.PlainDate,
): Ineligible | null {
  const { dateOfBirth, payer, referral, known } = attendee;
  if (known === true && !knownPeople) return "onlyNew";
  if (known === false && !newPeople) return "onlyKnown";
  if (dateOfBirth !== null && !isOfAge(rules, dateOfBirth, on)) return "age";
  if (payer !== null && !(rules.payers?.includes(payer) ?? true)) return "payer";
  return rules.referral && referral === false ? "referral" : null;
}

/** The same when it is to be booked: a rule whose question nobody has answered stands too, but who pays may be told later. */
function ineligibleToBook(offering: Offering, attendee: Attendee, on: Temporal.PlainDate): Ineligible | null {
  const { minAgeYears, maxAgeYears, referral } = offering.rules;
  if (attendee.dateOfBirth === null && (minAgeYears !== null || maxAgeYears !== null)) return "age";
  if (referral && attendee.referral !== true) return "referral";
  return ineligibleFor(offering, attendee, on);
}

/** Whoever pays for themselves is taken by everybody. */
export function takesPayer({ payers }: Pick<Resource, "payers">, payer: string | null): boolean {
  return payers === null || payer === null || payer === "self" || payers.includes(payer);
}

/** What speaks against such a person having this opening, when it is looked at or held, and when it is booked. */
export function ineligibleForOpening(
  practice: Practice,
  opening: Pick<Opening, "offering" | "resource" | "start">,
  attendee: Attendee,
  asking: "hold" | "book",
): Ineligible | null {
  const offering = practice.offerings.find(({ id }) => id === opening.offering);
  const resource = practice.resources.find(({ id }) => id === opening.resource);
  if (offering === undefined || resource === undefined) return null;
  const { date } = businessDayOf(opening.start, practice.timeZone);
  const rule = asking === "book" ? ineligibleToBook : ineligibleFor;
  return rule(offering, attendee, date) ?? (takesPayer(resource, attendee.payer) ? null : "payer");
}

/**
 * What speaks against such a person having the offering with any of these resources on any day that can be booked; null when
 * there is a day and a resource, whatever is free there.
 */
export function neverEligible(
  practice: Practice,
  { offering: id, resources }: { readonly offering: OfferingId; readonly resources: readonly ResourceId[] },
  attendee: Attendee,
  now: EpochMs,
): Ineligible | null {
  const offering = practice.offerings.find((one) => one.id === id);
  const able = practice.resources.filter(
    (one) => one.offerings.includes(id) && (resources.length === 0 || resources.includes(one.id)),
  );
  if (offering === undefined || able.length === 0) return null;
  const [reason = null, ...others] = businessDays(practice, now).map(({ date }) =>
    ineligibleFor(offering, attendee, date),
  );
  if (reason !== null && !others.includes(null)) return reason;
  return able.some((one) => takesPayer(one, attendee.payer)) ? null : "payer";
}

/** Birthdays on 29 February are had on the 28th or on 1 March, as `Temporal` counts whole years. */
function isOfAge(
  { minAgeYears, maxAgeYears }: Offering["rules"],
  dateOfBirth: string,
  on: Temporal.PlainDate,
): boolean {
  const { years } = Temporal.PlainDate.from(dateOfBirth).until(on, { largestUnit: "years" });
  return (minAgeYears === null || minAgeYears <= years) && (maxAgeYears === null || years <= maxAgeYears);
}
