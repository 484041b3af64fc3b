import type { Choice, Expectation, FieldKind } from "../language/expectation.ts";
import { nothingExpected } from "../language/expectation.ts";
import type { Practice } from "../practice/practice.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { dropOffForms, waitingForms } from "./en/cues-table.ts";
import type { FieldId } from "./field-ids.ts";
import { fieldOf } from "./fields/fields.ts";
import { wayToAsk, wishIsNarrowed } from "./question.ts";
import { suitableResources } from "./search/visit.ts";

/** The part of the context that expectations depend on. */
type AnswerContext = Pick<DialogueContext, "practice" | "spokenOpening">;

/** What the answer may be: for the parsers, for the patience at a pause, and for the recognizer. */
export function expectationOf(state: DialogueState, context: AnswerContext): Expectation {
  const { aim } = state;
  const { practice } = context;
  const hints = namesIn(practice);
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
    case "texts":
      return { ...nothingExpected, ...yesNo, asked: ["yesNo"], hints };
    case "anythingElse":
      return { ...nothingExpected, ...yesNo, asked: ["yesNo"], also: wishKinds(practice), hints };
    case "agree":
    case "instead":
      return { ...nothingExpected, ...yesNo, asked: ["yesNo"], also: ["date", "time"], hints };
    case "wish":
      return {
        ...nothingExpected,
        asked: [...(wishIsNarrowed(state) ? (["yesNo"] as const) : []), ...wishKinds(practice)],
        also: practice.askFor.includes("services") ? ["vehicle", ...opening] : opening,
        choices: calledAs(practice.resources),
        hints,
      };
    case "reply":
    case "over":
      return nothingExpected;
  }
}

function namesIn(practice: Practice): readonly string[] {
  return everybodyIn(practice).flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
}

/** Whom callers may name: those who are booked, and everybody whom messages can be for. */
function everybodyIn({ people, resources }: Practice): readonly Called[] {
  return [...resources.filter(({ offerings }) => offerings.length > 0), ...people];
}

/**
 * The same for the recognizer. To "how can I help you?" most callers answer with what they want done, which is no kind of
 * value: expecting nothing in particular leaves room for it, as it does where something else may be wanted.
 */
export function listeningFor(state: DialogueState, context: AnswerContext): Expectation {
  const expectation = expectationOf(state, context);
  const isOpen = state.aim.kind === "anythingElse" || (state.aim.kind === "wish" && !wishIsNarrowed(state));
  if (!isOpen) return expectation;
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
    choices: candidates.length > 0 ? [...calledAs(candidates), anyone] : fixedChoices(id, practice),
    shape,
    keypad: offersYes
      ? { kind: "yesNo" }
      : candidates.length > 0
        ? { kind: "choice", count: candidates.length + 1 }
        : keypad,
    spelling: way === "spelling" || way === "parts",
    hints: [...area, ...namesIn(practice)],
  };
}

function fixedChoices(id: FieldId, practice: Practice): readonly Choice[] {
  if (id === "staff") return [...calledAs(everybodyIn(practice)), anyone];
  return id === "waiting" ? [waits, leaves] : [];
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

const waits: Choice = { id: "wait", spoken: waitingForms };
const leaves: Choice = { id: "leave", spoken: dropOffForms };

const anyone: Choice = { id: "any", spoken: ["no preference", "anyone", "any doctor", "either one"] };

interface Called {
  readonly id: string;
  readonly name: string;
  readonly alsoCalled: readonly string[];
}

function calledAs(those: readonly Called[]): readonly Choice[] {
  return those.map(({ id, name, alsoCalled }) => ({ id, spoken: [name, ...alsoCalled] }));
}

function asChoice(start: number, id: string, spoken: readonly string[], practice: Practice): Choice {
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(practice.timeZone);
  return { id, spoken, date: local.toPlainDate(), time: local.toPlainTime() };
}
