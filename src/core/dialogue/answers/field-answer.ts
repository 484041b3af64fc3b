import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, withEntry } from "../dialogue-state.ts";
import { declineCue } from "../en/cues-table.ts";
import { visitWishCue } from "../en/opening-cues-table.ts";
import { doesItCue, whichPracticeCue } from "../en/practice-cues-table.ts";
import type { FieldId } from "../field-ids.ts";
import { type Fill, fillsOf, put } from "../fill.ts";
import { handOff } from "../hand-off.ts";
import { actIn, type Hearing, saysNo } from "../hearing.ts";
import { isAcceptable, keepWish } from "../keep-fills.ts";
import { mayBeLeft, misunderstood } from "../ladder.ts";
import { ask, end, type Move, proceed } from "../move.ts";
import { takeFromFile } from "../person/on-file.ts";
import { somethingInMind, wayToAsk, wishIsNarrowed } from "../question.ts";
import { confirmed, unacceptable } from "./confirmation.ts";
import { answerTo, isAboutOffering } from "./questions.ts";

/** Fields whose value is whatever the caller says, be it about cancelling, or about a person. */
const inOwnWords: readonly FieldId[] = ["messageText", "reason"];

/** A message and a reason are kept as they are said, and are about nothing else. */
export function ownWordsAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  const { aim } = state;
  if (aim.kind !== "field" || !inOwnWords.includes(aim.field)) return null;
  const fill = fillsOf(state, hearing, context).find(({ field }) => field === aim.field);
  return fill === undefined ? null : proceed({ ...put(state, fill, hearing.by, context), misses: 0 });
}

/** Values for the asked field, or for any other: all are kept, and the task goes on with what is missing. */
export function fieldAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const answer = answerTo(state, hearing, context);
  const fills = fillsOf(state, hearing, context);
  if ((answer !== null || doesItCue.test(hearing.words)) && isMereQuestion(state, hearing, fills))
    return null;
  const good = fills.filter((fill) => isAcceptable(fill) && !fill.changes);
  const bad = fills.find((fill) => fill.asked && !isAcceptable(fill));
  if (good.length === 0 && bad !== undefined) return unacceptable(state, bad, context);
  const filled = good.reduce((kept, fill) => put(kept, fill, hearing.by, context), state);
  const kept = keepWish(filled, hearing, context, good);
  if (kept === state) return null;
  return proceed({ ...kept, misses: 0 }, ...(answer === null ? [] : [answer]));
}

/** "Do you take Aetna?", "how much is a checkup?": a first question wants an answer, and nothing done yet. */
function isMereQuestion({ aim }: DialogueState, hearing: Hearing, fills: readonly Fill[]): boolean {
  const complains = fills.some(({ field }) => field === "complaint" || field === "services");
  const mere = !complains || isAboutOffering(hearing) || whichPracticeCue.test(hearing.words);
  return aim.kind === "wish" && actIn(hearing, "book") === null && mere;
}

/** "Yes" or "no" to the value on file, or to the number of the line. */
export function offeredValueAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  if (state.aim.kind !== "field" || hearing.said.reply === null) return null;
  const { field, part } = state.aim;
  const way = wayToAsk(state, field, part, false);
  if (way !== "onFile" && way !== "callingNumber") return null;
  if (fillsOf(state, hearing, context).some((fill) => fill.field === field)) return null;
  if (hearing.said.reply === "no") return proceed(declineOffer(state, field, way));
  if (way === "onFile") return proceed(takeFromFile(state, field));
  const number = state.callingNumber?.reveal() ?? null;
  return proceed(
    confirmed(put(state, { field, value: number, confidence: 1 }, hearing.by, context), [field]),
  );
}

function declineOffer(state: DialogueState, field: FieldId, way: "onFile" | "callingNumber"): DialogueState {
  if (way === "onFile") {
    const details = state.identity.details.map((known) => ({ ...known, [field]: null }));
    return { ...state, identity: { ...state.identity, details } };
  }
  // It is not offered again. Nothing was heard wrong, so a caller who then says this very number means it.
  return { ...state, denied: { ...state.denied, [field]: state.denied[field] ?? [] } };
}

/** "I don't have it with me", "I don't know", "skip that": what can wait is left to the front desk, honestly. */
export function declined(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "field") return null;
  const { field } = state.aim;
  const unknown = actIn(hearing, "dontKnow") !== null;
  // "No, that's not right" is about what was said back, not about what is asked.
  const corrects = actIn(hearing, "correct") !== null;
  const unwilling =
    declineCue.test(hearing.words) || (saysNo(hearing) && !corrects && mayBeDeclined.includes(field));
  if (!unknown && !unwilling) return null;
  if (field === "doctor")
    return proceed(put(state, { field, value: "any", confidence: 1 }, hearing.by, context));
  if (mayBeLeft(state, field)) {
    const why = unknown ? "notAtHand" : "declined";
    return proceed(withEntry({ ...state, misses: 0 }, field, { kind: "left", why }), {
      kind: "left",
      field,
      why,
    });
  }
  return misunderstood(state, context, { kind: "help", field });
}

/** Fields to which a bare "no" means that there is none. */
const mayBeDeclined: readonly FieldId[] = [
  "memberId",
  "groupNumber",
  "email",
  "address",
  "duration",
  "reason",
];

/** "I'm looking for a family doctor", "how do I get an appointment?" */
export function visitWished(state: DialogueState, hearing: Hearing): Move | null {
  return state.aim.kind === "wish" && visitWishCue.test(hearing.words) ? proceed(state) : null;
}

/** "No, that's it" – but a no with more behind it objects to something. */
function isShort({ words }: Hearing): boolean {
  return words.split(" ").length <= 3;
}

/** The first sentence of the caller; after two misunderstandings a yes to "would you like to book?". */
export function wishAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "wish") return null;
  if (actIn(hearing, "book") !== null && actIn(hearing, "question")?.topic !== "hours") return proceed(state);
  if (somethingInMind(state) && hearing.said.reply === "yes") return proceed(state);
  const done = (saysNo(hearing) && isShort(hearing)) || actIn(hearing, "thank") !== null;
  if (state.turn > 1 && !wishIsNarrowed(state) && done)
    return end(state, "done", "goodbye", { kind: "goodbye" });
  if (wishIsNarrowed(state) && hearing.said.reply === "yes") return proceed(state);
  if (wishIsNarrowed(state) && hearing.said.reply === "no") return handOff(state, context, "otherWish");
  return actIn(hearing, "greet") !== null ? ask(state) : null;
}
