import type {
  Booking,
  PersonDetails,
  Proof,
  VehicleDetails,
  VisitDetails,
} from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import type { Opening, OpeningsWanted } from "../../core/scheduling/opening.ts";
import { openingId } from "../../core/scheduling/opening-id.ts";
import type { CallId, EpochMs, RequestId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { KnownPerson, Ledger, Refused, RequestKey } from "../ledger.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** A ledger of a test's own, the clock that it asks, and the practice that it serves. */
export interface LedgerUnderTest {
  readonly ledger: Ledger;
  readonly clock: VirtualClock;
  readonly practice: Practice;
  /** The practice file is edited while callers are on the line. */
  changePractice(changed: Practice): void;
}

/** Makes a fresh, empty ledger that serves this practice. */
export type OpenLedger = (practice?: Practice) => Promise<LedgerUnderTest>;

export const ana: PersonDetails = {
  given: "Ana",
  family: "Marsh",
  dateOfBirth: "1980-01-02",
  phone: "+15035550111",
  email: "ana@example.com",
  address: null,
  addressState: null,
  payer: "aetna",
  memberId: "W123456789",
  groupNumber: null,
  vehicle: null,
};

export const civic: VehicleDetails = {
  id: null,
  year: 2018,
  make: "Honda",
  model: "Civic",
  plate: "ABC 123",
  vin: "2HGFC2F59JH500017",
  mileage: 41_000,
};

export const visit: VisitDetails = {
  complaint: "a cough that does not go away",
  complaintCategory: "respiratory",
  duration: "P2W",
  pain: 2,
  urgency: "routine",
  services: [],
  waiting: null,
  mileage: null,
  referral: null,
};

export const anyOpening: OpeningsWanted = {
  offering: "newPatient",
  resources: [],
  days: [],
  times: [],
  refused: [],
  order: "earliest",
  count: 3,
};

export function key(call: CallId, request: RequestId): RequestKey {
  return { call, request };
}

export function bornAs({ given, family, dateOfBirth }: PersonDetails = ana): Proof {
  return { kind: "nameAndBirth", given, family, dateOfBirth: dateOfBirth ?? "" };
}

/** What callers do on the way to what a test is about. Each step uses request numbers of its own and must succeed. */
export class LedgerScene {
  readonly ledger: Ledger;
  readonly clock: VirtualClock;
  readonly practice: Practice;
  readonly changePractice: LedgerUnderTest["changePractice"];
  #numbered = 1000;

  constructor({ ledger, clock, practice, changePractice }: LedgerUnderTest) {
    this.ledger = ledger;
    this.clock = clock;
    this.practice = practice;
    this.changePractice = changePractice;
  }

  /** A key that nobody has used. */
  next(call: CallId): RequestKey {
    this.#numbered += 1;
    return key(call, this.#numbered);
  }

  async openings(wanted: Partial<OpeningsWanted> = {}): Promise<readonly Opening[]> {
    const found = await this.ledger.findOpenings(this.practice.id, { ...anyOpening, ...wanted });
    return granted(found).openings;
  }

  async firstOpening(wanted: Partial<OpeningsWanted> = {}): Promise<Opening> {
    return granted((await this.openings({ count: 1, ...wanted }))[0] ?? "nothing is open");
  }

  /** The first opening on the day so many days after that of an instant, or later. */
  async later(than: EpochMs, days: number, wanted: Partial<OpeningsWanted> = {}): Promise<Opening> {
    const zoned = Temporal.Instant.fromEpochMilliseconds(than).toZonedDateTimeISO(this.practice.timeZone);
    const from = zoned.toPlainDate().add({ days });
    return this.firstOpening({ ...wanted, days: [{ from, to: null, weekdays: null, except: [] }] });
  }

  /** The same resource and offering at another time. */
  shifted({ resource, also, offering, start, end }: Omit<Opening, "id">, minutes: number): Opening {
    const name = { resource, also, offering, start: start + minutes * 60_000 };
    return { id: openingId(name), ...name, end: end + minutes * 60_000 };
  }

  /** Whether the time of a booking could be booked by somebody else. */
  async isOpen({ resource, offering, start }: Booking): Promise<boolean> {
    const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(this.practice.timeZone);
    const [day, time] = [zoned.toPlainDate(), zoned.toPlainTime()];
    const days = [{ from: day, to: day, weekdays: null, except: [] }];
    const times = [{ from: time, to: time.add({ minutes: 1 }) }];
    return (await this.openings({ offering, resources: [resource], days, times })).length > 0;
  }

  async held(opening: Opening, key: RequestKey) {
    return granted(await this.ledger.hold(this.practice.id, opening, key));
  }

  async booked(call: CallId, details: Partial<PersonDetails> = {}, opening?: Opening): Promise<Booking> {
    const hold = await this.held(opening ?? (await this.firstOpening()), this.next(call));
    const person = hide({ ...ana, ...details });
    return granted(await this.ledger.book(hold.hold, person, hide(visit), this.next(call)));
  }

  async identified(call: CallId, proof: Proof = bornAs()): Promise<KnownPerson> {
    return granted(await this.ledger.identify(this.practice.id, hide(proof), this.next(call)));
  }
}

/** What was asked for and must be had for a test to make sense. */
export function granted<T extends object>(answer: T | string | Refused): T {
  if (typeof answer === "string") throw new Error(`The ledger answered: ${answer}`);
  if (isRefused(answer)) throw new Error(`The ledger refused it: ${answer.reason}`);
  return answer;
}

function isRefused(answer: object | Refused): answer is Refused {
  return "kind" in answer && answer.kind === "notEligible";
}
