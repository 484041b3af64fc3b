import { type DialogueState, withEntry } from "../dialogue-state.ts";
import { type Move, rest } from "../move.ts";
import type { Outcome } from "../requests.ts";

/** Whom the calling number belongs to. */
export function callers(state: DialogueState, { people }: Extract<Outcome, { kind: "callers" }>): Move {
  return rest({ ...state, callers: people.map((all) => all.map(({ given }) => given)) });
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
