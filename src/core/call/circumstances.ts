import { type DialogueContext, localTime } from "../dialogue/dialogue-io.ts";
import { valueIn } from "../dialogue/dialogue-state.ts";
import { expectationOf } from "../dialogue/expectation-of.ts";
import { fieldOf } from "../dialogue/fields/fields.ts";
import { openHours } from "../dialogue/open-hours.ts";
import { understand } from "../language/understand.ts";
import type { Circumstances } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import { render } from "../wording/render.ts";
import { openingNames } from "../wording/spoken-opening.ts";
import type { CallState } from "./call-state.ts";
import { earlierTurns } from "./earlier-turns.ts";
import { textOf, wordingContext } from "./prompt-words.ts";

/** Silence allowed after most questions, and after "hold on". */
const THINK_MS = 7_000;
const WAIT_MS = 60_000;

/** What the caller's next words are said to. */
export function circumstancesOf(state: CallState, context: DialogueContext): Circumstances {
  const reference = localTime(context);
  return {
    expectation: expectationOf(state.dialogue, context),
    previous: state.previous.reveal(),
    reference,
    timeZone: state.practice.timeZone,
    knownName: valueIn(state.dialogue, "name"),
    opening: openHours(state.practice, reference.toPlainDate()),
  };
}

/** How long silence is allowed to last after our words. */
export function noInputAfterMs({ dialogue }: CallState): Ms {
  if (dialogue.waiting) return WAIT_MS;
  return dialogue.aim.kind === "field" ? fieldOf(dialogue.aim.field).thinkMs : THINK_MS;
}

/** What the dialogue may look at in this state of the call. */
export function dialogueContext(state: CallState): DialogueContext {
  return {
    practice: state.practice,
    now: Math.floor(state.instant + state.at),
    previous: state.previous.reveal(),
    understand,
    spokenOpening: (opening) => openingNames(opening, state.practice),
    wordsOf: (sayings) => textOf(render(sayings, wordingContext(state))),
    earlier: () => earlierTurns(state.history),
  };
}
