import type { Booking, PersonDetails, Proof, VisitDetails } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import type { Opening, OpeningsWanted } from "../../core/scheduling/opening.ts";
import type { CallId, EpochMs, RequestId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { KnownPerson, Ledger, RequestKey } from "../ledger.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** A ledger of a test's own, and the clock that it asks. */
export interface LedgerUnderTest extends AsyncDisposable {
  readonly ledger: Ledger;
  readonly clock: VirtualClock;
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

export const visit: VisitDetails = {
  complaint: "a cough that does not go away",
  complaintCategory: "respiratory",
  duration: "P2W",
  pain: 2,
  urgency: "routine",
  services: [],
  waiting: null,
  mileage: null,
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
  readonly practice: Practice;
  #numbered = 1000;

  constructor({ ledger }: LedgerUnderTest, practice = testPractice) {
    this.ledger = ledger;
    this.practice = practice;
  }

  /** A key that nobody has used. */
  next(call: CallId): RequestKey {
    this.#numbered += 1;
    return key(call, this.#numbered);
  }

  async openings(wanted: Partial<OpeningsWanted> = {}): Promise<readonly Opening[]> {
    return this.ledger.findOpenings(this.practice.id, { ...anyOpening, ...wanted });
  }

  async firstOpening(wanted: Partial<OpeningsWanted> = {}): Promise<Opening> {
    return must((await this.openings({ count: 1, ...wanted }))[0] ?? "nothing is open");
  }

  /** The first opening on the day so many days after that of an instant, or later. */
  async later(than: EpochMs, days: number, wanted: Partial<OpeningsWanted> = {}): Promise<Opening> {
    const zoned = Temporal.Instant.fromEpochMilliseconds(than).toZonedDateTimeISO(this.practice.timeZone);
    const from = zoned.toPlainDate().add({ days });
    return this.firstOpening({ ...wanted, days: [{ from, to: null, weekdays: null, except: [] }] });
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
    return must(await this.ledger.hold(this.practice.id, opening, key));
  }

  async booked(call: CallId, details: Partial<PersonDetails> = {}, opening?: Opening): Promise<Booking> {
    const hold = await this.held(opening ?? (await this.firstOpening()), this.next(call));
    const person = hide({ ...ana, ...details });
    return must(await this.ledger.book(hold.hold, person, hide(visit), this.next(call)));
  }

  async identified(call: CallId, proof: Proof = bornAs()): Promise<KnownPerson> {
    return must(await this.ledger.identify(this.practice.id, hide(proof), this.next(call)));
  }
}

function must<T extends object>(answer: T | string): T {
  if (typeof answer === "string") throw new Error(`The ledger answered: ${answer}`);
  return answer;
}
