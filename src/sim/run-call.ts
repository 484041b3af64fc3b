import type { ConsentRecord } from "../ports/ledger-of-staff.ts";
import { type BookingSeen, type CallReport, percentiles } from "./call-report.ts";
import type { Caller } from "./caller.ts";
import { firstVisitOf } from "./first-visit.ts";
import { gradeCall, type PracticeGraded } from "./grade.ts";
import { answersSeen, changesBetween, type LedgerSeen } from "./ledger-changes.ts";
import { callSpoken, type SpokenCall, type SpokenCallOptions } from "./spoken-call.ts";

const despair: Readonly<Record<NonNullable<SpokenCall["gaveUp"]>, string>> = {
  impatient: "The caller lost patience.",
  nothingHeard: "The caller heard nothing for forty seconds.",
  tooLong: "The call lasted longer than ten minutes.",
};

export interface GradedCall {
  readonly report: CallReport;
  readonly spoken: SpokenCall;
  readonly timeZone: string;
}

/** One simulated call from ringing to the grade: telephones, reads the booking back from the database, judges. */
export async function runCall(options: Omit<SpokenCallOptions, "today">): Promise<GradedCall> {
  const { caller, base, seed, voice } = options;
  const http = base.replace(/^ws/, "http");
  const practice = await practiceAt(http, caller.practice);
  const { timeZone } = practice;
  const today = Temporal.Now.plainDateISO(timeZone);
  const look = (confirmations: readonly string[]) => seenOf(http, caller, confirmations);
  const known = caller.truth.seenBefore ? [await becomeKnown({ ...options, today })] : [];
  const before = await look(known);
  const spoken = await callSpoken({ ...options, today });
  const made = spoken.confirmation === null ? [] : [spoken.confirmation];
  const changes = changesBetween(before, await look([...new Set([...known, ...made])]));
  const [booking = null] = [...changes.booked, ...changes.moved, ...changes.cancelled, ...changes.confirmed];
  // A recording has no wish that the database could be held against.
  const graded = options.mind === undefined;
  const faults = graded ? gradeCall({ caller, changes, ...spoken.knows, today, practice }) : [];
  const reasons = spoken.gaveUp === null ? faults : [despair[spoken.gaveUp], ...faults];
  const report: CallReport = {
    caller: caller.name,
    seed,
    voice,
    callId: spoken.callId,
    graded,
    passed: reasons.length === 0,
    faults: reasons,
    booked: booking !== null,
    confirmation: spoken.confirmation,
    booking,
    turns: spoken.turns,
    gapMs: percentiles(spoken.turns.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs]))),
    seconds: Math.round(spoken.seconds * 10) / 10,
    ended: spoken.ended,
  };
  return { report, spoken, timeZone };
}

/** Typed, for this call is not what is tested. Returns the confirmation number of what it booked. */
async function becomeKnown({ caller, base, voices, voice, seed, today }: SpokenCallOptions): Promise<string> {
  const before = firstVisitOf(caller);
  const { confirmation } = await callSpoken({
    caller: before,
    base,
    voices,
    voice,
    seed,
    today,
    typed: true,
  });
  if (confirmation === null) throw new Error(`${caller.name} could not be made known by a first call`);
  return confirmation;
}

async function practiceAt(http: string, practice: string): Promise<PracticeGraded> {
  const response = await fetch(`${http}/api/practices`);
  if (!response.ok)
    throw new Error(`the server at ${http} answers ${response.status} instead of its practices`);
  const practices = (await response.json()) as readonly (PracticeGraded & { id: string })[];
  const found = practices.find(({ id }) => id === practice);
  if (found === undefined) throw new Error(`the server at ${http} has no practice "${practice}"`);
  return found;
}

/** Other callers use the same ledger meanwhile, so of tickets and the waiting list only this caller's count, by their number. */
async function seenOf(
  http: string,
  { practice, truth }: Caller,
  confirmations: readonly string[],
): Promise<LedgerSeen> {
  const found = await Promise.all(confirmations.map((one) => readBooking(http, practice, one)));
  const tickets = await readAll<{ phone: string | null }>(http, `tickets?practice=${practice}`);
  const answers = await readAll<ConsentRecord>(
    http,
    `consents/${encodeURIComponent(truth.phone)}?practice=${practice}`,
  );
  const waiting = await readAll<{ details: { phone: string } }>(http, `waitlist?practice=${practice}`);
  return {
    bookings: found.filter((one) => one !== null),
    tickets: tickets.filter(({ phone }) => phone === truth.phone).length,
    waiting: waiting.filter(({ details }) => details.phone === truth.phone).length,
    ...answersSeen([answers]),
  };
}

async function readAll<Row>(http: string, what: string): Promise<readonly Row[]> {
  const response = await fetch(`${http}/api/${what}`);
  if (!response.ok) throw new Error(`the server at ${http} answers ${response.status} instead of ${what}`);
  return (await response.json()) as readonly Row[];
}

async function readBooking(
  http: string,
  practice: string,
  confirmation: string,
): Promise<BookingSeen | null> {
  const response = await fetch(`${http}/api/bookings/${confirmation}?practice=${practice}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the server at ${http} answers ${response.status} instead of a booking`);
  return (await response.json()) as BookingSeen;
}
