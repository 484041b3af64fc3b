import type { Span, Understanding } from "../language/understanding.ts";
import type { Practice } from "../practice/practice.ts";
import { hide } from "../values/private.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { localTime } from "./dialogue-io.ts";
import {
  type DialogueState,
  type Entry,
  unknownIdentity,
  valueIn,
  withEntry,
  withoutEntry,
} from "./dialogue-state.ts";
import { amendCue } from "./en/cues-table.ts";
import { choiceIds } from "./expectation-of.ts";
import type { Field, Problem, Reader } from "./field.ts";
import { type FieldId, fieldIds } from "./field-ids.ts";
import { fieldOf } from "./fields/fields.ts";
import { actIn, type Hearing } from "./hearing.ts";
import { wayToAsk } from "./question.ts";
import { lookAgain, offersWanted } from "./search/negotiation.ts";
import { tasks } from "./tasks/tasks.ts";

/** A value that the words hold for a field. */
export interface Fill {
  readonly field: FieldId;
  readonly value: unknown;
  readonly confidence: number;
  /** It was asked for, or read back. */
  readonly asked: boolean;
  /** The field has another value already. */
  readonly changes: boolean;
  readonly problem: Problem | null;
  /** The caller has said no to this very value before. */
  readonly denied: boolean;
}

/**
 * Every value that a turn holds, the asked field's first. A stretch of words counts for one field only; values that say
 * again what is known already are left out, except for the asked field.
 */
export function fillsOf(state: DialogueState, hearing: Hearing, context: DialogueContext): readonly Fill[] {
  const { aim } = state;
  const asked = aim.kind === "field" || aim.kind === "confirm" ? aim.field : null;
  const first = [...(isAmending(hearing) ? state.recent : []), ...(asked === null ? [] : [asked])];
  const open = openFields(state, context.practice);
  const order = [...new Set([...first, ...fieldIds.filter((field) => open.has(field))])];
  const taken: Span[] = [];
  return order.flatMap((field) => {
    if (field !== asked && !volunteered(state, field)) return [];
    const fill = readField(state, hearing, context, { field, asked: field === asked, taken });
    return fill === null ? [] : [fill];
  });
}

/** What may be told at any time: whatever the task takes, and a booking where none is spoken of that stands already. */
function openFields(state: DialogueState, practice: Practice): ReadonlySet<FieldId> {
  const task = tasks[state.task];
  const all = task.stages.includes("proof") ? [task] : [task, tasks.book];
  // Nobody is asked for the VIN, and whoever has it at hand may tell it in place of plate and vehicle.
  const vin = practice.identity === "phoneAndOne" ? (["vin"] as const) : [];
  return new Set([...all.flatMap((one) => one.fields(practice, state)), ...vin]);
}

/** "No, it's …", "actually …": what follows replaces what was said back, before it answers anything. */
export function isAmending(hearing: Hearing): boolean {
  if (actIn(hearing, "correct", "deny", "change") !== null || hearing.said.reply === "no") return true;
  return amendCue.test(hearing.words);
}

/** While times are discussed, dates and numbers are about the time. */
function volunteered(state: DialogueState, field: FieldId): boolean {
  const { kind } = state.aim;
  if (kind !== "offer" && kind !== "when") return true;
  return field !== "duration" && field !== "pain" && field !== "complaint";
}

interface Reading {
  readonly field: FieldId;
  readonly asked: boolean;
  readonly taken: Span[];
}

function readField(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
  { field: id, asked, taken }: Reading,
): Fill | null {
  const field = fieldOf(id);
  const reader = readerOf(state, hearing, context, { field: id, asked });
  const today = reader.today;
  if (hearing.keys !== null) {
    const value = asked && hearing.said.reply === null ? field.keyed(hearing.keys, reader) : null;
    if (value === null) return null;
    return {
      field: id,
      value,
      confidence: 1,
      asked,
      changes: false,
      problem: field.problem(value, today),
      denied: false,
    };
  }
  const free = hearing.said.readings.filter(
    (reading) => !taken.some((other) => overlap(reading.span, other)) && !isPartOfMore(reading, hearing),
  );
  const read = field.read({ ...reader, said: { ...hearing.said, readings: free } });
  if (read === null || isFaint(read.confidence, asked, hearing)) return null;
  const current = valueIn(state, id);
  const changes = current !== null && !field.same(current as unknown, read.value);
  if (current !== null && !changes && !asked) return null;
  taken.push(...read.spans);
  const confidence = read.confidence * hearing.confidence;
  return {
    field: id,
    value: read.value,
    confidence: isContested(reader, field, read.value, hearing)
      ? Math.min(confidence, field.readBackUpTo)
      : confidence,
    asked,
    changes: changes && field.missing(current as unknown) === null,
    problem: field.problem(read.value, today),
    denied: (state.denied[id] ?? []).some((value) => field.same(value.reveal(), read.value)),
  };
}

