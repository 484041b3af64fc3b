import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, unknownIdentity, valueIn } from "../dialogue-state.ts";
import { forget, searchStillFits } from "../fill.ts";
import { handOff } from "../hand-off.ts";
import { countDenial } from "../ladder.ts";
import { type Move, proceed } from "../move.ts";
import { proofFields } from "../person/identity.ts";
import { fromFile } from "../person/on-file.ts";
import type { Outcome } from "../requests.ts";
import { tasks } from "../tasks/tasks.ts";
import { goOn } from "./go-on.ts";

/** So many proofs may match nobody; then a person takes over. The ledger locks at the same number. */
const FAILURES_ALLOWED = 2;

export function knownPerson(
  state: DialogueState,
  { person, details, vehicles }: Extract<Outcome, { kind: "knownPerson" }>,
  context: DialogueContext,
): Move {
  const identity = { state: "known", person, details, vehicles } as const;
  const known = fromFile({ ...state, identity });
  return goOn(state, searchStillFits(state, known, context));
}

/** Nobody on file: for a booking they are new, for everything else they have to prove who they are once more. */
export function newPerson(state: DialogueState, context: DialogueContext): Move {
  if (needsProof(state)) return anotherProof(state, context);
  const next = searchStillFits(state, asNew(state), context);
  return valueIn(state, "seenBefore") === true ? goOn(state, next, { kind: "notOnFile" }) : goOn(state, next);
}

/** Several people match; who cannot be told apart is a matter for staff, but may book all the same. */
export function ambiguous(state: DialogueState, context: DialogueContext): Move {
  if (needsProof(state)) return handOff(state, context, "ambiguous");
  return goOn(state, asNew(state));
}

export function locked(state: DialogueState, context: DialogueContext): Move {
  return needsProof(state) ? handOffUnverified(state, context) : goOn(state, asNew(state));
}

/** The ledger does not find that this call has proved to be the person, whatever we believe: asked for again. */
export function notAllowed(state: DialogueState, context: DialogueContext): Move {
  return anotherProof({ ...state, bookings: null, agreed: false }, context);
}

export function needsProof({ task }: DialogueState): boolean {
  return tasks[task].stages.includes("proof");
}

function asNew(state: DialogueState): DialogueState {
  return { ...state, identity: { ...unknownIdentity, state: "new" } };
}

function anotherProof(state: DialogueState, context: DialogueContext): Move {
  const failedProofs = state.failedProofs + 1;
  const counted: DialogueState = { ...state, failedProofs, identity: unknownIdentity };
  if (failedProofs > FAILURES_ALLOWED) return handOffUnverified(counted, context);
  // What was misheard would be misheard again, so it is asked for in another way.
  const asked = proofFields(context.practice, counted)
    .filter((field) => field !== "phone")
    .reduce((kept, field) => countDenial(forget(kept, field), field), counted);
  return proceed({ ...asked, misses: 0 }, { kind: "notFound" });
}

function handOffUnverified(state: DialogueState, context: DialogueContext): Move {
  const move = handOff(state, context, "notVerified");
  const [first, ...others] = move.statements;
  const told = { kind: "notVerified" } as const;
  if (first === undefined) return { ...move, sayings: [told, ...move.sayings] };
  return { ...move, statements: [{ ...first, sayings: [told, ...first.sayings] }, ...others] };
}
