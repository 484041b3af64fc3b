import type { Practice } from "../core/practice/practice.ts";
import type { EpochMs } from "../core/values/ids.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Caller } from "./caller.ts";
import { firstVisitOf } from "./first-visit.ts";
import { gradeCall } from "./grade.ts";
import { changesBetween, type LedgerChanges } from "./ledger-changes.ts";
import { memoryOffice } from "./memory-office.ts";
import { seededRandom } from "./random.ts";
import { randomCaller } from "./random-caller.ts";
import { Invariants, type Violation } from "./virtual/invariants.ts";
import { type Manners, randomManners } from "./virtual/manners.ts";
import { randomTrouble, type Trouble } from "./virtual/trouble.ts";
import { callVirtually, type VirtualCall, type VirtualMoment } from "./virtual-call.ts";

/** One call of a simulation, with everything that was broken in it. */
export interface SimulatedCall {
  readonly seed: number;
  readonly caller: Caller;
  readonly manners: Manners;
  readonly trouble: Trouble;
  readonly call: VirtualCall;
  /** What it did to the ledger. */
  readonly changes: LedgerChanges;
  readonly violations: readonly Violation[];
  /** The call has written what the caller came for, or something else. */
  readonly booked: boolean;
  /** Why the caller did not get what they wanted; empty when they did. Misfortune is no violation. */
  readonly misfortunes: readonly string[];
}

const DAY_MS = 24 * 60 * 60_000;
/** A Monday, nine in the morning in Portland; seeds call on other days and at other hours. */
const monday: EpochMs = Date.UTC(2026, 2, 2, 17);

/**
 * Everything about the call follows from the seed: who calls, how, on what kind of line, on which day. `assist` has a language
 * model asked too.
 */
export async function simulateCall(
  practice: Practice,
  seed: number,
  assist?: (perform: Perform) => Perform,
): Promise<SimulatedCall> {
  const random = seededRandom(seed);
  const caller = randomCaller(practice, random);
  const manners = randomManners(random);
  const trouble = randomTrouble(random);
  const instant =
    monday + Math.floor(random.between(0, 60)) * DAY_MS + Math.floor(random.between(-8, 12)) * 3_600_000;
  const office = memoryOffice(practice, instant);
  const options = { practice, perform: office.perform, onTime: office.moveTo, instant };
  if (caller.truth.seenBefore)
    await callVirtually({ ...options, caller: firstVisitOf(caller), seed, how: "typed" });
  const before = office.seen();
  const callId = `CA${caller.name}-${seed}`;
  const invariants = new Invariants(trouble, () => office.committedBy(callId));
  let last: VirtualMoment | null = null;
  const watch = (moment: VirtualMoment) => {
    last = moment;
    invariants.look(moment);
  };
  const { snatch } = office;
  const call = await callVirtually({
    ...options,
    ...(assist && { perform: assist(office.perform), assisted: true }),
    caller,
    seed,
    how: "spoken",
    manners,
    trouble,
    snatch,
    watch,
  });
  if (last !== null) invariants.lookBack(last);
  const changes = changesBetween(before, office.seen());
  const booking = changes.booked[0] ?? null;
  const { timeZone } = practice;
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const misfortunes = gradeCall({ caller, changes, ...call.knows, today, practice });
  const violations = [...invariants.violations, ...wrongWrites({ caller, practice, trouble }, changes)];
  return { seed, caller, manners, trouble, call, changes, violations, booked: booking !== null, misfortunes };
}

/** Who a booking is for is what the caller said and heard read back, unless they were misheard; and it is made once. */
function wrongWrites(
  {
    caller,
    practice,
    trouble,
  }: { readonly caller: Caller; readonly practice: Practice; readonly trouble: Trouble },
  { booked }: LedgerChanges,
): Violation[] {
  const [booking] = booked;
  if (booking === undefined) return [];
  if (booked.length > 1)
    return [{ at: 0, promise: "a booking is made once", found: `there are ${booked.length}` }];
  const { misheard, missing, late } = trouble.recognizer;
  // Where the last words of a sentence never come, what was understood until then must do.
  if (misheard + missing + late > 0) return [];
  const parts = ["given", "family", "dateOfBirth", "phone"] as const;
  return parts
    .filter((part) => part !== "dateOfBirth" || practice.askFor.includes(part))
    .filter((part) => booking.details[part] !== caller.truth[part])
    .map((part) => {
      const found = `${part} is ${booking.details[part]}, not ${caller.truth[part]}`;
      return { at: 0, promise: "a booking is what the caller said", found };
    });
}
