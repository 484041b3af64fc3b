import type { EpochMs } from "../values/ids.ts";
import type { DialogueContext, DialogueOutput } from "./dialogue-io.ts";
import type { DialogueState, PendingRequest, Wait } from "./dialogue-state.ts";
import { renewalDue, renewed } from "./holding.ts";
import { type Move, rest, say } from "./move.ts";
import type { Request } from "./requests.ts";

/** Of what fills a wait, and is worth nothing when it is over. */
export const excusePurpose = "oneMoment";

/**
 * When a wait is excused. A reply just after the first excuse is held up by it, so it is short; one that comes before needs
 * none. What is said once is not said again in the same wait, unless it gets very long.
 */
const excuseAfterMs: readonly number[] = [700, 9_000, 20_000, 35_000];
/** A reply that takes longer than this is not waited for, except that of a commit, which may have been done. */
const GIVE_UP_AFTER_MS = 20_000;
const GIVE_UP_COMMIT_AFTER_MS = 45_000;
/** Whether a model has told by then what a turn meant or not, and whatever was looked up for it: the rules go on. */
const GIVE_UP_MODEL_AFTER_MS = 4_000;
/** Pauses before a failed request is sent again under its own key. */
const retryAfterMs: readonly number[] = [1_000, 3_000, 6_000];

/** Sends a request under the next number. */
export function send(
  state: DialogueState,
  context: DialogueContext,
  request: Request,
): { readonly state: DialogueState; readonly output: DialogueOutput } {
  const id = state.nextRequest;
  const pending: PendingRequest = {
    id,
    request,
    since: context.now,
    tries: 1,
    resting: false,
  };
  return {
    state: { ...state, nextRequest: id + 1, requests: [...state.requests, pending] },
    output: { kind: "request", id, request },
  };
}

/** Whether a failed request is tried again; it keeps its number, so that what was done is not done twice. */
export function retried(state: DialogueState, failed: PendingRequest, now: EpochMs): DialogueState | null {
  const pause = retryAfterMs[failed.tries - 1];
  if (pause === undefined || failed.request.kind === "release") return null;
  const again: PendingRequest = { ...failed, tries: failed.tries + 1, resting: true, since: now + pause };
  return { ...state, requests: [...state.requests.filter(({ id }) => id !== failed.id), again] };
}

/** When `late` is due; null when no reply is waited for and no time is held. */
export function dialogueDeadline(state: DialogueState): EpochMs | null {
  const { requests, wait } = state;
  const due = requests.map((pending) => dueAt(pending, state));
  const excuse = wait === null ? null : excuseDueAt(wait);
  if (excuse !== null) due.push(excuse);
  if (state.firstQuestionBy !== null) due.push(state.firstQuestionBy);
  const renewal = renewalDue(state);
  if (renewal !== null) due.push(renewal);
  return due.length === 0 ? null : Math.min(...due);
}

function dueAt({ id, resting, since, request }: PendingRequest, { consultation }: DialogueState): EpochMs {
  if (resting) return since;
  if (consultation?.request === id) return consultation.since + GIVE_UP_MODEL_AFTER_MS;
  return since + (isCommit(request) ? GIVE_UP_COMMIT_AFTER_MS : GIVE_UP_AFTER_MS);
}

/** Whether the request changes what the caller has, so that it may have been done though nothing was heard of it. */
export function isCommit({ kind }: Request): boolean {
  return commits.has(kind);
}

const commits: ReadonlySet<Request["kind"]> = new Set([
  "book",
  "reschedule",
  "cancelBooking",
  "confirmBooking",
  "joinWaitlist",
  "takeTicket",
  "stopCalling",
  "answerTexts",
]);

function excuseDueAt({ since, excuses }: Wait): EpochMs | null {
  const afterMs = excuseAfterMs[excuses];
  return afterMs === undefined ? null : since + afterMs;
}

/** The wait that the aim makes; one that goes on keeps its beginning. */
export function waitOf({ aim, wait }: DialogueState, now: EpochMs): Wait | null {
  return aim.kind === "reply" ? (wait ?? { since: now, excuses: 0 }) : null;
}

/** What is due now: rested requests go out again, a long wait is excused. The rest is given up by the caller of this. */
export function late(
  state: DialogueState,
  now: EpochMs,
): { readonly move: Move; readonly overdue: readonly PendingRequest[] } {
  const due = state.requests.filter((pending) => dueAt(pending, state) <= now);
  const rested = due.filter(({ resting }) => resting);
  const requests = state.requests.map((pending) =>
    rested.includes(pending) ? { ...pending, resting: false, since: now } : pending,
  );
  const kept = renewed({ ...state, requests }, now);
  const move = excused(kept.state, now);
  const outputs = rested.map(({ id, request }) => ({ kind: "request", id, request }) as const);
  return {
    move: { ...move, outputs: [...outputs, ...kept.outputs] },
    overdue: due.filter((pending) => !rested.includes(pending)),
  };
}

function excused(state: DialogueState, now: EpochMs): Move {
  const { wait } = state;
  const dueAt = wait === null ? null : excuseDueAt(wait);
  if (wait === null || dueAt === null || dueAt > now) return rest(state);
  const excusing = { ...state, wait: { ...wait, excuses: wait.excuses + 1 } };
  return say(excusing, excusePurpose, { kind: wait.excuses === 0 ? "oneMoment" : "stillLooking" });
}
