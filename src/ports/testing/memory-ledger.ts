import type {
  Booking,
  Outcome,
  PersonDetails,
  Proof,
  Request,
  VisitDetails,
} from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import type { Busy } from "../../core/scheduling/free-time.ts";
import type { Opening } from "../../core/scheduling/opening.ts";
import { openings, withPadding } from "../../core/scheduling/openings.ts";
import type { EpochMs, HoldId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { Perform, RequestKey } from "../ledger.ts";

export interface MemoryPerson {
  readonly details: Partial<PersonDetails> & Pick<PersonDetails, "given" | "family" | "dateOfBirth">;
}

interface Hold {
  readonly id: HoldId;
  readonly opening: Opening;
  readonly expires: EpochMs;
}

export interface MemoryBooking extends Booking {
  readonly details: PersonDetails;
  readonly visit: VisitDetails;
}

const holdMs = 120_000;

/**
 * A ledger that forgets, for tests of conversations: the real rules of openings, holds that expire, one booking for one
 * request key. It takes `now` from a function, so that a test moves time.
 */
export class MemoryLedger {
  readonly practice: Practice;
  readonly #now: () => EpochMs;
  readonly #answers = new Map<string, Outcome>();
  readonly #holds = new Map<HoldId, Hold>();
  readonly people: MemoryPerson[] = [];
  readonly bookings: MemoryBooking[] = [];
  readonly tickets: { readonly about: string; readonly phone: string | null; readonly message: string }[] =
    [];
  /** Outcomes that stand in for the next requests of their kind, one each. */
  readonly instead: { readonly kind: Request["kind"]; readonly outcome: Outcome }[] = [];

  constructor(practice: Practice, now: () => EpochMs) {
    this.practice = practice;
    this.#now = now;
  }

  get liveHolds(): readonly Hold[] {
    return [...this.#holds.values()].filter(({ expires }) => expires > this.#now());
  }

  /** Two minutes have passed. */
  expireHolds(): void {
    for (const [id, hold] of this.#holds) this.#holds.set(id, { ...hold, expires: 0 });
  }

  /** Somebody else takes the time. */
  takeAway(opening: Opening): void {
    for (const [id, hold] of this.#holds) if (hold.opening.id === opening.id) this.#holds.delete(id);
    this.#record(opening, nobody, noVisit);
  }

  readonly perform: Perform = async (_practice, request, key) => {
    const index = this.instead.findIndex(({ kind }) => kind === request.kind);
    const [planned] = index < 0 ? [] : this.instead.splice(index, 1);
    if (planned !== undefined) return planned.outcome;
    const name = keyName(key);
    const answered = this.#answers.get(name);
    if (answered !== undefined) return answered;
    const outcome = this.#carryOut(request);
    this.#answers.set(name, outcome);
    return outcome;
  };

  #carryOut(request: Request): Outcome {
    switch (request.kind) {
      case "identify":
        return this.#identify(request.proof.reveal());
      case "checkAddress":
        return { kind: "addressChecked", state: "unverified", address: request.address };
      case "findOpenings":
        return {
          kind: "openings",
          openings: openings(this.practice, request.wanted, this.#busy(), this.#now(), new Set()),
        };
      case "hold":
        return this.#hold(request.opening);
      case "release":
        this.#holds.delete(request.hold);
        return { kind: "released" };
      case "book":
        return this.#book(request.hold, request.person.reveal(), request.visit.reveal());
      case "takeTicket":
        this.tickets.push({
          about: request.about,
          phone: request.phone?.reveal() ?? null,
          message: request.message.reveal(),
        });
        return { kind: "ticketTaken", ticket: `T${this.tickets.length}` };
      default:
        throw new Error(`The memory ledger does not do ${request.kind} yet`);
    }
  }

  #identify(asked: Proof): Outcome {
    if (asked.kind !== "nameAndBirth") return { kind: "newPerson" };
    const found = this.people.findIndex(({ details }) =>
      (["given", "family", "dateOfBirth"] as const).every(
        (part) => details[part]?.toLowerCase() === asked[part].toLowerCase(),
      ),
    );
    const person = this.people[found];
    if (person === undefined) return { kind: "newPerson" };
    return {
      kind: "knownPerson",
      person: `person-${found}`,
      details: hide(person.details),
      vehicles: hide([]),
    };
  }

  #busy(): readonly Busy[] {
    const taken = [...this.liveHolds.map(({ opening }) => opening), ...this.bookings];
    return taken.map(({ resource, offering, start, end }) => {
      const booked = this.practice.offerings.find(({ id }) => id === offering);
      return {
        resource,
        seat: 1,
        ...(booked === undefined ? { start, end } : withPadding({ start, end }, booked)),
      };
    });
  }

  #hold(opening: Opening): Outcome {
    const taken = this.#busy().some(
      (busy) => busy.resource === opening.resource && busy.start < opening.end && opening.start < busy.end,
    );
    if (taken) return { kind: "taken" };
    const hold = { id: `hold-${this.#holds.size + 1}`, opening, expires: this.#now() + holdMs };
    this.#holds.set(hold.id, hold);
    return { kind: "held", hold: hold.id, opening, expires: hold.expires };
  }

  #book(id: HoldId, person: PersonDetails, visit: VisitDetails): Outcome {
    const hold = this.#holds.get(id);
    if (hold === undefined) return { kind: "taken" };
    if (hold.expires <= this.#now()) return { kind: "expired" };
    this.#holds.delete(id);
    return { kind: "booked", booking: this.#record(hold.opening, person, visit) };
  }

  #record({ resource, offering, start, end }: Opening, details: PersonDetails, visit: VisitDetails): Booking {
    const number = this.bookings.length + 1;
    const booking: Booking = {
      id: `booking-${number}`,
      confirmation: `K7M4Q${"XYZTRHNP"[number % 8]}`,
      person: `person-of-${number}`,
      resource,
      also: [],
      offering,
      start,
      end,
      state: "booked",
      messages: details.email === null ? [] : ["email"],
    };
    this.bookings.push({ ...booking, details, visit });
    return booking;
  }
}

function keyName({ call, request }: RequestKey): string {
  return `${call}/${request}`;
}

const nobody: PersonDetails = {
  given: "Somebody",
  family: "Else",
  dateOfBirth: "1970-01-01",
  phone: null,
  email: null,
  address: null,
  addressState: null,
  payer: null,
  memberId: null,
  groupNumber: null,
  vehicle: null,
};
const noVisit: VisitDetails = {
  complaint: null,
  complaintCategory: null,
  duration: null,
  pain: null,
  urgency: "routine",
  services: [],
  waiting: null,
  mileage: null,
};
