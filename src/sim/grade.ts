import type { FieldId } from "../core/dialogue/field-ids.ts";
import { complaints } from "../core/language/en/complaint-table.ts";
import type { Address } from "../core/language/understanding.ts";
import type { BookingSeen } from "./call-report.ts";
import type { Caller, CallerAddress, CallerCar, CallerTruth, Outcome } from "./caller.ts";
import type { LedgerChanges } from "./ledger-changes.ts";
import { isNextWeek } from "./offers.ts";
import { squash } from "./squash.ts";
import { tellings } from "./tellings.ts";

export interface CallEvidence {
  readonly caller: Caller;
  /** What the call has done to the database. */
  readonly changes: LedgerChanges;
  /** The words in which the agent said that it was booked; null when it did not. */
  readonly heardBooked: string | null;
  readonly heardEmergency: boolean;
  /** Names of the outcomes that the caller was told of. */
  readonly told: ReadonlySet<string>;
  /** The day of the call in the practice's zone. */
  readonly today: Temporal.PlainDate;
  readonly practice: PracticeGraded;
}

/** What a grade depends on beside the caller: the practice's zone, and what it asks of callers. */
export interface PracticeGraded {
  readonly timeZone: string;
  readonly askFor: readonly string[];
}

type Change = "booked" | "moved" | "cancelled" | "confirmed" | "waiting" | "callsStopped";

/** The one change that each outcome wants; the others are wrong writes. */
const wanted: Readonly<Partial<Record<Outcome, Change>>> = {
  booked: "booked",
  moved: "moved",
  cancelled: "cancelled",
  confirmed: "confirmed",
  waiting: "waiting",
  stopped: "callsStopped",
};
const missing: Readonly<Record<Change, string>> = {
  booked: "There is no booking.",
  moved: "The appointment is at its old time.",
  cancelled: "The appointment is not cancelled.",
  confirmed: "The appointment is not confirmed.",
  waiting: "Nobody is on the waiting list.",
  callsStopped: "The number may still be called.",
};
const unwanted: Readonly<Record<Change, string>> = {
  booked: "There is a booking that nobody wanted.",
  moved: "An appointment was moved that should have stayed.",
  cancelled: "An appointment was cancelled that should have stayed.",
  confirmed: "An appointment was confirmed that nobody spoke about.",
  waiting: "Somebody is on the waiting list who did not want to be.",
  callsStopped: "A number is not to be called whose owner did not say so.",
};
/** Holds the database against what the caller wanted. An empty list is a pass; each fault is one sentence. */
export function gradeCall(evidence: CallEvidence): readonly string[] {
  const { caller, changes, heardEmergency, told } = evidence;
  const outcomes = [caller.outcome, ...(caller.next === undefined ? [] : [caller.next.outcome])];
  const faults = [...changeFaults(outcomes, changes), ...textFaults(evidence, outcomes)];
  if (caller.outcome === "emergency" && !heardEmergency)
    faults.push("The emergency instruction was not heard.");
  if (outcomes.some((outcome) => ["message", "callBack"].includes(outcome)) && changes.tickets === 0)
    faults.push("The message was not taken.");
  const untold = outcomes.filter((outcome) => !(tellings[outcome]?.some((one) => told.has(one)) ?? true));
  if (untold.length > 0) faults.push("The caller was not told that it is done.");
  if ((caller.errand?.answer ?? null) !== null && !told.has("answer"))
    faults.push("The question was not answered.");
  const [booking] = changes.booked;
  if (outcomes.includes("booked") && booking !== undefined)
    faults.push(...personFaults(evidence, booking), ...visitFaults(evidence, booking));
  const [moved] = changes.moved;
  if (caller.outcome === "moved" && moved !== undefined) faults.push(...dayFaults(evidence, moved));
  return faults;
}

/** Nobody is asked twice, and what is kept is what they have said. */
function textFaults({ caller, changes }: CallEvidence, outcomes: readonly Outcome[]): string[] {
  const stops = outcomes.some((outcome) => outcome === "stopped" || outcome === "textsStopped");
  if (stops) return changes.textsRefused === 1 ? [] : ["The number may still be texted."];
  const { wantsTexts } = caller.habits;
  if (changes.textsAllowed > 0 && !wantsTexts) return ["Texts are allowed that were not wanted."];
  return changes.textsRefused > 0 && wantsTexts ? ["Texts are refused that were wanted."] : [];
}

function changeFaults(outcomes: readonly Outcome[], changes: LedgerChanges): string[] {
  const counts: Readonly<Record<Change, number>> = {
    booked: changes.booked.length,
    moved: changes.moved.length,
    cancelled: changes.cancelled.length,
    confirmed: changes.confirmed.length,
    waiting: changes.waiting,
    callsStopped: changes.callsStopped,
  };
  return (Object.keys(counts) as Change[]).flatMap((change) => {
    const [count, due] = [counts[change], outcomes.filter((outcome) => wanted[outcome] === change).length];
    if (count === due) return [];
    return [count < due ? missing[change] : unwanted[change]];
  });
}

