import { hide, type Private } from "../../values/private.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, type Entry, withEntry } from "../dialogue-state.ts";
import { firstQuestion, type Move, rest } from "../move.ts";
import type { Outcome } from "../requests.ts";
import { goOn } from "./go-on.ts";

/**
 * Whom the calling number belongs to. Where people prove themselves by number and plate, a number that is on file is the
 * first half, and nobody is asked for it.
 */
export function callers(
  state: DialogueState,
  { people }: Extract<Outcome, { kind: "callers" }>,
  { practice }: DialogueContext,
): Move {
  const told: DialogueState = { ...state, callers: people.map((all) => all.map(({ given }) => given)) };
  const isHalf = practice.identity === "phoneAndOne" && people.reveal().length > 0;
  const number = state.callingNumber;
  const known =
    isHalf && number !== null && state.entries.phone === undefined
      ? withEntry(told, "phone", onRecord(number))
      : told;
  return state.firstQuestionBy === null ? rest(known) : firstQuestion(known);
}

function onRecord(value: Private<unknown>): Entry {
  return { kind: "value", value, confidence: 1, how: "file", confirmed: true };
}

export function addressChecked(
  state: DialogueState,
  outcome: Extract<Outcome, { kind: "addressChecked" }>,
): Move {
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

/** What the VIN tells of the vehicle, unless the caller has told it meanwhile; said back for them to put right. */
export function vehicleDecoded(
  state: DialogueState,
  { vehicle }: Extract<Outcome, { kind: "vehicleDecoded" }>,
): Move {
  if (state.entries.vehicle !== undefined) return goOn(state, state);
  const value = hide<unknown>({ ...vehicle, mileage: null, colour: null });
  const entry = { kind: "value", value, confidence: 1, how: "file", confirmed: false } as const;
  return goOn(state, withEntry({ ...state, fresh: [...state.fresh, "vehicle"] }, "vehicle", entry));
}
