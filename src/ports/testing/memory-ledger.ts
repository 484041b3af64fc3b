import type { Outcome, Request } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import type { Opening } from "../../core/scheduling/opening.ts";
import type { EpochMs } from "../../core/values/ids.ts";
import { offlineVehicleLookUp } from "../../partners/offline-vehicle-look-up.ts";
import type { AddressBook } from "../address-book.ts";
import { carryOutRequest } from "../carry-out-request.ts";
import type { Ledger, Perform, WaitingRecord } from "../ledger.ts";
import { type MemoryBooking, MemoryCalendar, type MemoryHold } from "./memory-calendar.ts";
import { type MemoryConsent, MemoryConsents } from "./memory-consents.ts";
import type { MemoryPerson } from "./memory-file.ts";
import { memoryLedgerPort } from "./memory-ledger-port.ts";
import { MemoryPeople } from "./memory-people.ts";
import type { MemoryTicket } from "./memory-state.ts";
import { plainPerson } from "./plain-person.ts";
import { plainVisit } from "./plain-visit.ts";

const addressBook: AddressBook = { check: async (address) => ({ state: "unverified", address }) };

/**
 * A ledger that forgets, for tests of conversations: the real rules of openings and all that the port promises, for one
 * practice. It takes `now` from a function, so that a test moves time. Tests read and change here what lies behind `port`.
 */
export class MemoryLedger {
  /** A test may change it, as whoever edits the practice file does. */
  practice: Practice;
  readonly port: Ledger;
  readonly people: MemoryPerson[];
  readonly tickets: MemoryTicket[] = [];
  readonly waitlist: WaitingRecord[] = [];
  /** Outcomes that stand in for the next requests of their kind, one each. */
  readonly instead: { readonly kind: Request["kind"]; readonly outcome: Outcome }[] = [];
  readonly consents: readonly MemoryConsent[];
  readonly #calendar: MemoryCalendar;
  readonly #now: () => EpochMs;

  constructor(practice: Practice, now: () => EpochMs) {
    this.practice = practice;
    this.#now = now;
    this.#calendar = new MemoryCalendar(practice, now);
    const people = new MemoryPeople(now);
    this.people = people.all;
    const consents = new MemoryConsents();
    this.consents = consents.all;
    const { tickets, waitlist } = this;
    const current = () => this.practice;
    const state = { now, calendar: this.#calendar, people, consents, tickets, waitlist };
    this.port = memoryLedgerPort({
      ...state,
      get practice() {
        return current();
      },
    });
  }

  /** In the order in which they were made. */
  get bookings(): readonly MemoryBooking[] {
    return this.#calendar.bookings;
  }

  get liveHolds(): readonly MemoryHold[] {
    return this.#calendar.liveHolds;
  }

  /** Two minutes have passed. */
  expireHolds(): void {
    this.#calendar.expireHolds();
  }

  /** Somebody else takes the time. */
  takeAway(opening: Opening): void {
    this.#calendar.takeAway(opening, {
      details: { ...plainPerson, given: "Somebody", family: "Else" },
      visit: plainVisit,
      call: null,
    });
  }

  readonly perform: Perform = async (practice, request, key) => {
    const index = this.instead.findIndex(({ kind }) => kind === request.kind);
    const [planned] = index < 0 ? [] : this.instead.splice(index, 1);
    if (planned !== undefined) return planned.outcome;
    const office = {
      ledger: this.port,
      addressBook,
      vehicleLookUp: offlineVehicleLookUp({ now: this.#now }),
    };
    return carryOutRequest(office, practice, request, key);
  };
}
