import type { RequestId } from "../../values/ids.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState, PendingRequest } from "../dialogue-state.ts";
import { keptFor } from "../holding.ts";
import { type Move, rest } from "../move.ts";
import type { Outcome, Request } from "../requests.ts";
import { addressChecked, callers, vehicleDecoded } from "./background.ts";
import { committed } from "./committed.ts";
import { failed } from "./failed.ts";
import { goOn } from "./go-on.ts";
import { ambiguous, knownPerson, locked, newPerson, notAllowed } from "./identified.ts";
import { notEligible } from "./not-eligible.ts";
import { bookingsTold, expired, gone, held, openingsFound, taken } from "./search.ts";

/** The world has answered. A reply that nobody waits for any more changes nothing, but its hold is given back. */
export function replied(
  state: DialogueState,
  reply: { readonly request: RequestId; readonly outcome: Outcome },
  context: DialogueContext,
): Move {
  const { outcome } = reply;
  const pending = state.requests.find(({ id }) => id === reply.request);
  if (pending === undefined) return outcome.kind === "held" ? heldAnew(state, outcome) : rest(state);
  const settled = without(state, pending);
  if (isForNothing(state, pending, outcome)) return rest(settled);
  if (outcome.kind === "failed") return failed(state, pending, outcome.retryable, context);
  if (settled.aim.kind === "over" && outcome.kind === "held") return giveBack(settled, outcome);
  return outcome.kind === "held"
    ? held(settled, outcome, pending, context)
    : outcomeOf(settled, outcome, context);
}

/** What was looked up for a task that is done meanwhile. Who the caller is, and what is held for them, matters still. */
function isForNothing({ aim }: DialogueState, { request }: PendingRequest, outcome: Outcome): boolean {
  if (aim.kind !== "anythingElse" || outcome.kind === "knownPerson" || outcome.kind === "held") return false;
  return lookUps.has(request.kind);
}

const lookUps: ReadonlySet<Request["kind"]> = new Set([
  "identify",
  "findOpenings",
  "hold",
  "listBookings",
  "askStatus",
]);

/** The caller has what is held for longer, or nobody waits for it any more. */
function heldAnew(state: DialogueState, outcome: Extract<Outcome, { kind: "held" }>): Move {
  const kept = keptFor(state, outcome);
  return kept === null ? giveBack(state, outcome) : rest(kept);
}

function giveBack(state: DialogueState, { hold }: Extract<Outcome, { kind: "held" }>): Move {
  return rest({ ...state, toRelease: [...state.toRelease, hold] });
}

function without(state: DialogueState, pending: PendingRequest): DialogueState {
  return { ...state, requests: state.requests.filter(({ id }) => id !== pending.id) };
}

function outcomeOf(
  state: DialogueState,
  outcome: Exclude<Outcome, { kind: "failed" | "held" }>,
  context: DialogueContext,
): Move {
  switch (outcome.kind) {
    case "callers":
      return callers(state, outcome, context);
    case "addressChecked":
      return addressChecked(state, outcome);
    case "knownPerson":
      return knownPerson(state, outcome, context);
    case "newPerson":
      return newPerson(state, context);
    case "ambiguous":
      return ambiguous(state, context);
    case "locked":
      return locked(state, context);
    case "notAllowed":
      return notAllowed(state, context);
    case "openings":
      return openingsFound(state, outcome.openings);
    case "taken":
      return taken(state);
    case "notEligible":
      return notEligible(state, outcome, context);
    case "expired":
      return expired(state);
    case "bookings":
      return bookingsTold(state, outcome.bookings, context);
    case "gone":
      return gone(state);
    case "booked":
    case "rescheduled":
    case "cancelled":
    case "confirmed":
    case "waiting":
    case "ticketTaken":
    case "callingStopped":
    case "textsAnswered":
    case "status":
      return committed(state, outcome, context);
    case "released":
    case "modelReplied":
      return rest(state);
    case "notDecoded":
      return goOn(state, state);
    case "vehicleDecoded":
      return vehicleDecoded(state, outcome);
  }
}
