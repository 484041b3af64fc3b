import { insisted } from "./answers/offers.ts";
import type { DialogueContext, DialogueOutput } from "./dialogue-io.ts";
import { type Aim, type DialogueState, valueIn, withoutEntry } from "./dialogue-state.ts";
import type { Move } from "./move.ts";
import { addressLookUp, plan, vinLookUp } from "./plan.ts";
import { purposeOf, questionOf, withValue } from "./question.ts";
import { excusePurpose, send, waitOf } from "./requesting.ts";
import type { Saying, Statement } from "./saying.ts";
import { chosenDoctor } from "./search/negotiation.ts";
import { suitableResources } from "./search/visit.ts";
import type { Next } from "./stages/next.ts";

export interface Finished {
  readonly state: DialogueState;
  readonly outputs: readonly DialogueOutput[];
}

/** Turns a move into what is said and requested: plans what comes next, and puts its question. */
export function finish(move: Move, context: DialogueContext): Finished {
  const cleaned = cleanUp(move.state, context);
  const planned =
    move.then === "proceed"
      ? goOn(cleaned.state, context)
      : { state: cleaned.state, outputs: [], sayings: [] };
  const sayings = [...move.sayings, ...planned.sayings];
  const short = move.then === "askShort";
  const spoken =
    move.then === "rest"
      ? { state: planned.state, said: [] }
      : speak(planned.state, context, { sayings, short, purpose: move.purpose });
  const said = [...move.statements, ...spoken.said];
  const waiting = { ...spoken.state, wait: waitOf(spoken.state, context.now) };
  const worthRepeating = said.filter((one) => one.purpose !== excusePurpose);
  const asked = spoken.said.length > 0 ? { ...waiting, firstQuestionBy: null } : waiting;
  const state = worthRepeating.length === 0 ? asked : { ...asked, lastSaid: worthRepeating };
  return {
    state,
    outputs: [
      ...said.map((statement): DialogueOutput => ({ kind: "say", ...statement })),
      ...cleaned.outputs,
      ...planned.outputs,
      ...move.outputs,
    ],
  };
}

/** Gives back holds that are not wanted any more, and has a new address or VIN looked up. */
function cleanUp(given: DialogueState, context: DialogueContext): Finished {
  const over = given.aim.kind === "over";
  const address = over ? null : addressLookUp(given);
  const vin = over ? null : vinLookUp(given);
  const releases = given.toRelease.map((hold) => ({ kind: "release", hold }) as const);
  const noted: DialogueState = {
    ...given,
    toRelease: [],
    addressState: address === null ? given.addressState : "asked",
    decoded: vin === null ? given.decoded : vin.vin,
  };
  const wanted = [...releases, address, vin].filter((one) => one !== null);
  return wanted.reduce<Finished>(
    (before, request) => {
      const { state, output } = send(before.state, context, request);
      return { state, outputs: [...before.outputs, output] };
    },
    { state: noted, outputs: [] },
  );
}

function goOn(
  given: DialogueState,
  context: DialogueContext,
): Finished & { readonly sayings: readonly Saying[] } {
  const { state, next, sayings } = planSuitably(given, context);
  if (next.kind === "aim") return { state: withAim(state, next.aim), outputs: [], sayings };
  const waiting = withAim(state, { kind: "reply" });
  if (state.requests.some(({ request }) => request.kind === next.request.kind))
    return { state: waiting, outputs: [], sayings };
  const sent = send(waiting, context, next.request);
  return { state: sent.state, outputs: [sent.output], sayings };
}

/** The plan, after a doctor who cannot help with this visit, or does not take this payer, is taken back with a word. */
function planSuitably(
  state: DialogueState,
  context: DialogueContext,
): { readonly state: DialogueState; readonly next: Next; readonly sayings: readonly Saying[] } {
  const next = plan(state, context);
  const doctor = chosenDoctor(state);
  const searching = next.kind === "request" && next.request.kind === "findOpenings";
  if (!searching || doctor === null)
    return { state, next, sayings: searching ? onlyDoctor(state, context) : [] };
  if (suitableResources(state, context.practice).some(({ id }) => id === doctor))
    return { state, next, sayings: [] };
  const free = withoutEntry({ ...state, fresh: state.fresh.filter((field) => field !== "doctor") }, "doctor");
  return { state: free, next: plan(free, context), sayings: [{ kind: "doctorNotSuitable", doctor }] };
}

/** Where there is nobody to choose among, the caller hears who it is. */
function onlyDoctor(state: DialogueState, { practice }: DialogueContext): readonly Saying[] {
  const [only, ...others] = suitableResources(state, practice);
  const first = state.negotiation.refused.length === 0 && state.negotiation.relaxed === "nothing";
  return only === undefined || others.length > 0 || !first || valueIn(state, "doctor") !== null
    ? []
    : [{ kind: "onlyDoctor", doctor: only.id }];
}

function withAim(state: DialogueState, aim: Aim): DialogueState {
  const same = JSON.stringify(aim) === JSON.stringify(state.aim);
  const trail =
    aim.kind === "field" && state.trail.at(-1) !== aim.field ? [...state.trail, aim.field] : state.trail;
  return { ...state, aim, trail, misses: same ? state.misses : 0 };
}

/** What follows from the answer is said after it. */
const afterAcknowledging: ReadonlySet<Saying["kind"]> = new Set([
  "onlyDoctor",
  "doctorNotSuitable",
  "notOnFile",
]);

interface Words {
  readonly sayings: readonly Saying[];
  readonly short: boolean;
  readonly purpose: string | null;
}

/** One prompt: what was kept back, what is to be said now, what was just understood, and the open question. */
function speak(
  state: DialogueState,
  context: DialogueContext,
  { sayings, short, purpose }: Words,
): { readonly state: DialogueState; readonly said: readonly Statement[] } {
  const { aim } = state;
  if (aim.kind === "over") return { state, said: [] };
  const kept = [...state.heldBack, ...sayings];
  if (aim.kind === "reply") return { state: { ...state, heldBack: kept }, said: [] };
  const { acknowledged, fresh } = acknowledge(state);
  const none = aim.kind === "offer" ? noneAsWished(state) : [];
  const question = questionOf(state, context, short);
  return {
    state: { ...state, heldBack: [], fresh, recent: acknowledged.map(({ field }) => field) },
    said: [
      {
        purpose: purpose ?? purposeOf(aim),
        sayings: [
          ...kept.filter(({ kind }) => !afterAcknowledging.has(kind)),
          ...acknowledged,
          ...kept.filter(({ kind }) => afterAcknowledging.has(kind)),
          ...none,
          ...question,
        ],
        bargeIn: true,
      },
    ],
  };
}

/** What was understood is said back once; the value that the question itself reads back is left to it. */
function acknowledge(state: DialogueState) {
  const { aim } = state;
  const asked = aim.kind === "confirm" || aim.kind === "field" ? aim.field : null;
  const now = state.fresh.filter((field) => field !== asked && valueIn(state, field) !== null);
  return {
    acknowledged: now.map((field) => ({ kind: "acknowledge", ...withValue(state, field) }) as const),
    fresh: state.fresh.filter((field) => field === asked && aim.kind !== "confirm"),
  };
}

function noneAsWished(state: DialogueState): readonly Saying[] {
  const { relaxed } = state.negotiation;
  return relaxed === "nothing" || state.misses > 0
    ? []
    : [{ kind: "noneAsWished", relaxed, ...insisted(state) }];
}