/** "Maria Lopez" that may as well have been "Mario Lopez". */
function isContested(
  reader: Reader<unknown>,
  field: Field<unknown>,
  value: unknown,
  { rivals }: Hearing,
): boolean {
  if (!field.comparesHypotheses || !reader.asked) return false;
  return rivals.some(({ text, said }) => {
    const other = field.read({ ...reader, text, said });
    return other !== null && !field.same(other.value, value);
  });
}

function readerOf(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
  { field, asked }: { readonly field: FieldId; readonly asked: boolean },
): Reader<unknown> {
  const part = state.aim.kind === "field" && asked ? state.aim.part : null;
  return {
    said: hearing.said,
    text: hearing.text,
    asked,
    recent: state.recent.includes(field),
    invited: isInvited(state, field),
    part,
    byParts: asked && state.aim.kind === "field" && wayToAsk(state, field, part, false) === "parts",
    current: valueIn(state, field),
    practice: context.practice,
    today: localTime(context).toPlainDate(),
    callingNumber: state.callingNumber?.reveal() ?? null,
    choices: choiceIds(state, context.practice),
  };
}

/** "Hold on a second" is hardly a length of time. */
function isFaint(confidence: number, asked: boolean, hearing: Hearing): boolean {
  return confidence < 0.5 && (!asked || hearing.said.acts.length > 0);
}

function isInvited({ aim }: DialogueState, field: FieldId): boolean {
  if (aim.kind !== "field" || aim.field === field) return false;
  const { also } = fieldOf(aim.field);
  return fieldOf(field).asked.some((kind) => also.includes(kind));
}

/** "350 Oak Street, Portland" holds something like an identifier, but is an address. */
function isPartOfMore(reading: Understanding["readings"][number], hearing: Hearing): boolean {
  const length = reading.span.end - reading.span.start;
  return hearing.said.readings.some(
    ({ kind, span, confidence }) =>
      (kind === "address" || kind === "email" || kind === "phone" || kind === "payer") &&
      kind !== reading.kind &&
      confidence >= 0.6 &&
      overlap(span, reading.span) &&
      span.end - span.start > length,
  );
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Puts a value in its place, and drops what hung on the old one. */
export function put(
  state: DialogueState,
  fill: Pick<Fill, "field" | "value" | "confidence">,
  how: Hearing["by"],
  context: DialogueContext,
): DialogueState {
  const entry: Entry = {
    kind: "value",
    value: hide(fill.value),
    confidence: fill.confidence,
    how,
    confirmed: false,
  };
  const filled = withEntry(forget(state, fill.field), fill.field, entry);
  const fresh = [...filled.fresh.filter((field) => field !== fill.field), fill.field];
  return searchStillFits(state, { ...filled, fresh }, context);
}

/** Removes a value together with what was found out by means of it. */
export function forget(state: DialogueState, field: FieldId): DialogueState {
  const bare = { ...withoutEntry(state, field), fresh: state.fresh.filter((one) => one !== field) };
  if (field === "name" || field === "dateOfBirth")
    return { ...bare, identity: unknownIdentity, bookings: null };
  if (field === "address") return { ...bare, addressState: null };
  if (field === "payer") return withoutEntry(withoutEntry(bare, "memberId"), "groupNumber");
  return bare;
}

/** A change of reason, doctor or payer may ask for other openings; those on the table, or held, are then given up. */
export function searchStillFits(
  before: DialogueState,
  after: DialogueState,
  { practice }: DialogueContext,
): DialogueState {
  const { offers, chosen, held } = after.negotiation;
  if (offers === null && chosen === null && held === null) return after;
  const [was, is] = [offersWanted(before, practice), offersWanted(after, practice)];
  const opening = held?.opening ?? chosen;
  const fits =
    was.offering === is.offering &&
    (opening === null
      ? was.resources.join() === is.resources.join()
      : is.resources.includes(opening.resource));
  return fits ? after : lookAgain(after, {}, false);
}
