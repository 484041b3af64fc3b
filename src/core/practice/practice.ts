import type { OfferingId, PracticeId, ResourceId } from "../values/ids.ts";

/** `HH:MM`, 24-hour, in the practice's zone. */
export type ClockTime = string;
/** ISO weekday, 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface HoursSpan {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/** Open spans by weekday; a missing day is closed. Spans of a day are sorted and do not overlap. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly HoursSpan[] };

/** A bookable person or room, with its own hours inside those of the practice. */
export interface Resource {
  readonly id: ResourceId;
  /** What is said: "Dr. Elena Garcia". */
  readonly name: string;
  /** Other ways callers name it: "garcia", "elena". */
  readonly alsoCalled: readonly string[];
  readonly role: string;
  readonly specialty: string | null;
  readonly languages: readonly string[];
  /** Payer ids accepted by this resource; `null` = all that the practice accepts. */
  readonly payers: readonly string[] | null;
  readonly offerings: readonly OfferingId[];
  /** 0–5, used only to order otherwise equal candidates. */
  readonly rating: number;
  readonly hours: WeeklyHours;
  readonly location: string | null;
  /** Days away, as `YYYY-MM-DD`. */
  readonly daysOff: readonly string[];
  /** What a booking of another resource may need it for: `lift`, `loaner`, `room`, `advisor`. */
  readonly skills: readonly string[];
  /** Bookings that it takes at the same time, from 1: a waiting area or a drop-off lane takes several. */
  readonly capacity: number;
}

/** What is booked, with its duration. */
export interface Offering {
  readonly id: OfferingId;
  /** What is said: "a new-patient visit". */
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly durationMinutes: number;
  /** Kept free after each booking. */
  readonly paddingMinutes: number;
  /** Complaint categories of `core/language` that lead to this offering. */
  readonly complaints: readonly string[];
  readonly newPeople: boolean;
  readonly knownPeople: boolean;
  /** Said when asked; `null` = nothing to prepare. */
  readonly preparation: string | null;
  /** Skills of the further resources that a booking takes for the same time, one resource for each. */
  readonly needs: readonly string[];
  /** Service ids of `core/language` that lead to this offering. */
  readonly services: readonly string[];
  /** `null` = no price is told. */
  readonly price: PriceRange | null;
  readonly rules: OfferingRules;
  /** Whether the customer may wait for it to be done; else it is dropped off. */
  readonly waiting: boolean;
}

/** In cents of the practice's currency, both inclusive. */
export interface PriceRange {
  readonly fromCents: number;
  readonly toCents: number;
}

/** Who may have an offering; `null` = nothing is asked of them. */
export interface OfferingRules {
  readonly minAgeYears: number | null;
  readonly maxAgeYears: number | null;
  readonly payers: readonly string[] | null;
  /** Only with a referral. */
  readonly referral: boolean;
}

/** Whom a message or a call can be for. */
export interface Staff {
  readonly id: string;
  /** What is said: "Maria Santos". */
  readonly name: string;
  readonly alsoCalled: readonly string[];
  /** "billing", "service"; `null` = none. */
  readonly department: string | null;
}

/** A fact of the practice that may be said when asked. */
export interface Fact {
  readonly id: string;
  /** Topic of `core/language` questions: hours, location, parking, price, insurance, preparation, directions … */
  readonly topic: string;
  readonly alsoAsked: readonly string[];
  readonly answer: string;
}

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly directions: string | null;
}

export interface PracticeWording {
  readonly greeting: string;
  readonly closedGreeting: string | null;
  /** Said in its place on a holiday or a closure; `null` = the same as after hours. */
  readonly holidayGreeting: string | null;
  readonly goodbye: string;
  /** Said first; never interruptible. */
  readonly assistantDisclosure: string;
  /** `null` = calls are not recorded. */
  readonly recordingDisclosure: string | null;
  readonly emergencyInstruction: string;
  readonly crisisInstruction: string;
}

export interface Practice {
  readonly id: PracticeId;
  readonly kind: "clinic" | "autoService" | "other";
  readonly name: string;
  /** IANA zone: `America/Los_Angeles`. All clock times of the practice are in it. */
  readonly timeZone: string;
  /** E.164 numbers that ring here; callers of the practice's own numbers. */
  readonly numbers: readonly string[];
  /** Whether who agrees gets confirmations as texts, from the first of `numbers`. */
  readonly texts: boolean;
  /** Where people are transferred to, E.164; `null` = a call-back ticket is taken. */
  readonly transferTo: string | null;
  readonly hours: WeeklyHours;
  readonly holidays: { readonly country: string; readonly region: string | null };
  /** Days closed beside the holidays, as `YYYY-MM-DD`. */
  readonly closures: readonly string[];
  /** Least warning before an appointment and farthest day that can be booked. */
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  /** Openings start on multiples of this many minutes. */
  readonly gridMinutes: number;
  readonly locations: readonly Location[];
  readonly resources: readonly Resource[];
  readonly offerings: readonly Offering[];
  readonly people: readonly Staff[];
  /** How people prove who they are: by name and date of birth, or by their number and one thing more. */
  readonly identity: "nameAndBirth" | "phoneAndOne";
  /** Payer ids of `core/language` that the practice accepts. */
  readonly payers: readonly string[];
  /** Hints for the recognizer: towns and streets around the practice. */
  readonly area: {
    readonly state: string;
    readonly cities: readonly string[];
    readonly streets: readonly string[];
  };
  readonly facts: readonly Fact[];
  readonly wording: PracticeWording;
  /** The address that booking copies go to and messages come from. */
  readonly email: { readonly from: string; readonly staff: readonly string[] };
  /** Order in which the booking task asks; ids of fields known to `core/dialogue`. */
  readonly askFor: readonly string[];
}
