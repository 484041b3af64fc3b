import { hide } from "../values/private.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import { localTime } from "./dialogue-io.ts";
import { type DialogueState, type Entry, valueIn, withEntry } from "./dialogue-state.ts";
import { calledByUsCue, wantedOnPhoneCue } from "./en/staff-cues-table.ts";
import { actIn, type Hearing } from "./hearing.ts";
import { end, type Move, proceed, rest, withStatement } from "./move.ts";
import { isOpen } from "./open-hours.ts";
import { namedStaff } from "./person/named-staff.ts";

/** "Let me talk to a person", at any time. */
export function personWanted(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  // "Am I talking to a real person?" is a question.
  if (actIn(hearing, "question")?.topic === "robot") return null;
  const { words } = hearing;
  const named = namedStaff(hearing.text, context.practice, true);
  const wanted =
    actIn(hearing, "person") !== null ||
    (named !== null && wantedOnPhoneCue.test(words)) ||
    (state.aim.kind === "wish" && calledByUsCue.test(words));
  if (!wanted) return null;
  const to = named === null ? state : withEntry(state, "staff", sure(named));
  return handOff(to, context, "callerAsked");
}

/**
 * Gives the caller to a person: put through while the practice is open and has a number for it, otherwise a ticket is taken
 * so that somebody calls back. `why` is ours and goes into the ticket.
 */
export function handOff(state: DialogueState, context: DialogueContext, why: string): Move {
  const { practice } = context;
  const known: DialogueState = { ...state, handOff: state.handOff ?? why };
  if (practice.transferTo !== null && isOpen(practice, localTime(context))) {
    const move = withStatement(rest({ ...known, aim: { kind: "over", why: "transfer" } }), {
      purpose: "transfer",
      sayings: [{ kind: "putThrough" }],
      bargeIn: true,
    });
    return { ...move, outputs: [{ kind: "transfer", to: practice.transferTo }] };
  }
  return takeMessage(known);
}

/** Nobody can be put through, or nobody answered there: the caller is told so, and a ticket makes somebody call back. */
export function takeMessage(state: DialogueState): Move {
  // A ticket cannot be what a ticket failed at.
  if (state.task === "callBack") return takeTicketAnyway(state);
  return proceed(
    { ...state, task: "callBack", done: null, paused: [], misses: 0, fresh: [], attempts: {} },
    { kind: "nobodyToPutThrough" },
  );
}

/** The number to call back cannot be understood: the number of the line stands in, or the call ends honestly. */
function takeTicketAnyway(state: DialogueState): Move {
  if (state.callingNumber === null || valueIn(state, "phone") !== null)
    return end(state, "notUnderstood", "goodbye", { kind: "ticketFailed" });
  return proceed(withEntry(state, "phone", sure(state.callingNumber.reveal())));
}

function sure(value: string): Entry {
  return { kind: "value", value: hide(value), confidence: 1, how: "file", confirmed: true };
}
