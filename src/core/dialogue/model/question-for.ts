import { hide } from "../../values/private.ts";
import { type DialogueContext, localTime, today } from "../dialogue-io.ts";
import type { Aim, DialogueState } from "../dialogue-state.ts";
import { isOpen } from "../open-hours.ts";
import { purposeOf, wishIsNarrowed } from "../question.ts";
import { isSettled } from "../settled.ts";
import type { TaskId } from "../tasks/task.ts";
import { tasks } from "../tasks/tasks.ts";
import { wantedFields } from "../wanted-fields.ts";
import type { TurnInput } from "./consultation.ts";
import {
  type ModelCommand,
  type ModelField,
  type ModelLookUp,
  type ModelQuestion,
  type ModelTask,
  modelFields,
  modelOffers,
  modelTasks,
  type SayableFact,
} from "./model-question.ts";
import { practiceFacts } from "./practice-facts.ts";

/** What a model may be asked about this turn, with everything that it may answer. */
export function questionFor(state: DialogueState, turn: TurnInput, context: DialogueContext): ModelQuestion {
  const { practice } = context;
  const { aim, task } = state;
  return {
    words: turn.heard,
    asked: purposeOf(aim),
    // The read-back before a booking holds nearly everything that a caller has told.
    question: aim.kind === "readBack" ? null : hide(context.previous),
    task,
    before: context.earlier(),
    today: today(context).toString(),
    timeZone: practice.timeZone,
    fields: fieldsFor(state, context),
    commands: commandsFor(state, context),
    tasks: tasksFor(state, context),
    lookUps: lookUpsFor(state, context),
    offers: offersFor(state, context),
    facts: practiceFacts(practice, today(context)).map(({ id, saying }) => ({
      id,
      words: hide(context.wordsOf([saying])),
    })),
  };
}

/** What is still to be told, and a wish for a time. A value that the caller has agreed to is only changed by their own words. */
function fieldsFor(state: DialogueState, { practice }: DialogueContext): readonly ModelField[] {
  const { aim } = state;
  const wanted = wantedFields(state, practice);
  return modelFields.filter((field) => {
    if (field === "time") return wantsTime.has(aim.kind);
    const asked = aim.kind === "field" && aim.field === field;
    return asked || (wanted.includes(field) && !isSettled(state, field));
  });
}

const wantsTime: ReadonlySet<Aim["kind"]> = new Set(["wish", "offer", "when", "waitlist"]);

/**
 * What a caller agrees to, they agree to in their own words: a model's yes counts only where it leads to another question. In a
 * task that ends without a last yes, its no and its shrug do not count either, for they may be what was still missing.
 */
function commandsFor(state: DialogueState, context: DialogueContext): readonly ModelCommand[] {
  const { kind } = state.aim;
  const { practice } = context;
  const somebodyIsThere = practice.transferTo !== null && isOpen(practice, localTime(context));
  const yes = kind === "anythingElse" || kind === "resume" || (kind === "wish" && wishIsNarrowed(state));
  const agreed = endsAgreed(state.task);
  const commands: readonly (readonly [ModelCommand, boolean])[] = [
    ["repeat", true],
    ["wait", true],
    ["help", true],
    ["goBack", true],
    ["emergency", true],
    ["crisis", true],
    // Where nobody is there, a message would be written down.
    ["person", somebodyIsThere],
    ["stop", kind !== "reallyStop"],
    ["dontKnow", kind === "field" && agreed],
    ["yes", yes],
    ["no", yes || (takesNo.has(kind) && agreed)],
  ];
  return commands.flatMap(([command, allowed]) => (allowed ? [command] : []));
}

const takesNo: ReadonlySet<Aim["kind"]> = new Set(["confirm", "offer", "readBack", "agree", "reallyStop"]);

/** Whether what the task writes waits for a yes of its own, or it writes nothing. */
function endsAgreed(task: TaskId): boolean {
  const { stages } = tasks[task];
  return !stages.some(
    (stage) =>
      stage === "waitlist" || stage === "ticket" || stage === "stopCalling" || stage === "stopTexting",
  );
}

function tasksFor({ task, aim, done }: DialogueState, { practice }: DialogueContext): readonly ModelTask[] {
  // While times are on the table, "change it" and "cancel" are about these.
  if (aim.kind !== "wish" && aim.kind !== "anythingElse" && aim.kind !== "field") return [];
  const known = modelTasks.filter((one) => one !== "status" || practice.kind === "autoService");
  return known.filter((one) => one !== task || aim.kind === "wish" || done !== null);
}

/** What belongs to somebody is looked up for nobody else than whom the ledger has found this call to be. */
function lookUpsFor({ identity }: DialogueState, { practice }: DialogueContext): readonly ModelLookUp[] {
  if (identity.state !== "known" || identity.person === null) return [];
  return practice.kind === "autoService" ? ["bookings", "status"] : ["bookings"];
}

/** Times, or the caller's own bookings, that are on the table. */
function offersFor(state: DialogueState, { practice }: DialogueContext): readonly SayableFact[] {
  const { aim, negotiation, bookings } = state;
  const all =
    aim.kind === "offer"
      ? (negotiation.offers ?? [])
      : aim.kind === "field" && aim.field === "booking"
        ? (bookings ?? [])
        : [];
  return all.slice(0, modelOffers.length).map(({ start, resource }, index) => {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(practice.timeZone);
    const when = local.toPlainDateTime().toString({ smallestUnit: "minute" });
    const who = practice.resources.find(({ id }) => id === resource)?.name ?? "";
    return { id: modelOffers[index] as string, words: hide(`${when} ${who}`) };
  });
}
