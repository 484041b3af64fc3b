import type { Choice, Expectation, FieldKind } from "../language/expectation.ts";
import { nothingExpected } from "../language/expectation.ts";
import type { Practice } from "../practice/practice.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { ResourceId } from "../values/ids.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { type Aim, type DialogueState, valueIn } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { fieldOf } from "./fields/fields.ts";
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
        { kind: "askWish", way: wishIsNarrowed(state) ? "yesNo" : short || misses > 0 ? "short" : "plain" },
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

/** The part of the context that expectations depend on. */
type AnswerContext = Pick<DialogueContext, "practice" | "spokenOpening">;

/** What the answer may be: for the parsers, for the patience at a pause, and for the recognizer. */
export function expectationOf(state: DialogueState, context: AnswerContext): Expectation {
  const { aim } = state;
  const { practice } = context;
  const hints = practice.resources.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
  const yesNo = { keypad: { kind: "yesNo" } as const };
  switch (aim.kind) {
    case "field":
      if (aim.field !== "booking") return fieldExpectation(state, practice, aim.field);
      return {
        ...fieldExpectation(state, practice, aim.field),
        ...choicesAmong(state.bookings ?? [], context),
      };
    case "confirm": {
      const { asked, shape } = fieldOf(aim.field);
      return { ...nothingExpected, ...yesNo, asked: ["yesNo"], also: asked, shape, hints };
    }
    case "offer": {
      const among = choicesAmong(state.negotiation.offers ?? [], context);
      return { ...nothingExpected, ...among, asked: ["choice"], also: ["yesNo", "date", "time"], hints };
    }
    case "when":
      return { ...nothingExpected, asked: ["date", "time"], also: ["yesNo"], hints };
    case "readBack":
      return {
        ...nothingExpected,
        ...yesNo,
        asked: ["yesNo"],
        also: ["name", "dateOfBirth", "phone", "date", "time"],
        hints,
      };
    case "correctWhat":
      return {
        ...nothingExpected,
        asked: [],
        also: ["name", "dateOfBirth", "phone", "email", "address", "payer", "date", "time"],
        hints,
      };
    case "emergency":
    case "reallyStop":
    case "waitlist":
    case "resume":
    case "suggest":
    case "anythingElse":
      return { ...nothingExpected, ...yesNo, asked: ["yesNo"], hints };
    case "agree":
    case "instead":
      return { ...nothingExpected, ...yesNo, asked: ["yesNo"], also: ["date", "time"], hints };
    case "wish":
      return {
        ...nothingExpected,
        asked: [...(wishIsNarrowed(state) ? (["yesNo"] as const) : []), ...wishKinds(practice)],
        also: practice.askFor.includes("services") ? ["vehicle", ...opening] : opening,
        choices: doctors(practice.resources),
        hints,
      };
    case "reply":
    case "over":
      return nothingExpected;
  }
}

/**
 * The same for the recognizer. To "how can I help you?" most callers answer with what they want done, which is no kind of
 * value: expecting nothing in particular leaves room for it.
 */
export function listeningFor(state: DialogueState, context: AnswerContext): Expectation {
  const expectation = expectationOf(state, context);
  if (state.aim.kind !== "wish" || wishIsNarrowed(state)) return expectation;
  return { ...expectation, asked: [], also: [...expectation.asked, ...expectation.also] };
}

/** Openings or bookings to choose among, with the ways to name them. */
function choicesAmong(
  all: readonly (Pick<Opening, "resource" | "start"> & { readonly id: string })[],
  { practice, spokenOpening }: AnswerContext,
): Pick<Expectation, "choices" | "keypad"> {
  const choices = all.map((one) => asChoice(one.start, one.id, spokenOpening(one), practice));
  return { choices, keypad: { kind: "choice", count: choices.length } };
}

/** What a visit is about: a complaint, or a service. */
function wishKinds({ askFor }: Practice): readonly FieldKind[] {
  return askFor.includes("services") ? ["service"] : ["complaint"];
}

/** What callers tell in their first breath. */
const opening: readonly FieldKind[] = [
  "duration",
  "name",
  "dateOfBirth",
  "payer",
  "date",
  "time",
  "choice",
  "pain",
];

function fieldExpectation(state: DialogueState, practice: Practice, id: FieldId): Expectation {
  const { asked, also, shape, keypad } = fieldOf(id);
  const way = wayToAsk(state, id, state.aim.kind === "field" ? state.aim.part : null, false);
  const offersYes = way === "onFile" || way === "callingNumber";
  const candidates = id === "doctor" ? suitableResources(state, practice) : [];
  const area =
    id === "address" ? [practice.area.state, ...practice.area.cities, ...practice.area.streets] : [];
  // What was said back just now may be put right instead. The fewer kinds, the better the recognizer hears.
  const recentKinds = state.recent.flatMap((field) => fieldOf(field).asked);
  // A part alone is a row of letters and digits to the recognizer.
  const kinds: readonly FieldKind[] = way === "parts" ? [...asked, "identifier"] : asked;
  return {
    asked: offersYes ? ["yesNo", ...kinds] : kinds,
    also: [...new Set([...also, ...recentKinds])].filter((kind) => !asked.includes(kind)),
    choices: candidates.length > 0 ? [...doctors(candidates), anyone] : [],
    shape,
    keypad: offersYes
      ? { kind: "yesNo" }
      : candidates.length > 0
        ? { kind: "choice", count: candidates.length + 1 }
        : keypad,
    spelling: way === "spelling" || way === "parts",
    hints: [...area, ...practice.resources.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled])],
  };
}

/** What the choices of the open question stand for, in their order. */
export function choiceIds(state: DialogueState, practice: Practice): readonly string[] {
  const { aim } = state;
  if (aim.kind === "offer") return (state.negotiation.offers ?? []).map(({ id }) => id);
  if (aim.kind === "wish") return practice.resources.map(({ id }) => id);
  if (aim.kind === "field" && aim.field === "booking") return (state.bookings ?? []).map(({ id }) => id);
  if (aim.kind !== "field" || aim.field !== "doctor") return [];
  return [...suitableResources(state, practice).map(({ id }) => id), "any"];
}

const anyone: Choice = { id: "any", spoken: ["no preference", "anyone", "any doctor", "either one"] };

function doctors(
  resources: readonly { id: ResourceId; name: string; alsoCalled: readonly string[] }[],
): readonly Choice[] {
  return resources.map(({ id, name, alsoCalled }) => ({ id, spoken: [name, ...alsoCalled] }));
}

function asChoice(start: number, id: string, spoken: readonly string[], practice: Practice): Choice {
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(practice.timeZone);
  return { id, spoken, date: local.toPlainDate(), time: local.toPlainTime() };
}
