import type { Reading } from "../../language/understanding.ts";
import type { Opening } from "../../scheduling/opening.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, type Negotiation, negotiate } from "../dialogue-state.ts";
import { anyCue, choosingWords, takenBackCue } from "../en/cues-table.ts";
import { put } from "../fill.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { ask, type Move, proceed } from "../move.ts";
import { namedResource, speakingLanguage } from "../search/named-resource.ts";
import { chosenDoctor, lookAgain, wishIn } from "../search/negotiation.ts";
import { relativeWish } from "../search/relative-wish.ts";

/** After so many plain refusals in a row the caller is asked which time would suit. */
const PLAIN_REFUSALS_ALLOWED = 1;

/** The answer to two or three openings: a choice, a refusal, or another wish. */
export function offerAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const { offers } = state.negotiation;
  if (state.aim.kind !== "offer" || offers === null) return null;
  const { said } = hearing;
  const relative = relativeWish(hearing.text, offers, context);
  if (relative !== null) return proceed(lookAgain(state, { ...relative, plainRefusals: 0 }, true));
  const choices = said.readings.filter((reading) => reading.kind === "choice");
  const [best, next] = choices;
  if (
    best !== undefined &&
    next !== undefined &&
    best.value !== next.value &&
    best.confidence - next.confidence < 0.1
  )
    return whichOne(state);
  const picked = best === undefined ? undefined : offers[best.value];
  if (best !== undefined && picked !== undefined && (said.reply !== "no" || choosesInstead(hearing, best)))
    return choose(state, picked);
  const doctor =
    namedResource(hearing.text, context.practice, true) ?? speakingLanguage(hearing.text, context.practice);
  if (doctor !== null) return withDoctor(state, hearing, context, { doctor, offers });
  return byWish(state, hearing, context, offers) ?? plainAnswer(state, hearing, offers);
}

/** "No, I meant the second one" takes back what was said before; "no, the second one is too late" refuses it. */
function choosesInstead({ text }: Hearing, { span }: Reading): boolean {
  const back = takenBackCue.exec(text)?.[0].length ?? 0;
  if (back === 0 || span.start < back) return false;
  const around = `${text.slice(back, span.start)} ${text.slice(span.end)}`.toLowerCase();
  return around.split(/[^a-z']+/).every((word) => word === "" || choosingWords.has(word));
}

/** Reserves an opening for the caller. Whoever had only asked for the next one is booking it now. */
function choose(state: DialogueState, opening: Opening): Move {
  const booking = state.task === "nextAvailable" ? bookingNow(state) : state;
  return proceed(negotiate(booking, { chosen: opening, plainRefusals: 0 }));
}

/** A booking that was set aside for the question has become this one, and is not made once more. */
function bookingNow(state: DialogueState): DialogueState {
  const isSame = ({ task }: DialogueState["paused"][number]) => task === "book";
  const same = state.paused.filter(isSame);
  const holds = same.flatMap(({ negotiation: { held } }) => (held === null ? [] : [held.hold]));
  const paused = state.paused.filter((one) => !isSame(one));
  return { ...state, task: "book", paused, toRelease: [...state.toRelease, ...holds] };
}

function whichOne(state: DialogueState): Move {
  const misses = state.misses + 1;
  return { ...ask({ ...state, misses }, { kind: "whichOne" }), purpose: "offerTimes" };
}

interface DoctorNamed {
  readonly doctor: string;
  readonly offers: readonly Opening[];
}

function withDoctor(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
  { doctor, offers }: DoctorNamed,
): Move {
  const theirs = offers.filter(({ resource }) => resource === doctor);
  const [only] = theirs;
  if (only !== undefined && theirs.length === 1 && theirs.length < offers.length) return choose(state, only);
  const asked = put(state, { field: "doctor", value: doctor, confidence: 0.9 }, hearing.by, context);
  return proceed(lookAgain(asked, wishIn(state, hearing, context) ?? {}, false));
}

/** A wish that fits exactly one offer chooses it; any other is looked for. */
function byWish(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
  offers: readonly Opening[],
): Move | null {
  const wish = wishIn(state, hearing, context);
  if (wish === null) return null;
  const onlyOrder = wish.days === undefined && wish.times === undefined;
  const end = wish.order === "latest" ? offers.at(-1) : offers[0];
  if (onlyOrder && end !== undefined && hearing.said.reply !== "no") return choose(state, end);
  return proceed(lookAgain(state, { ...wish, plainRefusals: 0 }, true));
}

function plainAnswer(state: DialogueState, hearing: Hearing, offers: readonly Opening[]): Move | null {
  const { said, text } = hearing;
  const none = said.readings.some(({ kind }) => kind === "choiceNone");
  if (none || said.reply === "no" || actIn(hearing, "deny", "change") !== null) return refuseAll(state);
  const [first] = offers;
  if (first === undefined) return null;
  if (said.reply === "yes") return offers.length === 1 ? choose(state, first) : whichOne(state);
  return anyCue.test(text.toLowerCase()) ? choose(state, first) : null;
}

function refuseAll(state: DialogueState): Move {
  const plainRefusals = state.negotiation.plainRefusals + 1;
  const again = lookAgain(state, { plainRefusals }, true);
  if (plainRefusals <= PLAIN_REFUSALS_ALLOWED) return proceed(again);
  return ask({ ...again, aim: { kind: "when" }, misses: 0 });
}

/** The answer to "which day or time would suit you?" */
export function whenAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "when") return null;
  const wish = wishIn(state, hearing, context);
  const doctor = namedResource(hearing.text, context.practice, true);
  const fresh: Partial<Negotiation> = { plainRefusals: 0 };
  if (doctor !== null) {
    const asked = put(state, { field: "doctor", value: doctor, confidence: 0.9 }, hearing.by, context);
    return proceed(lookAgain(asked, { ...fresh, ...wish }, false));
  }
  if (wish !== null) return proceed(lookAgain(state, { ...fresh, ...wish }, false));
  if (anyCue.test(hearing.words)) return proceed(lookAgain(state, { ...fresh, days: [], times: [] }, false));
  return hearing.said.reply === "no" || actIn(hearing, "dontKnow") !== null
    ? ask({ ...state, aim: { kind: "waitlist" }, misses: 0 })
    : null;
}

/** Nothing fits, even with every wish given up. */
export function nothingFound(state: DialogueState): Move {
  return ask({ ...state, aim: { kind: "waitlist" }, misses: 0 }, { kind: "noOpenings" });
}

/** What the caller insisted on when nothing was found, to be said honestly. */
export function insisted(
  state: DialogueState,
): Pick<Negotiation, "days" | "times"> & { readonly doctor: string | null } {
  const { days, times } = state.negotiation;
  return { days, times, doctor: chosenDoctor(state) };
}
