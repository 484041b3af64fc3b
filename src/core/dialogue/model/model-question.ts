import type { Heard } from "../../language/understanding.ts";
import type { Private } from "../../values/private.ts";
import { type FieldId, fieldIds } from "../field-ids.ts";
import type { TaskId } from "../tasks/task.ts";

/** What a caller can mean beside values: the acts that the rules know, without those that only a caller's own words may do. */
export const modelCommands = [
  "yes",
  "no",
  "repeat",
  "wait",
  "help",
  "goBack",
  "startOver",
  "dontKnow",
  "person",
  "stop",
  "emergency",
  "crisis",
] as const;

export type ModelCommand = (typeof modelCommands)[number];

/** What may be looked up for an answer: free times, or what belongs to the person that this call has proved to be. */
export const modelLookUps = ["openings", "bookings", "status"] as const;

export type ModelLookUp = (typeof modelLookUps)[number];

/** Tasks that write nothing before the caller has agreed to it, or has told in their own words what is to be written. */
export const modelTasks = [
  "book",
  "reschedule",
  "cancel",
  "confirm",
  "nextAvailable",
  "message",
  "status",
] as const satisfies readonly TaskId[];

export type ModelTask = (typeof modelTasks)[number];

/** Nobody words these for the caller; `booking` is chosen among offers. */
type OwnWords = "messageText" | "reason" | "booking";
const ownWords: readonly FieldId[] = ["messageText", "reason", "booking"] satisfies readonly OwnWords[];

export type ModelField = Exclude<FieldId, OwnWords>;
export const modelFields: readonly ModelField[] = fieldIds.filter(
  (field): field is ModelField => !ownWords.includes(field),
);

/** Ids that mean nothing but the place of an offer in the question. */
export const modelOffers = ["offer-1", "offer-2", "offer-3", "offer-4", "offer-5", "offer-6"] as const;

/** Something that may be said as it stands: a fact of the practice, or what was looked up. */
export interface SayableFact {
  readonly id: string;
  /** The very words that the caller would hear. */
  readonly words: Private<string>;
}

/** What was said before, oldest first. Of our own words only their purpose is told. */
export type EarlierTurn =
  | { readonly by: "agent"; readonly purpose: string }
  | { readonly by: "caller"; readonly words: Private<string> };

/**
 * One question to a language model: what a caller said that the rules made nothing of, and everything that an answer may
 * consist of. Whatever is not listed here cannot come back.
 */
export interface ModelQuestion {
  readonly words: Private<Heard>;
  /** The purpose of the open question, such as `ask:name` or `offerTimes`. */
  readonly asked: string;
  /** Our last question as it was said; null where it holds more of the caller's data than its answer needs. */
  readonly question: Private<string> | null;
  readonly task: TaskId;
  readonly before: readonly EarlierTurn[];
  /** `YYYY-MM-DD` in the practice's zone. */
  readonly today: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly fields: readonly ModelField[];
  readonly commands: readonly ModelCommand[];
  readonly tasks: readonly ModelTask[];
  readonly lookUps: readonly ModelLookUp[];
  /** Times or bookings on the table, by ids that mean nothing outside this question. */
  readonly offers: readonly SayableFact[];
  readonly facts: readonly SayableFact[];
}

/** What a caller's words are taken to tell about a field, in words that its own parser reads. */
export interface FieldCandidate {
  readonly field: ModelField;
  readonly text: Private<string>;
}

/** What a model makes of it. All null and empty = nothing. Ids are those of the question. */
export interface ModelReply {
  readonly command: ModelCommand | null;
  readonly task: ModelTask | null;
  readonly offer: string | null;
  readonly lookUp: ModelLookUp | null;
  readonly fields: readonly FieldCandidate[];
  /** Facts that answer the caller, in the order in which they are to be said. */
  readonly facts: readonly string[];
}

/** What asking has cost. Tokens are null when the model did not tell. */
export interface ModelUse {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly ms: number;
  /** Until the first word of the reply; null when none came. */
  readonly firstWordMs: number | null;
  /** In millionths of a dollar; null where no price is set. */
  readonly costMicros: number | null;
}

/** Whether an answer to the one is as good for the other: the same words, said to the same, with the same answers allowed. */
export function sameQuestion(one: ModelQuestion, other: ModelQuestion): boolean {
  return keyOf(one) === keyOf(other);
}

/** A recognizer's other hypotheses, and what was said earlier, make no other question. */
function keyOf(asked: ModelQuestion): string {
  const { words, question, task, fields, commands, tasks, lookUps, offers, facts } = asked;
  const ids = [...offers, ...facts].map(({ id }) => id);
  return JSON.stringify([
    words.reveal().text.trim(),
    asked.asked,
    question?.reveal() ?? null,
    task,
    [fields, commands, tasks, lookUps, ids],
  ]);
}
