import type { EpochMs } from "../values/ids.ts";
import type { DialogueContext, DialogueOutput } from "./dialogue-io.ts";
import type { DialogueState, LookUp, PendingRequest } from "./dialogue-state.ts";
import { type Move, rest } from "./move.ts";
import type { Request } from "./requests.ts";

/** A reply within this time needs no excuse. */
const excuseAfterMs = 1_500;
/** A reply that takes longer than this is not waited for, except that of a booking, which may have been made. */
const giveUpAfterMs = 20_000;
const giveUpBookingAfterMs = 45_000;
/** Pauses before a failed request is sent again under its own key. */
const retryAfterMs: readonly number[] = [1_000, 3_000, 6_000];

/** Sends a request under the next number. */
export function send(
  state: DialogueState,
  context: DialogueContext,
  lookUp: LookUp,
  request: Request,
): { readonly state: DialogueState; readonly output: DialogueOutput } {
  const id = state.nextRequest;
  const pending: PendingRequest = {
    id,
    lookUp,
    request,
    since: context.now,
    tries: 1,
    excused: false,
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
  if (pause === undefined || failed.lookUp === "release") return null;
  const again: PendingRequest = { ...failed, tries: failed.tries + 1, resting: true, since: now + pause };
  return { ...state, requests: [...state.requests.filter(({ id }) => id !== failed.id), again] };
}

/** When `late` is due; null when no reply is waited for. */
export function dialogueDeadline(state: DialogueState): EpochMs | null {
  const due = state.requests.map(dueAt);
  return due.length === 0 ? null : Math.min(...due);
}

function dueAt(pending: PendingRequest): EpochMs {
  if (pending.resting) return pending.since;
  if (!pending.excused && isWaitedFor(pending)) return pending.since + excuseAfterMs;
  return pending.since + (pending.lookUp === "book" ? giveUpBookingAfterMs : giveUpAfterMs);
}

/** Nobody waits for an address check or a release. */
function isWaitedFor({ lookUp }: PendingRequest): boolean {
  return lookUp !== "checkAddress" && lookUp !== "release";
}

/** What is due now: rested requests go out again, long waits are excused. The rest is given up by the caller of this. */
export function late(
  state: DialogueState,
  now: EpochMs,
): { readonly move: Move; readonly overdue: readonly PendingRequest[] } {
  const due = state.requests.filter((pending) => dueAt(pending) <= now);
  const rested = due.filter(({ resting }) => resting);
  const slow = due.filter((pending) => !pending.resting && !pending.excused && isWaitedFor(pending));
  const requests = state.requests.map((pending): PendingRequest => {
    if (rested.includes(pending)) return { ...pending, resting: false, since: now };
    return slow.includes(pending) ? { ...pending, excused: true } : pending;
  });
  return {
    move: {
      ...rest({ ...state, requests }),
      statements:
        slow.length === 0 ? [] : [{ purpose: "oneMoment", sayings: [{ kind: "oneMoment" }], bargeIn: true }],
      outputs: rested.map(({ id, request }) => ({ kind: "request", id, request })),
    },
    overdue: due.filter((pending) => !rested.includes(pending) && !slow.includes(pending)),
  };
}
