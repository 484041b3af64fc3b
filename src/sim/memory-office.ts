import type { Booking, Outcome, PersonDetails, Request } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { openings } from "../core/scheduling/openings.ts";
import type { CallId, EpochMs } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import type { Perform, RequestKey } from "../ports/ledger.ts";
import type { BookingSeen } from "./call-report.ts";
import type { Random } from "./random.ts";

/** The back office of calls in virtual time: openings, holds and bookings in memory, for one practice. */
export interface MemoryOffice {
  readonly perform: Perform;
  /** What was booked by a call, as the database would show it; null when nothing was. */
  bookingOf(call: CallId): BookingSeen | null;
}

const HOLD_MS = 120_000;
const confirmationSigns = "3467ACDEFGHJKMNPQRTWXY";

/** Time stands still at `now`: calls are shorter than anything that depends on it. Repeated keys get the first answer. */
export function memoryOffice(practice: Practice, now: EpochMs, random: Random): MemoryOffice {
  const held = new Map<string, Opening>();
  const bookings: BookingSeen[] = [];
  const people = new Map<string, PersonDetails>();
  const answers = new Map<string, Outcome>();

  const busy = () => [...held.values(), ...bookings.map(asOpening)];

  function answer(request: Request, key: RequestKey): Outcome {
    switch (request.kind) {
      case "identify":
        return identify(people, request.person.reveal());
      case "checkAddress":
        return { kind: "addressChecked", state: "unverified", address: request.address };
      case "findOpenings":
        return { kind: "openings", openings: openings(practice, request.wanted, busy(), now, new Set()) };
      case "hold": {
        const { opening } = request;
        if (busy().some((one) => overlap(one, opening))) return { kind: "taken" };
        const hold = `hold-${key.call}-${key.request}`;
        held.set(hold, opening);
        return { kind: "held", hold, opening, expires: now + HOLD_MS };
      }
      case "release":
        held.delete(request.hold);
        return { kind: "released" };
      case "book":
        return book(request, key);
      case "takeTicket":
        return { kind: "ticketTaken", ticket: `T${key.request}` };
    }
  }

  function book(request: Extract<Request, { kind: "book" }>, key: RequestKey): Outcome {
    const opening = held.get(request.hold);
    if (opening === undefined) return { kind: "expired" };
    held.delete(request.hold);
    const details = request.person.reveal();
    const confirmation = Array.from({ length: 6 }, () => random.pick([...confirmationSigns])).join("");
    const { resource, offering, start, end } = opening;
    bookings.push({
      confirmation,
      practice: practice.id,
      resource,
      offering,
      start,
      end,
      state: "booked",
      call: key.call,
      details,
      visit: request.visit.reveal(),
    });
    people.set(personKey(details), details);
    const messages: Booking["messages"] = details.email === null ? [] : ["email"];
    const id = `booking-${bookings.length}`;
    const person = `person-${people.size}`;
    return {
      kind: "booked",
      booking: { id, confirmation, person, resource, offering, start, end, messages },
    };
  }

  return {
    async perform(_practice, request, key) {
      const name = `${key.call}/${key.request}`;
      const outcome = answers.get(name) ?? answer(request, key);
      answers.set(name, outcome);
      return outcome;
    },
    bookingOf: (call) => bookings.find((booking) => booking.call === call) ?? null,
  };
}

type Identity = Pick<PersonDetails, "given" | "family" | "dateOfBirth">;

function identify(people: ReadonlyMap<string, PersonDetails>, person: Identity): Outcome {
  const found = people.get(personKey(person));
  return found === undefined
    ? { kind: "newPerson" }
    : { kind: "knownPerson", person: personKey(person), details: hide(found) };
}

function personKey({ given, family, dateOfBirth }: Identity): string {
  return `${given} ${family} ${dateOfBirth}`.toLowerCase();
}

function asOpening({ resource, offering, start, end }: BookingSeen): Opening {
  return { id: `${resource}@${start}/${offering}`, resource, offering, start, end };
}

function overlap(one: Opening, other: Opening): boolean {
  return one.resource === other.resource && one.start < other.end && other.start < one.end;
}
