import type { DialogueContext } from "../dialogue/dialogue-io.ts";
import type { DialogueState } from "../dialogue/dialogue-state.ts";
import { expectationOf } from "../dialogue/expectation-of.ts";
import { hear } from "../dialogue/hearing.ts";
import type { Request } from "../dialogue/requests.ts";
import type { ActKind, Heard, Reading, Understanding } from "../language/understanding.ts";
import { joinWords } from "../turns/joined-words.ts";
import type { CutPrompt, TurnOutput } from "../turns/turn-io.ts";
import { hide, type Private } from "../values/private.ts";

export type EndedTurn = Extract<TurnOutput, { kind: "turnEnded" }>;

/** The caller's last turn and what it was said to, so that it can be judged again with what came after it. */
export interface LastTurn {
  readonly dialogue: DialogueState;
  readonly previous: Private<string>;
  readonly heard: Private<Heard>;
  readonly confidence: number;
  /** Something that cannot be taken back was asked of the world since. */
  readonly binding: boolean;
}

/** What a finished turn is. */
export type Meaning =
  /** Words of their own, said to our last question. */
  | { readonly kind: "answer" }
  /** They change nothing: what they have stopped goes on. */
  | { readonly kind: "nothing" }
  /** They go on with the turn before, or put another in its place: it is `heard` now, said to what was open then. */
  | {
      readonly kind: "revision";
      readonly dialogue: DialogueState;
      readonly previous: Private<string>;
      readonly heard: Private<Heard>;
      readonly confidence: number;
    };

const answer: Meaning = { kind: "answer" };
const nothing: Meaning = { kind: "nothing" };

/** Asking once more does no harm, and replies to what is not wanted any more are passed over. */
const repeatable: ReadonlySet<Request["kind"]> = new Set([
  "whoCalls",
  "identify",
  "checkAddress",
  "findOpenings",
  "hold",
  "listBookings",
  "askStatus",
  "decodeVin",
  "askModel",
]);

export function isBinding({ kind }: Request): boolean {
  return !repeatable.has(kind);
}

interface CallSoFar {
  readonly dialogue: DialogueState;
  readonly lastTurn: LastTurn | null;
  readonly halfStated: CutPrompt | null;
}

/**
 * Tells what a turn is from how much of our answer the caller had heard when they began it. Words that came before any of
 * it belong to the turn before; words that came before the question are not a yes or no to it.
 */
export function meaningOf(
  ended: EndedTurn,
  { dialogue, lastTurn, halfStated }: CallSoFar,
  context: DialogueContext,
): Meaning {
  if (ended.by !== "speech") return answer;
  // While the world is asked there is no question, whatever fills the wait.
  const answerHeard = dialogue.aim.kind === "reply" ? "nothing" : ended.answerHeard;
  // Nobody agrees to what they have not heard; a no is about what they have.
  const waited = answerHeard === "question" && dialogue.waiting && halfStated !== null;
  if (answerHeard === "halfStatement" || waited)
    return isMereAgreement(ended, dialogue, context) ? nothing : answer;
  if (answerHeard === "question" || lastTurn === null) return answer;
  if (answerHeard === "nothing") {
    const continued = continuation(ended, dialogue, lastTurn, context);
    if (continued !== null) return continued;
  }
  const late = answerHeard === "part" ? lateFigures(ended, dialogue, lastTurn, context) : null;
  if (late !== null) return late;
  return isMereReply(ended, dialogue, context) ? nothing : answer;
}

/** What is said in figures, and is mostly said with pauses in it. */
const figured: ReadonlySet<Reading["kind"]> = new Set(["dateOfBirth", "phone", "identifier", "vin"]);

/**
 * "Nineteen sixty", and "nine" when we have begun to say it back: words that answer nothing now, but make another figure of
 * the one before. Null when they are no such words.
 */
function lateFigures(
  ended: EndedTurn,
  now: DialogueState,
  last: LastTurn,
  context: DialogueContext,
): Meaning | null {
  const { readings, acts, reply, redFlag } = hear(now, { ...ended, kind: "turn" }, context).said;
  if (redFlag !== null || reply !== null || acts.length > 0 || readings.some(isSure)) return null;
  const said = heardThen(last, context);
  const first = said(last);
  if (first.complete >= SURELY_ALL) return null;
  const [before, whole] = [first, said(joinedWith(last, ended))].map((told) =>
    valuesIn({ ...told, readings: told.readings.filter(({ kind }) => figured.has(kind)) }),
  ) as [readonly string[], readonly string[]];
  const isAnother = before.length > 0 && whole.length > 0 && !whole.some((one) => before.includes(one));
  const continued = isAnother ? continuation(ended, now, last, context) : null;
  return continued?.kind === "revision" ? continued : null;
}

/** Null when the words tell something new, but the turn before them stands. */
function continuation(
  ended: EndedTurn,
  now: DialogueState,
  last: LastTurn,
  context: DialogueContext,
): Meaning | null {
  const whole = joinedWith(last, ended);
  const said = heardThen(last, context);
  const [first, rest, both] = [said(last), said(ended), said(whole)];
  if (!tellsMore(first, rest, both) && !tellsModelMore(now, rest)) return nothing;
  if (last.binding || !last.dialogue.requests.every((one) => now.requests.some(({ id }) => id === one.id)))
    return null;
  const contradicts =
    rest.reply === "no" ||
    rest.acts.some(({ kind }) => kind === "deny" || kind === "correct") ||
    isUnheeded(first, rest, both);
  const { heard, confidence } = contradicts ? ended : whole;
  return {
    kind: "revision",
    dialogue: takenBack(last.dialogue, now),
    previous: last.previous,
    heard,
    confidence,
  };
}

