import type { Practice } from "../practice/practice.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { type Aim, type DialogueState, valueIn } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { fieldOf } from "./fields/fields.ts";
import { presumedCaller } from "./person/named-caller.ts";
import { numberToText } from "./person/number-to-text.ts";
import { onFile } from "./person/on-file.ts";
import type { AskWay, FieldWithValue, Saying } from "./saying.ts";
import { targetBooking } from "./search/target-booking.ts";
import { movedBooking, suitableResources } from "./search/visit.ts";
import { wantedFields } from "./wanted-fields.ts";

/** The words that put the open question. */
export function questionOf(
  state: DialogueState,
  context: DialogueContext,
  short: boolean,
): readonly Saying[] {
  const { aim, negotiation, misses } = state;
  switch (aim.kind) {
    case "wish":
      return [
        { kind: "askWish", way: wayToAskWish(state, short || misses > 0), caller: presumedCaller(state) },
      ];
    case "field":
      if (aim.field === "booking")
        return [{ kind: "askWhichBooking", bookings: state.bookings ?? [], again: short || misses > 0 }];
      return [askField(state, context.practice, { field: aim.field, part: aim.part, short })];
    case "confirm":
      return [{ kind: "confirm", way: misses >= 2 ? "keypad" : "plain", ...withValue(state, aim.field) }];
    case "offer":
      return [{ kind: "offers", openings: negotiation.offers ?? [], again: short || misses > 0 }];
    case "readBack":
      return readBack(state, context.practice, short || misses > 0);
    case "emergency":
      return [{ kind: "askEmergency", flag: aim.flag, again: misses > 0 }];
    case "anythingElse":
      return [{ kind: "askAnythingElse", short: short || state.done === null || state.done === "nothing" }];
    case "when":
      return [{ kind: "askWhen" }];
    case "waitlist":
      return [{ kind: "askWaitlist" }];
    case "agree":
      return askAgree(state, short || misses > 0);
    case "instead":
      return [{ kind: "askInstead" }];
    case "suggest":
      return [{ kind: "suggest", suggestion: aim.suggestion }];
    case "texts":
      return [{ kind: "askTexts", phone: numberToText(state) ?? "" }];
    case "resume":
      return [{ kind: "askResume", task: state.paused.at(-1)?.task ?? state.task }];
    case "correctWhat":
      return [{ kind: "askCorrectWhat" }];
    case "reallyStop":
      return [{ kind: "askReallyStop" }];
    case "reply":
    case "over":
      return [];
  }
}

function wayToAskWish(state: DialogueState, short: boolean): Extract<Saying, { kind: "askWish" }>["way"] {
  if (wishIsNarrowed(state)) return "yesNo";
  if (somethingInMind(state)) return isVisitInMind(state) ? "bookIt" : "bookVisit";
  return short ? "short" : "plain";
}

/** The caller has asked about a visit, a service or a doctor, and may want it. */
export function somethingInMind(state: DialogueState): boolean {
  const { aim, done, entries } = state;
  return aim.kind === "wish" && done === null && (isVisitInMind(state) || entries.doctor !== undefined);
}

function isVisitInMind({ entries }: DialogueState): boolean {
  return entries.complaint !== undefined || entries.services !== undefined;
}

/** An open question that failed twice becomes one that a yes or no answers. */
export function wishIsNarrowed({ aim, misses }: DialogueState): boolean {
  return aim.kind === "wish" && misses >= 2;
}

/** The purpose of the prompt that puts the open question. */
export function purposeOf(aim: Aim): string {
  switch (aim.kind) {
    case "field":
      return `ask:${aim.field}`;
    case "confirm":
      return `confirm:${aim.field}`;
    case "offer":
      return "offerTimes";
    case "readBack":
      return "readBack";
    case "wish":
      return "howCanIHelp";
    default:
      return `ask:${aim.kind}`;
  }
}

/** What the question is about, for `noMatch:<this>`. */
export function topicOf(aim: Aim): string {
  return aim.kind === "field" || aim.kind === "confirm"
    ? aim.field
    : aim.kind === "offer"
      ? "offerTimes"
      : aim.kind;
}

interface Asked {
  readonly field: FieldId;
  readonly part: string | null;
  readonly short: boolean;
}

function askField(state: DialogueState, practice: Practice, { field, part, short }: Asked): Saying {
  const way = wayToAsk(state, field, part, short);
  return {
    kind: "ask",
    field,
    part,
    way,
    task: state.task,
    known:
      way === "onFile"
        ? onFile(state, field)
        : way === "callingNumber"
          ? state.callingNumber?.reveal()
          : null,
    resources: field === "doctor" ? suitableResources(state, practice).map(({ id }) => id) : [],
  };
}

/** Plain, then short; differently once plain questions were misunderstood or a read-back was refused. */
export function wayToAsk(state: DialogueState, field: FieldId, part: string | null, short: boolean): AskWay {
  const { misses, denials } = state.attempts[field] ?? { misses: 0, denials: 0 };
  const { otherWays, plainTries } = fieldOf(field);
  if (part === null && denials === 0 && misses < plainTries) {
    if (onFile(state, field) !== null) return "onFile";
    if (field === "phone" && state.callingNumber !== null && state.denied.phone === undefined)
      return "callingNumber";
  }
  const other = denials > 0 ? denials - 1 + misses : misses - plainTries;
  if (other >= 0) return otherWays[Math.min(other, otherWays.length - 1)] ?? "short";
  return short || misses > 0 ? "short" : "plain";
}

/** What the task is about to do to the booking. */
function askAgree(state: DialogueState, again: boolean): readonly Saying[] {
  const booking = targetBooking(state);
  return booking === null ? [] : [{ kind: "askAgree", task: state.task, booking, again }];
}

function readBack(state: DialogueState, practice: Practice, again: boolean): readonly Saying[] {
  const { held } = state.negotiation;
  if (held === null) return [];
  const from = movedBooking(state);
  if (from !== null) return [{ kind: "readBackMove", from, opening: held.opening, again }];
  const unconfirmed = wantedFields(state, practice).filter((field) => {
    const entry = state.entries[field];
    return (
      readBackFields.includes(field) &&
      entry?.kind === "value" &&
      (field === "name" || field === "vehicle" || !entry.confirmed)
    );
  });
  const fields = unconfirmed.map((field) => withValue(state, field));
  return [{ kind: "readBack", opening: held.opening, fields, again }];
}

/** What a wrong value of would hurt; the rest was said back when it was given. */
const readBackFields: readonly FieldId[] = ["vehicle", "name", "dateOfBirth", "phone"];

/** A field with its value, typed together; only for fields that have one. */
export function withValue(state: DialogueState, field: FieldId): FieldWithValue {
  return { field, value: valueIn(state, field) } as FieldWithValue;
}