/** What the practice asks for is as the caller has it; nothing else is kept. */
function personFaults({ caller, practice }: CallEvidence, { details }: BookingSeen): string[] {
  const { truth } = caller;
  const { given, family, phone, email, dateOfBirth, payer, memberId, groupNumber, address, vehicle } =
    details;
  const asked = (field: FieldId, ...faults: readonly string[]) =>
    practice.askFor.includes(field) ? faults : [];
  return [
    ...difference("given name", given, truth.given),
    ...difference("family name", family, truth.family),
    ...difference("telephone number", phone, truth.phone),
    ...asked("email", ...difference("e-mail address", email, truth.email)),
    ...asked("dateOfBirth", ...difference("date of birth", dateOfBirth, truth.dateOfBirth)),
    ...asked(
      "payer",
      ...difference("payer", payer, truth.payer),
      ...difference("member ID", memberId, truth.memberId),
      ...difference("group number", groupNumber, truth.groupNumber),
    ),
    ...asked("address", ...addressFaults(truth.address, address)),
    ...asked("vehicle", ...(truth.car === null ? [] : carFaults(truth.car, vehicle))),
  ];
}

function carFaults({ year, make, model }: CallerCar, vehicle: BookingSeen["details"]["vehicle"]): string[] {
  const plain = (name: string | null | undefined) => squash(name ?? "");
  return [
    ...difference("year of the car", vehicle?.year ?? null, year),
    ...difference("make of the car", plain(vehicle?.make), plain(make)),
    ...difference("model of the car", plain(vehicle?.model), plain(model)),
  ];
}

function difference(what: string, is: unknown, wanted: unknown): string[] {
  return is === wanted ? [] : [`The ${what} is ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}.`];
}

function addressFaults(wanted: CallerAddress | null, is: Address | null): string[] {
  if (wanted === null || is === null) return wanted === is ? [] : difference("address", is, wanted);
  return [
    ...difference("house number", is.number, wanted.number),
    ...difference("street", street(is.street ?? ""), street(wanted.street)),
    ...difference("city", squash(is.city ?? ""), squash(wanted.city)),
    ...difference("state", is.state, wanted.state),
    ...difference("postal code", is.zip, wanted.zip),
  ];
}

const shortened: Readonly<Record<string, string>> = { avenue: "ave", street: "st", drive: "dr", road: "rd" };

function street(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(".", "")
    .split(/\s+/)
    .map((word) => shortened[word] ?? word)
    .join(" ");
}

function visitFaults(evidence: CallEvidence, booking: BookingSeen): string[] {
  const { caller, heardBooked, practice } = evidence;
  const faults: string[] = [];
  const { car, complaint: reason } = caller.truth;
  if (practice.askFor.includes("complaint")) faults.push(...reasonFaults(reason, booking));
  if (practice.askFor.includes("services") && car !== null)
    faults.push(...difference("work", sorted(booking.visit.services), sorted(car.services)));
  faults.push(...askedDetails(caller.truth, booking));
  const doctor = caller.wish.doctor;
  if (doctor !== null) faults.push(...difference("doctor", booking.resource, doctor.id));
  faults.push(...dayFaults(evidence, booking));
  if (heardBooked === null) faults.push("The caller was not told that it is booked.");
  else if (!squash(heardBooked).includes(squash(booking.confirmation)))
    faults.push("The confirmation number that was said is not the one in the database.");
  return faults;
}

function dayFaults({ caller, today, practice }: CallEvidence, booking: BookingSeen): string[] {
  const date = Temporal.Instant.fromEpochMilliseconds(booking.start)
    .toZonedDateTimeISO(practice.timeZone)
    .toPlainDate();
  return caller.wish.days === "nextWeek" && !isNextWeek(date, today)
    ? [`The day is ${date} instead of one in next week.`]
    : [];
}

function reasonFaults(truth: string, { visit }: BookingSeen): string[] {
  const words = truth.replace(/^(?:a|an|my|the) /, "");
  const complaint = visit.complaint ?? "";
  // "Back ache" for "back pain" leads to the same doctor and the same questions.
  const category = complaints.find(({ spoken }) => spoken.includes(words))?.id;
  const isMeant = category !== undefined && visit.complaintCategory === category;
  return isMeant || squash(complaint).includes(squash(words))
    ? []
    : [`The reason is "${complaint}" instead of "${words}".`];
}

function sorted(ids: readonly string[]): string {
  return ids.toSorted().join(", ");
}

/** A practice need not ask for these; when it does, they must be right. */
function askedDetails(truth: CallerTruth, { visit }: BookingSeen): string[] {
  return [
    ...(visit.duration === null
      ? []
      : difference("duration", days(visit.duration), days(truth.duration.iso))),
    ...(visit.pain === null ? [] : difference("pain", visit.pain, truth.pain)),
  ];
}

/** `P1W` and `P7D` are the same time. */
function days(iso: string): number {
  return Temporal.Duration.from(iso).total({ unit: "days", relativeTo: "2026-01-01" });
}
