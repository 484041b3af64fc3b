import type { Address } from "../core/language/understanding.ts";
import type { BookingSeen } from "./call-report.ts";
import type { Caller, CallerAddress, CallerTruth } from "./caller.ts";
import { isNextWeek } from "./offers.ts";
import { squash } from "./squash.ts";

export interface CallEvidence {
  readonly caller: Caller;
  /** What the database has, read back after the call. */
  readonly booking: BookingSeen | null;
  /** The words in which the agent said that it was booked; null when it did not. */
  readonly heardBooked: string | null;
  readonly heardEmergency: boolean;
  /** The day of the call in the practice's zone. */
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
}

/** Holds the database against what the caller wanted. An empty list is a pass; each fault is one sentence. */
export function gradeCall(evidence: CallEvidence): readonly string[] {
  const { caller, booking, heardEmergency } = evidence;
  const faults: string[] = [];
  if (caller.outcome === "emergency" && !heardEmergency)
    faults.push("The emergency instruction was not heard.");
  if (caller.outcome !== "booked") {
    if (booking !== null) faults.push("There is a booking that nobody wanted.");
    return faults;
  }
  if (booking === null) return [...faults, "There is no booking."];
  return [...faults, ...personFaults(caller.truth, booking), ...visitFaults(evidence, booking)];
}

function personFaults(truth: CallerTruth, { details }: BookingSeen): string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["given name", details.given, truth.given],
    ["family name", details.family, truth.family],
    ["date of birth", details.dateOfBirth, truth.dateOfBirth],
    ["telephone number", details.phone, truth.phone],
    ["e-mail address", details.email, truth.email],
    ["payer", details.payer, truth.payer],
    ["member ID", details.memberId, truth.memberId],
    ["group number", details.groupNumber, truth.groupNumber],
  ];
  const faults = pairs.flatMap(([what, is, wanted]) => difference(what, is, wanted));
  return [...faults, ...addressFaults(truth.address, details.address)];
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
  const { caller, today, timeZone, heardBooked } = evidence;
  const faults: string[] = [];
  if (booking.state !== "booked") faults.push(`The booking is ${booking.state}.`);
  const complaint = booking.visit.complaint ?? "";
  const words = caller.truth.complaint.replace(/^(?:a|an|my|the) /, "");
  if (!squash(complaint).includes(squash(words)))
    faults.push(`The reason is "${complaint}" instead of "${words}".`);
  faults.push(...askedDetails(caller.truth, booking));
  const doctor = caller.wish.doctor;
  if (doctor !== null) faults.push(...difference("doctor", booking.resource, doctor.id));
  const date = Temporal.Instant.fromEpochMilliseconds(booking.start)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  if (caller.wish.days === "nextWeek" && !isNextWeek(date, today))
    faults.push(`The day is ${date} instead of one in next week.`);
  if (heardBooked === null) faults.push("The caller was not told that it is booked.");
  else if (!squash(heardBooked).includes(squash(booking.confirmation)))
    faults.push("The confirmation number that was said is not the one in the database.");
  return faults;
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
