import type { Reading, TimeRange } from "../../language/understanding.ts";
import type { Practice } from "../../practice/practice.ts";
import type { OpeningsWanted } from "../../scheduling/opening.ts";
import { openingId } from "../../scheduling/opening-id.ts";
import { type DialogueContext, today } from "../dialogue-io.ts";
import { type DialogueState, type Negotiation, negotiate, valueIn } from "../dialogue-state.ts";
import type { Hearing } from "../hearing.ts";
import { afterRefusedWeek } from "./relative-wish.ts";
import { movedBooking, offeringFor, suitableResources } from "./visit.ts";

/** So many openings can be kept in mind on the telephone. */
const OFFERED_AT_ONCE = 3;

/** What the ledger is asked for, with the wishes that have not been given up. */
export function offersWanted(state: DialogueState, practice: Practice): OpeningsWanted {
  const { days, times, refused, order, relaxed } = state.negotiation;
  const doctor = relaxed === "nothing" ? chosenDoctor(state) : null;
  const moved = movedBooking(state);
  return {
    offering: offeringFor(state, practice).id,
    resources: doctor === null ? suitableResources(state, practice).map(({ id }) => id) : [doctor],
    days: relaxed === "days" ? [] : days,
    times: relaxed === "times" || relaxed === "days" ? [] : times,
    // A resource with several seats would offer the very time that is to be given up.
    refused: moved === null ? refused : [openingId(moved), ...refused],
    order,
    count: OFFERED_AT_ONCE,
  };
}

/** Whom the caller insists on, or has been booked with; null when anyone will do. */
export function chosenDoctor(state: DialogueState): string | null {
  const doctor = valueIn(state, "doctor") ?? movedBooking(state)?.resource ?? null;
  return doctor === null || doctor === "any" ? null : doctor;
}

export type Wish = Partial<Pick<Negotiation, "days" | "times" | "order">>;

/** Days, times and order that the words wish for; null when they wish for none. A new wish replaces the one of its kind. */
export function wishIn(state: DialogueState, { said, text }: Hearing, context: DialogueContext): Wish | null {
  const timely = said.readings.filter(({ kind }) => timeKinds.has(kind));
  const readings = timely.filter(
    (one) => !timely.some((other) => outweighs(other, one)) && !isPast(one, today(context)),
  );
  const days = readings.flatMap((reading) =>
    reading.kind === "days"
      ? [reading.value]
      : reading.kind === "date"
        ? [{ from: reading.value, to: reading.value, weekdays: null, except: [] }]
        : [],
  );
  const times = readings.flatMap((reading) =>
    reading.kind === "times" ? [reading.value] : reading.kind === "time" ? [aroundTime(reading.value)] : [],
  );
  const preference = said.readings.find((reading) => reading.kind === "preference");
  const wish = {
    ...(days.length > 0 ? { days } : {}),
    ...(times.length > 0 ? { times } : {}),
    ...(preference === undefined ? {} : { order: preference.value }),
  };
  return Object.keys(wish).length === 0 ? null : afterRefusedWeek(wish, text, state.negotiation, context);
}

const timeKinds: ReadonlySet<Reading["kind"]> = new Set(["date", "days", "time", "times", "preference"]);

/** A birthday is no wish. */
function isPast(reading: Reading, today: Temporal.PlainDate): boolean {
  return reading.kind === "date" && Temporal.PlainDate.compare(reading.value, today) < 0;
}

/** Two readings of the same words: the surer one counts. */
function outweighs(other: Reading, one: Reading): boolean {
  const overlap = other.span.start < one.span.end && one.span.start < other.span.end;
  return overlap && other.confidence > one.confidence;
}

/** "At four" is the hour from four on; near midnight it ends with the day. */
function aroundTime(from: Temporal.PlainTime): TimeRange {
  const to = from.add({ hours: 1 });
  return { from, to: Temporal.PlainTime.compare(from, to) < 0 ? to : null };
}

/** Looks again with other wishes; what is on the table counts as refused when `refuse` is set. */
export function lookAgain(
  state: DialogueState,
  change: Partial<Negotiation>,
  refuse: boolean,
): DialogueState {
  const { offers, refused, held, chosen } = state.negotiation;
  const away = refuse ? [...(offers ?? []), ...(chosen === null ? [] : [chosen])].map(({ id }) => id) : [];
  const dropped: DialogueState = {
    ...state,
    requests: state.requests.filter(({ request }) => request.kind !== "findOpenings"),
    toRelease: held === null ? state.toRelease : [...state.toRelease, held.hold],
  };
  return negotiate(dropped, {
    offers: null,
    relaxed: "nothing",
    chosen: null,
    held: null,
    agreed: false,
    refused: [...refused, ...away].slice(-60),
    ...change,
  });
}

/** What to give up next when nothing was found; null when there is nothing left to give up. */
export function nextRelaxation(state: DialogueState): Negotiation["relaxed"] | null {
  const { days, times, relaxed } = state.negotiation;
  const order = [
    chosenDoctor(state) === null ? null : "doctor",
    times.length === 0 ? null : "times",
    days.length === 0 ? null : "days",
  ] as const;
  const rank = ["nothing", "doctor", "times", "days"] as const;
  return order.find((one) => one !== null && rank.indexOf(one) > rank.indexOf(relaxed)) ?? null;
}
