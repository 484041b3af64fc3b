import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { nextAvailableCue } from "../en/opening-cues-table.ts";
import { staffMattersCue, visitWantedCue } from "../en/staff-cues-table.ts";
import { notWantedCue, taskCues } from "../en/task-cues-table.ts";
import { anotherDayCue, otherOneCue } from "../en/visit-cues-table.ts";
import { actIn, cancels, type Hearing } from "../hearing.ts";
import type { Move } from "../move.ts";
import { begin } from "../tasks/begin-task.ts";
import type { TaskId } from "../tasks/task.ts";
import { tasks } from "../tasks/tasks.ts";

/** "I need to reschedule", "put me on the waiting list": the caller wants something done, at the beginning or in the middle. */
export function taskWished(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const task = wishedTask(state, hearing, context);
  if (task === null || (task === state.task && state.done === null)) return null;
  return begin(state, task, hearing, context);
}

function wishedTask(state: DialogueState, hearing: Hearing, { practice }: DialogueContext): TaskId | null {
  if (hearing.keys !== null) return null;
  const words = hearing.words.replace(notWantedCue, " ");
  const open = isOpenToAnything(state);
  const cued = taskCues.find(
    ([task, cue, when]) =>
      (open || when === "always") &&
      (task !== "status" || practice.kind === "autoService") &&
      cue.test(words) &&
      mayBegin(state, task),
  );
  if (cued !== undefined) return cued[0];
  if (otherOneCue.test(words) && isDealtWith(state)) return state.task;
  if (!open || notWantedCue.test(hearing.words)) return null;
  if (state.booking !== null && actIn(hearing, "book") === null && anotherDayCue.test(words))
    return "reschedule";
  return byAct(hearing, words);
}

/** While times are on the table, "change the appointment" and "cancel it" are about these. */
function mayBegin({ aim }: DialogueState, task: TaskId): boolean {
  const aboutTimes = ["offer", "when", "readBack", "correctWhat", "confirm"].includes(aim.kind);
  return !aboutTimes || !["reschedule", "cancel", "confirm"].includes(task);
}

/** We have asked what the caller wants, or have nothing open. */
function isOpenToAnything({ aim }: DialogueState): boolean {
  return aim.kind === "wish" || aim.kind === "anythingElse";
}

/** One of the caller's bookings was dealt with just now. */
function isDealtWith({ aim, done, task }: DialogueState): boolean {
  return aim.kind === "anythingElse" && done !== null && tasks[task].stages.includes("bookings");
}

function byAct(hearing: Hearing, words: string): TaskId | null {
  const question = actIn(hearing, "question");
  if (question !== null && nextAvailableCue.test(words)) return "nextAvailable";
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
