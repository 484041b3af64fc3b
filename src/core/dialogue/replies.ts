import type { RequestId } from "../values/ids.ts";
import { hide } from "../values/private.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { type DialogueState, negotiate, type PendingRequest, valueIn, withEntry } from "./dialogue-state.ts";
import { searchStillFits } from "./fill.ts";
import { handOff } from "./hand-off.ts";
import { end, type Move, proceed, rest, withStatement } from "./move.ts";
import { lookAgain, nextRelaxation } from "./negotiation.ts";
import { nothingFound } from "./offers.ts";
import { retried } from "./requesting.ts";
import type { Booking, Outcome } from "./requests.ts";

/** The world has answered. A reply that nobody waits for any more changes nothing, but its hold is given back. */
export function replied(
  state: DialogueState,
  reply: { readonly request: RequestId; readonly outcome: Outcome },
  context: DialogueContext,
): Move {
  const { outcome } = reply;
  const pending = state.requests.find(({ id }) => id === reply.request);
  if (pending === undefined) {
    return outcome.kind === "held"
      ? rest({ ...state, toRelease: [...state.toRelease, outcome.hold] })
      : rest(state);
  }
  if (outcome.kind === "failed") return failed(state, pending, outcome.retryable, context);
  const settled = without(state, pending);
  if (settled.aim.kind === "over" && outcome.kind === "held")
    return rest({ ...settled, toRelease: [...settled.toRelease, outcome.hold] });
  return outcomeOf(settled, outcome, context);
}

function without(state: DialogueState, pending: PendingRequest): DialogueState {
  return { ...state, requests: state.requests.filter(({ id }) => id !== pending.id) };
}

function outcomeOf(
  state: DialogueState,
  outcome: Exclude<Outcome, { kind: "failed" }>,
  context: DialogueContext,
): Move {
  switch (outcome.kind) {
    case "knownPerson": {
      const identity = { state: "known", person: outcome.person, details: outcome.details } as const;
      return goOn(state, searchStillFits(state, { ...state, identity }, context));
    }
    case "newPerson":
    case "ambiguous":
    case "locked":
      return unknownPerson(state, context);
    case "addressChecked":
      return addressChecked(state, outcome);
    case "openings":
      return openingsFound(state, outcome.openings);
    case "held":
      return held(state, outcome);
    case "taken":
      return goOn(state, lookAgain(state, {}, true), { kind: "taken" });
    case "expired":
      return expired(state);
    case "booked":
      return booked(state, outcome.booking, context);
    case "ticketTaken":
      return end({ ...state, ticket: outcome.ticket }, "ticketTaken", "ticketTaken", { kind: "ticketTaken" });
    default:
      return rest(state);
  }
}

/** Speaks on only when the caller is waiting for it; else the open question stands. */
function goOn(
  before: DialogueState,
  state: DialogueState,
  ...sayings: Parameters<typeof proceed>[1][]
): Move {
  return before.aim.kind === "reply" ? proceed(state, ...sayings) : { ...rest(state) };
}

function unknownPerson(state: DialogueState, context: DialogueContext): Move {
  const identity = { state: "new", person: null, details: hide({}) } as const;
  const next = searchStillFits(state, { ...state, identity }, context);
  return valueIn(state, "seenBefore") === true ? goOn(state, next, { kind: "notOnFile" }) : goOn(state, next);
}

function addressChecked(state: DialogueState, outcome: Extract<Outcome, { kind: "addressChecked" }>): Move {
  const entry = state.entries.address;
  // The caller may have corrected the address while it was looked up.
  if (state.addressState !== "asked" || entry?.kind !== "value") return rest(state);
  const checked: DialogueState = { ...state, addressState: outcome.state };
  if (outcome.state !== "corrected") return rest(checked);
  const corrected = withEntry(checked, "address", { ...entry, value: outcome.address, confirmed: true });
  return rest({
    ...corrected,
    fresh: [...corrected.fresh.filter((field) => field !== "address"), "address"],
  });
}

function openingsFound(
  state: DialogueState,
  openings: Extract<Outcome, { kind: "openings" }>["openings"],
): Move {
  if (openings.length > 0) return goOn(state, negotiate(state, { offers: openings }));
  const relaxed = nextRelaxation(state);
  if (relaxed !== null) return goOn(state, negotiate(state, { relaxed, offers: null }));
  return nothingFound(state);
}

function held(state: DialogueState, outcome: Extract<Outcome, { kind: "held" }>): Move {
  const { hold, opening, expires } = outcome;
  if (state.negotiation.chosen?.id !== opening.id)
    return rest({ ...state, toRelease: [...state.toRelease, hold] });
  return goOn(state, negotiate(state, { held: { hold, opening, expires } }));
}

/** The hold ran out while the caller was thinking: the same time is taken anew once, without asking again. */
function expired(state: DialogueState): Move {
  const { held: lost, renewed } = state.negotiation;
  if (lost === null || renewed) return goOn(state, lookAgain(state, {}, true), { kind: "expired" });
  return goOn(state, negotiate(state, { held: null, chosen: lost.opening, renewed: true }));
}

function booked(state: DialogueState, booking: Booking, { practice }: DialogueContext): Move {
  const prepare = practice.offerings.find(({ id }) => id === booking.offering)?.preparation ?? null;
  const done: DialogueState = {
    ...state,
    booking,
    aim: { kind: "anythingElse" },
    misses: 0,
    fresh: [],
    heldBack: [],
  };
  return withStatement(proceed(done), {
    purpose: "booked",
    sayings: [
      { kind: "booked", booking },
      ...(prepare === null ? [] : [{ kind: "prepare", offering: booking.offering } as const]),
    ],
    bargeIn: true,
  });
}

/** A fault of the world: tried again where that can help, else spoken about honestly. */
export function failed(
  state: DialogueState,
  pending: PendingRequest,
  retryable: boolean,
  context: DialogueContext,
): Move {
  const again = retryable ? retried(state, pending, context.now) : null;
  if (again !== null) return rest(again);
  const settled = without(state, pending);
  switch (pending.lookUp) {
    case "identify":
      return goOn(settled, { ...settled, identity: { state: "new", person: null, details: hide({}) } });
    case "checkAddress":
      return rest({ ...settled, addressState: "unverified" });
    case "release":
      return rest(settled);
    case "ticket":
      return end(settled, "fault", "goodbye", { kind: "ticketFailed" });
    case "book":
      return inTrouble(settled, context, "troubleBooking");
    case "openings":
    case "hold":
      return inTrouble(settled, context, "troubleLooking");
  }
}

function inTrouble(
  state: DialogueState,
  context: DialogueContext,
  kind: "troubleBooking" | "troubleLooking",
): Move {
  const move = handOff(state, context, kind);
  if (move.statements.length === 0) return { ...move, sayings: [{ kind }, ...move.sayings] };
  return {
    ...move,
    statements: move.statements.map((one) => ({ ...one, sayings: [{ kind }, ...one.sayings] })),
  };
}
