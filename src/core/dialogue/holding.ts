import type { EpochMs } from "../values/ids.ts";
import type { DialogueOutput } from "./dialogue-io.ts";
import type { DialogueState, HeldTime, Negotiation } from "./dialogue-state.ts";
import type { Outcome } from "./requests.ts";

type Held = Extract<Outcome, { kind: "held" }>;

/** A hold is asked for again so long before it ends, and as often as that when nothing is heard of it. */
const RENEW_BEFORE_MS = 40_000;

export function heldTime({ hold, opening, expires }: Held, asked: HeldTime["asked"]): HeldTime {
  return { hold, opening, asked, renewAt: expires - RENEW_BEFORE_MS };
}

/** When a time that is held, or that a task which was set aside holds, is to be kept for longer; null when none is held. */
export function renewalDue(state: DialogueState): EpochMs | null {
  const due = negotiationsOf(state).flatMap(({ held }) => (held === null ? [] : [held.renewAt]));
  return state.aim.kind === "over" || due.length === 0 ? null : Math.min(...due);
}

/** Keeps what is held for as long as the call lives. Nobody waits for the reply, and one that is lost is asked for again. */
export function renewed(
  state: DialogueState,
  now: EpochMs,
): { readonly state: DialogueState; readonly outputs: readonly DialogueOutput[] } {
  const outputs: DialogueOutput[] = [];
  const next = withHeld(state, (held) => {
    if (state.aim.kind === "over" || held.renewAt > now) return held;
    outputs.push({ kind: "request", ...held.asked });
    return { ...held, renewAt: now + RENEW_BEFORE_MS };
  });
  return { state: next, outputs };
}

/** What the reply to a renewal tells; null for a hold that is nobody's. */
export function keptFor(state: DialogueState, { hold, expires }: Held): DialogueState | null {
  const isHeld = negotiationsOf(state).some(({ held }) => held?.hold === hold);
  if (!isHeld) return null;
  return withHeld(state, (held) =>
    held.hold === hold ? { ...held, renewAt: Math.max(held.renewAt, expires - RENEW_BEFORE_MS) } : held,
  );
}

function negotiationsOf({ negotiation, paused }: DialogueState): readonly Negotiation[] {
  return [negotiation, ...paused.map((one) => one.negotiation)];
}

function withHeld(state: DialogueState, change: (held: HeldTime) => HeldTime): DialogueState {
  const changed = (negotiation: Negotiation): Negotiation =>
    negotiation.held === null ? negotiation : { ...negotiation, held: change(negotiation.held) };
  return {
    ...state,
    negotiation: changed(state.negotiation),
    paused: state.paused.map((one) => ({ ...one, negotiation: changed(one.negotiation) })),
  };
}