type Words = Pick<LastTurn, "heard" | "confidence">;

/** What words tell when they are said to what was open at the last turn. */
function heardThen(
  { dialogue, previous }: LastTurn,
  context: DialogueContext,
): (words: Words) => Understanding {
  const then = { ...context, previous: previous.reveal() };
  return ({ heard, confidence }) =>
    hear(dialogue, { kind: "turn", by: "speech", heard, confidence }, then).said;
}

function joinedWith(last: LastTurn, ended: EndedTurn): Words {
  const pieces = [last, ended].map(({ heard, confidence }) => ({
    text: heard.map(({ text }) => text),
    alternatives: heard.map(({ alternatives }) => alternatives),
    confidence,
  }));
  const { heard, confidence } = joinWords(pieces);
  return { heard: hide(heard), confidence };
}

/** As the dialogue was before the turn, with what it must not forget of the time since. */
function takenBack(
  before: DialogueState,
  { nextRequest, negotiation, toRelease, consultations }: DialogueState,
): DialogueState {
  const held = negotiation.held;
  const isNew = held !== null && held.hold !== before.negotiation.held?.hold;
  return { ...before, nextRequest, consultations, toRelease: isNew ? [...toRelease, held.hold] : toRelease };
}

const courtesies: ReadonlySet<ActKind> = new Set(["affirm", "thank", "greet"]);
const SURE_ENOUGH = 0.5;
/** Nobody adds to what is so complete. */
const SURELY_ALL = 0.95;

/** Whether a value, a wish or a no came after the first part, by itself or together with it. Politeness and noise are none. */
function tellsMore(first: Understanding, rest: Understanding, whole: Understanding): boolean {
  if (rest.redFlag !== null) return true;
  // "No, yeah" agrees with itself; "yes, no" does not.
  if (rest.reply === "no" && first.reply === "yes") return true;
  if (actsIn(rest).some((act) => !actsIn(first).includes(act))) return true;
  const known = valuesIn(first);
  return [...valuesIn(rest), ...valuesIn(whole)].some((value) => !known.includes(value));
}

/** Words that mean nothing to the rules may mean something to a model that is being asked about those before them. */
function tellsModelMore({ consultation }: DialogueState, { acts, reply }: Understanding): boolean {
  return consultation !== null && acts.length === 0 && reply === null;
}

/**
 * A word that was cut in two by the end of the turn may have sounded like another: "I'd say" and then "a four" is a four,
 * whatever its beginning was taken for. Parts that make up a value together are no such case.
 */
function isUnheeded(first: Understanding, rest: Understanding, both: Understanding): boolean {
  return rest.readings.some((reading) => {
    const of = ({ readings }: Understanding) => readings.find(({ kind }) => kind === reading.kind)?.value;
    const [before, together] = [of(first), of(both)];
    const same = (value: unknown) => JSON.stringify(value) === JSON.stringify(before);
    const isMadeUp = together !== undefined && !same(together);
    return isSure(reading) && before !== undefined && !isMadeUp && !same(reading.value);
  });
}

function actsIn({ acts }: Understanding): readonly ActKind[] {
  return acts.filter((act) => isSure(act) && !courtesies.has(act.kind)).map(({ kind }) => kind);
}

function valuesIn({ readings }: Understanding): readonly string[] {
  return readings.filter(isSure).map(({ kind, value }) => JSON.stringify([kind, value]));
}

function isSure({ confidence }: { readonly confidence: number }): boolean {
  return confidence >= SURE_ENOUGH;
}

/** A courtesy, or a yes or no, and nothing else. A "no" may also be about what was said back, if we ask for something else. */
function isMereReply(ended: EndedTurn, dialogue: DialogueState, context: DialogueContext): boolean {
  const { readings, acts, reply, redFlag } = hear(dialogue, { ...ended, kind: "turn" }, context).said;
  if (redFlag !== null || readings.some(isSure)) return false;
  const refuses = reply === "no" || acts.some(({ kind }) => kind === "deny");
  if (refuses && !wantsYesOrNo(dialogue, context)) return false;
  const mere = acts.every(({ kind }) => courtesies.has(kind) || kind === "deny");
  return mere && (reply !== null || acts.length > 0);
}

/** A courtesy or a yes, and nothing else. */
function isMereAgreement(ended: EndedTurn, dialogue: DialogueState, context: DialogueContext): boolean {
  const { readings, acts, reply, redFlag } = hear(dialogue, { ...ended, kind: "turn" }, context).said;
  if (redFlag !== null || reply === "no" || readings.some(isSure)) return false;
  return acts.every(({ kind }) => courtesies.has(kind)) && (reply !== null || acts.length > 0);
}

function wantsYesOrNo(dialogue: DialogueState, context: DialogueContext): boolean {
  return expectationOf(dialogue, context).asked.includes("yesNo");
}
