import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, freshNegotiation } from "../dialogue-state.ts";
import { askingCue, bookingCue, clauseBreak, nextAvailableCue } from "../en/opening-cues-table.ts";
import { staffMattersCue, visitWantedCue } from "../en/staff-cues-table.ts";
import { notWantedCue, taskCues } from "../en/task-cues-table.ts";
import { anotherDayCue, otherOneCue } from "../en/visit-cues-table.ts";
import { actIn, cancels, type Hearing, saysNo } from "../hearing.ts";
import { keepFills } from "../keep-fills.ts";
import type { Move } from "../move.ts";
import { begin } from "../tasks/begin-task.ts";
import type { TaskId } from "../tasks/task.ts";
import { tasks } from "../tasks/tasks.ts";

/** "I need to reschedule", "put me on the waiting list": the caller wants something done, at the beginning or in the middle. */
export function taskWished(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const [first, ...later] = severalTasks(state, hearing, context);
  if (first !== undefined) {
    const move = begin(withPaused(state, later), first, hearing, context);
    return { ...move, state: withToldFor(later, move.state, hearing, context) };
  }
  const task = wishedTask(state, hearing, context);
  if (task === null || (task === state.task && state.done === null)) return null;
  return begin(state, task, hearing, context);
}

/**
 * "I need to cancel my appointment and leave a message for Maria": what is wished for in one breath, in its order; empty where
 * it is one thing at most. What is another word for the same is one thing.
 */
function severalTasks(state: DialogueState, hearing: Hearing, context: DialogueContext): readonly TaskId[] {
  if (hearing.keys !== null || !isOpenToAnything(state)) return [];
  const clauses = hearing.words.replace(notWantedCue, " ").split(clauseBreak);
  const found = clauses.flatMap(
    (words) => cuedTask(state, words, context) ?? (bookingCue.test(words) ? "book" : []),
  );
  const tasks = [...new Set(found)].filter((task) => !found.some((other) => includedIn[task] === other));
  return tasks.length > 1 ? tasks : [];
}

/** Whoever reschedules needs no cancellation, and a message may be to call back. */
const includedIn: Readonly<Partial<Record<TaskId, TaskId>>> = { cancel: "reschedule", callBack: "message" };

/** What comes next stands last. */
function withPaused(state: DialogueState, tasks: readonly TaskId[]): DialogueState {
  const waiting = tasks.map((task) => ({ task, negotiation: freshNegotiation, urgent: false }));
  return { ...state, paused: [...state.paused, ...waiting.reverse()] };
}

/** "… and a message for Dr. Chen": what was told for a later task is not asked for again. */
function withToldFor(
  tasks: readonly TaskId[],
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): DialogueState {
  let told = state;
  for (const task of tasks) told = keepFills({ ...told, task }, hearing, context);
  return { ...told, task: state.task, fresh: state.fresh, negotiation: state.negotiation };
}

function cuedTask(state: DialogueState, words: string, { practice }: DialogueContext): TaskId | null {
  const open = isOpenToAnything(state);
  const cued = taskCues.find(
    ([task, cue, when]) =>
      (open || when === "always") &&
      (task !== "status" || practice.kind === "autoService") &&
      cue.test(words) &&
      mayBegin(state, task),
  );
  return cued?.[0] ?? null;
}

function wishedTask(state: DialogueState, hearing: Hearing, context: DialogueContext): TaskId | null {
  if (hearing.keys !== null) return null;
  const words = hearing.words.replace(notWantedCue, " ");
  const open = isOpenToAnything(state);
  const cued = cuedTask(state, words, context);
  if (cued !== null) return cued;
  if (otherOneCue.test(words) && isDealtWith(state)) return state.task;
  if (isMistaken(state, hearing)) return "book";
  if (!open || notWantedCue.test(hearing.words)) return null;
  if (state.booking !== null && actIn(hearing, "book") === null && anotherDayCue.test(words))
    return "reschedule";
  return byAct(hearing, words);
}

/** "No, I need an oil change", where something was begun for an appointment that stands already. */
function isMistaken({ aim, task }: DialogueState, hearing: Hearing): boolean {
  const asked = aim.kind === "field" && !["messageText", "reason"].includes(aim.field);
  const about = hearing.said.readings.some(({ kind }) => kind === "service" || kind === "complaint");
  return asked && tasks[task].stages.includes("bookings") && about && saysNo(hearing);
}

/** While times are on the table, "change the appointment" and "cancel it" are about these. */
function mayBegin({ aim }: DialogueState, task: TaskId): boolean {
  const aboutTimes = ["offer", "when", "readBack", "correctWhat", "confirm"].includes(aim.kind);
  return !aboutTimes || !["reschedule", "cancel", "confirm"].includes(task);
}

/** We have asked what the caller wants, or have nothing open. */
function isOpenToAnything({ aim }: DialogueState): boolean {
  return aim.kind === "wish" || aim.kind === "anythingElse" || aim.kind === "texts";
}

/** One of the caller's bookings was dealt with just now. */
function isDealtWith({ aim, done, task }: DialogueState): boolean {
  return aim.kind === "anythingElse" && done !== null && tasks[task].stages.includes("bookings");
}

function byAct(hearing: Hearing, words: string): TaskId | null {
  const question = actIn(hearing, "question");
  if ((question !== null || askingCue.test(words)) && nextAvailableCue.test(words)) return "nextAvailable";
  if (actIn(hearing, "book") !== null) return null;
  if (staffMattersCue.test(words) && !visitWantedCue.test(words)) return "message";
  if (changes(hearing)) return "reschedule";
  // "Is there a fee for cancelling?" cancels nothing.
  if (cancels(hearing) && question?.topic !== "price") return "cancel";
  return actIn(hearing, "confirm") === null ? null : "confirm";
}

/** "I need to change it"; but "change my address" corrects a field, and "change my oil" is a service. */
function changes(hearing: Hearing): boolean {
  const change = actIn(hearing, "change");
  if (change === null || actIn(hearing, "correct") !== null) return false;
  const { span } = change;
  return !hearing.said.readings.some(
    (one) => one.kind === "service" && one.span.start < span.end && span.start < one.span.end,
  );
}
