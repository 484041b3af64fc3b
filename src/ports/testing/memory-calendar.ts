import type { Booking, PersonDetails, VisitDetails } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import { type Busy, freeTime } from "../../core/scheduling/free-time.ts";
import { overlaps } from "../../core/scheduling/intervals.ts";
import type { Opening } from "../../core/scheduling/opening.ts";
import { withPadding } from "../../core/scheduling/openings.ts";
import type { BookingId, CallId, EpochMs, HoldId, PersonId } from "../../core/values/ids.ts";

export interface MemoryHold {
  readonly id: HoldId;
  readonly call: CallId;
  readonly opening: Opening;
  readonly expires: EpochMs;
  readonly taken: readonly Busy[];
  /** Good for moving this booking only, whose own time counts as free. */
  readonly replaces: BookingId | null;
}

export interface MemoryBooking extends Booking {
  readonly details: PersonDetails;
  readonly visit: VisitDetails;
  readonly call: CallId | null;
  readonly bookedAt: EpochMs;
  readonly changedAt: EpochMs;
  readonly sequence: number;
  readonly reason: string | null;
}

const HOLD_MS = 120_000;
const signs = "3467ACDEFGHJKMNPQRTWXY";

/** Holds and bookings, by the rules of the port. */
export class MemoryCalendar {
  readonly bookings: MemoryBooking[] = [];
  readonly #practice: Practice;
  readonly #now: () => EpochMs;
  readonly #holds = new Map<HoldId, MemoryHold>();
  readonly #taken = new Map<string, readonly Busy[]>();
  #numbered = 0;

  constructor(practice: Practice, now: () => EpochMs) {
    this.#practice = practice;
    this.#now = now;
  }

  get liveHolds(): readonly MemoryHold[] {
    return [...this.#holds.values()].filter(({ expires }) => expires > this.#now());
  }

  /** What is taken, but for the time of a booking that is to be replaced. */
  busyWithout(replaced: BookingId | null): readonly Busy[] {
    return this.#busyFor(null, replaced);
  }

  expireHolds(): void {
    for (const [id, hold] of this.#holds) this.#holds.set(id, { ...hold, expires: 0 });
  }

  /** A call holds one time at most; holding again gives up the one before. */
  hold(call: CallId, opening: Opening, replaces: BookingId | null = null): MemoryHold | null {
    const taken = this.#seats(opening, this.#busyFor(call, replaces));
    if (taken === null) return null;
    for (const hold of this.#holds.values()) if (hold.call === call) this.#holds.delete(hold.id);
    this.#numbered += 1;
    const id = `hold-${this.#numbered}`;
    const hold = { id, call, opening, expires: this.#now() + HOLD_MS, taken, replaces };
    this.#holds.set(id, hold);
    return hold;
  }

  renew(id: HoldId): EpochMs | null {
    const hold = this.ownLiveHold(id, null);
    if (hold === null) return null;
    const expires = this.#now() + HOLD_MS;
    this.#holds.set(id, { ...hold, expires });
    return expires;
  }

  /** With a call, only that call's. */
  ownLiveHold(id: HoldId, call: CallId | null): MemoryHold | null {
    const hold = this.#holds.get(id);
    if (hold === undefined || hold.expires <= this.#now()) return null;
    return call === null || hold.call === call ? hold : null;
  }

  drop(id: HoldId, call: CallId): void {
    if (this.#holds.get(id)?.call === call) this.#holds.delete(id);
  }

  book(
    hold: MemoryHold,
    person: PersonId,
    told: Pick<MemoryBooking, "details" | "visit" | "call">,
  ): MemoryBooking {
    this.#holds.delete(hold.id);
    return this.#record(hold, person, told);
  }

  /** Somebody takes the time whom the test says nothing about, whoever holds it. */
  takeAway(opening: Opening, told: Pick<MemoryBooking, "details" | "visit" | "call">): void {
    for (const [id, hold] of this.#holds) if (overlapping(hold.opening, opening)) this.#holds.delete(id);
    const taken = this.#seats(opening, this.#busyFor(null, null));
    if (taken !== null) this.#record({ opening, taken }, "somebody", told);
  }

  cancel(booking: MemoryBooking, reason: string | null): MemoryBooking {
    this.#taken.delete(booking.id);
    this.#dropHoldsFor(booking.id);
    const sequence = booking.sequence + 1;
    return this.change(booking, { state: "cancelled", sequence, reason });
  }

  move(booking: MemoryBooking, hold: MemoryHold): MemoryBooking {
    this.#holds.delete(hold.id);
    this.#dropHoldsFor(booking.id);
    this.#taken.set(booking.id, hold.taken);
    const { id: _, ...place } = hold.opening;
    return this.change(booking, { ...place, state: "booked", sequence: booking.sequence + 1 });
  }

  change(booking: MemoryBooking, news: Partial<MemoryBooking>): MemoryBooking {
    const changed = { ...booking, changedAt: this.#now(), ...news };
    this.bookings[this.bookings.indexOf(booking)] = changed;
    return changed;
  }

  #record(
    { opening, taken }: Pick<MemoryHold, "opening" | "taken">,
    person: PersonId,
    { details, visit, call }: Pick<MemoryBooking, "details" | "visit" | "call">,
  ): MemoryBooking {
    const number = this.bookings.length + 1;
    const { id: _, ...place } = opening;
    const booking: MemoryBooking = {
      id: `booking-${number}`,
      confirmation: `K7M4${signs[Math.floor(number / signs.length) % signs.length]}${signs[number % signs.length]}`,
      person,
      ...place,
      messages: details.email === null ? [] : ["email"],
      mayAskToText: false,
      state: "booked",
      details,
      visit,
      call,
      bookedAt: this.#now(),
      changedAt: this.#now(),
      sequence: 0,
      reason: null,
    };
    this.#taken.set(booking.id, taken);
    this.bookings.push(booking);
    return booking;
  }

  /** A hold that counted on the booking's place has lost what keeps others from it. */
  #dropHoldsFor(booking: BookingId): void {
    for (const hold of this.#holds.values()) if (hold.replaces === booking) this.#holds.delete(hold.id);
  }

  #busyFor(call: CallId | null, replaced: BookingId | null): readonly Busy[] {
    const held = this.liveHolds.filter((hold) => call === null || hold.call !== call);
    const booked = [...this.#taken].filter(([booking]) => booking !== replaced);
    return [...held.flatMap(({ taken }) => taken), ...booked.flatMap(([, taken]) => taken)];
  }

  /** The first free seat of each resource; null when one has none. */
  #seats(opening: Opening, busy: readonly Busy[]): readonly Busy[] | null {
    const offering = this.#practice.offerings.find(({ id }) => id === opening.offering);
    if (offering === undefined) return null;
    const { start, end } = withPadding(opening, offering);
    const isFree = freeTime(this.#practice, busy);
    const resources = [opening.resource, ...opening.also];
    if (!resources.every((resource) => isFree(resource, { start, end }))) return null;
    return resources.map((resource) => {
      const seats = busy.filter((one) => one.resource === resource && overlaps(one, { start, end }));
      let seat = 1;
      while (seats.some((one) => one.seat === seat)) seat += 1;
      return { resource, seat, start, end };
    });
  }
}

function overlapping(one: Opening, other: Opening): boolean {
  const resources = [other.resource, ...other.also];
  return overlaps(one, other) && [one.resource, ...one.also].some((resource) => resources.includes(resource));
}
