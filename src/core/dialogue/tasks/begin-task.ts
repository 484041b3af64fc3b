import { hide } from "../../values/private.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, freshNegotiation, unknownIdentity } from "../dialogue-state.ts";
import { becauseCue, lateCue, staffMattersCue, tellsMessageCue } from "../en/staff-cues-table.ts";
import { type FieldId, fieldIds } from "../field-ids.ts";
import { put } from "../fill.ts";
import type { Hearing } from "../hearing.ts";
import { keepFills } from "../keep-fills.ts";
import { type Move, proceed } from "../move.ts";
import type { TaskId } from "./task.ts";
import { tasks } from "./tasks.ts";

/** What belongs to the person and not to the task is kept from one task to the next. */
const personal: readonly FieldId[] = [
  "name",
  "dateOfBirth",
  "payer",
  "memberId",
  "groupNumber",
  "address",
  "zip",
  "phone",
  "plate",
  "vin",
  "vehicle",
  "mileage",
  "email",
];

/** So many tasks can be set aside; whoever wants more is better served one by one. */
const MOST_PAUSED = 2;

/** Begins a task, with what the turn tells for it. A task that was not done yet is set aside and taken up again afterwards. */
export function begin(state: DialogueState, task: TaskId, hearing: Hearing, context: DialogueContext): Move {
  const kept = keepFills(begunTask(state, task), hearing, context);
  // What the wish tells beside the task, such as the reason of a message, is kept and not spoken about.
  const own = tasks[task].fields(context.practice, kept);
  const fresh = kept.fresh.filter((field) => own.includes(field));
  return proceed(withOwnWords({ ...kept, fresh }, hearing, context), { kind: "begin", task });
}

/**
 * "Cancel it because I have a fever", "I'm running late", "I need my results": what was told with the wish is not asked for
 * again.
 */
function withOwnWords(state: DialogueState, hearing: Hearing, context: DialogueContext): DialogueState {
  const { text, by, words } = hearing;
  const tell = (to: DialogueState, field: FieldId, value: string) => ({
    ...put(to, { field, value, confidence: 1 }, by, context),
    fresh: to.fresh,
  });
  if (state.task === "stopTexting")
    return { ...state, texts: { given: false, words: hide({ asked: context.previous, answered: text }) } };
  const because = becauseCue.exec(words);
  if (state.task === "cancel" && because !== null)
    return tell(state, "reason", text.slice(because.index + because[0].length).trim());
  const told = [lateCue, staffMattersCue, tellsMessageCue].some((cue) => cue.test(words));
  if (state.task !== "message" || !told) return state;
  const noted = tell(state, "messageText", text.trim());
  return noted.entries.staff === undefined ? tell(noted, "staff", "any") : noted;
}

/** The state at the beginning of a task. */
export function begunTask(state: DialogueState, task: TaskId): DialogueState {
  const interrupts = isUnderWay(state);
  const { negotiation, paused, urgent } = state;
  const aside = [...paused, { task: state.task, negotiation, urgent }];
  // What is given up for good holds no time any more.
  const dropped = interrupts ? aside.slice(0, -MOST_PAUSED) : [{ negotiation }];
  const holds = dropped.flatMap(({ negotiation: { held } }) => (held === null ? [] : [held.hold]));
  return {
    ...state,
    task,
    done: null,
    agreed: false,
    paused: interrupts ? aside.slice(-MOST_PAUSED) : paused,
    toRelease: [...state.toRelease, ...holds],
    entries: interrupts ? state.entries : keptEntries(state),
    aim: { kind: "wish" },
    misses: 0,
    attempts: {},
    fresh: [],
    trail: [],
    negotiation: freshNegotiation,
    // Whom nobody knew a moment ago may have been misheard.
    identity: state.identity.state === "known" ? state.identity : unknownIdentity,
  };
}

/** Something was asked for the task and it is not done. */
function isUnderWay({ aim, done, task, trail }: DialogueState): boolean {
  if (done !== null || aim.kind === "wish" || aim.kind === "anythingElse" || aim.kind === "instead")
    return false;
  // Whoever asks for another thing in place of what was about to be done does not come back to it.
  return aim.kind !== "agree" && aim.kind !== "waitlist" && task !== "callBack" && trail.length > 0;
}

/** The booking that is being spoken of stays the one that is meant. */
function keptEntries({ entries, aim }: DialogueState): DialogueState["entries"] {
  const meant = aim.kind === "agree" || aim.kind === "instead" ? (["booking"] as const) : [];
  const visit = aim.kind === "waitlist" ? fieldIds : [];
  const kept = [...personal, ...meant, ...visit];
  return Object.fromEntries(kept.flatMap((field) => (entries[field] ? [[field, entries[field]]] : [])));
}

/** Takes up the task that was set aside last. */
export function resumed(state: DialogueState): DialogueState {
  const last = state.paused.at(-1);
  if (last === undefined) return state;
  return {
    ...state,
    ...last,
    paused: state.paused.slice(0, -1),
    done: null,
    agreed: false,
    misses: 0,
    fresh: [],
  };
}
