import { agreeAnswer, insteadAnswer, keptAnswer, resumeAnswer } from "./answers/agreement.ts";
import { anythingElseAnswer } from "./answers/closing.ts";
import { confirmAnswer } from "./answers/confirmation.ts";
import { callBackDeclined, controlWish, leaving, reallyStopAnswer } from "./answers/control.ts";
import {
  bareRefusal,
  correctionWithValue,
  correctWhatAnswer,
  namedCorrection,
  notThisTask,
  readBackAnswer,
} from "./answers/correction.ts";
import { emergencyAnswer, redFlagRaised } from "./answers/emergency.ts";
import {
  declined,
  fieldAnswer,
  offeredValueAnswer,
  ownWordsAnswer,
  visitWished,
  wishAnswer,
} from "./answers/field-answer.ts";
import { offerAnswer, whenAnswer } from "./answers/offers.ts";
import { presenceAnswer } from "./answers/presence-answer.ts";
import { questionAsked, wrongNumber } from "./answers/questions.ts";
import { suggestionAnswer } from "./answers/suggestion-answer.ts";
import { taskWished } from "./answers/task-wish.ts";
import { textsAnswer } from "./answers/texts-answer.ts";
import { waitlistAnswer } from "./answers/waitlist-answer.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { personWanted } from "./hand-off.ts";
import type { Hearing } from "./hearing.ts";
import { courtesyOnly } from "./ladder.ts";
import type { Move } from "./move.ts";
import { namedCallerAnswer } from "./person/named-caller.ts";

/** Looks at a turn and either says what to do about it, or leaves it to the next. */
type Listener = (state: DialogueState, hearing: Hearing, context: DialogueContext) => Move | null;

/**
 * Who listens to a finished turn, first to last: safety, then the wish for a person, then answers to the open question,
 * then corrections, values for any field, and wishes about the conversation itself.
 */
const listeners: readonly Listener[] = [
  redFlagRaised,
  emergencyAnswer,
  presenceAnswer,
  namedCallerAnswer,
  ownWordsAnswer,
  taskWished,
  personWanted,
  reallyStopAnswer,
  textsAnswer,
  agreeAnswer,
  insteadAnswer,
  resumeAnswer,
  keptAnswer,
  wrongNumber,
  callBackDeclined,
  leaving,
  confirmAnswer,
  offeredValueAnswer,
  correctionWithValue,
  offerAnswer,
  whenAnswer,
  waitlistAnswer,
  suggestionAnswer,
  anythingElseAnswer,
  fieldAnswer,
  visitWished,
  questionAsked,
  controlWish,
  declined,
  wishAnswer,
  namedCorrection,
  readBackAnswer,
  correctWhatAnswer,
  bareRefusal,
  notThisTask,
  courtesyOnly,
];

/** What the first listener that knows what to do decides; null when none of them does. */
export function byRules(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  for (const listener of listeners) {
    const move = listener(state, hearing, context);
    if (move !== null) return move;
  }
  return null;
}
