import { questionAbout } from "../dialogue/model/ask-model.ts";
import type { ModelQuestion } from "../dialogue/model/model-question.ts";
import type { Heard } from "../language/understanding.ts";
import { joinWords } from "../turns/joined-words.ts";
import { hide, type Private } from "../values/private.ts";
import type { CallState } from "./call-state.ts";
import { dialogueContext } from "./circumstances.ts";
import { type Progress, progress } from "./conversation.ts";
import { callerSaid } from "./history.ts";

/** The words of a turn that pauses, and whether a model would be asked about them if it ended here. */
export interface Foreseen {
  readonly text: Private<string>;
  readonly asks: boolean;
}

/**
 * A language model is slower than the pause after which a turn is over, so what it would be asked is told as soon as the
 * caller pauses. Nothing comes of it unless the turn ends with these words; other words take its place.
 */
export function foresee(state: CallState): Progress {
  if (!state.dialogue.assisted) return progress(state);
  const { turn } = state.turns;
  if (turn !== null && turn.voiceSince !== null) return progress(state);
  if (turn === null) return foreseen(state, null, null);
  const pieces = turn.hypothesis === null ? turn.pieces : [...turn.pieces, turn.hypothesis];
  const { heard, confidence } = joinWords(pieces);
  if (heard.text === (state.foreseen?.text.reveal() ?? "")) return progress(state);
  return foreseen(state, heard, questionAfter(state, hide(heard), confidence));
}

function foreseen(state: CallState, heard: Heard | null, question: ModelQuestion | null): Progress {
  const asked = state.foreseen?.asks ?? false;
  const now = {
    ...state,
    foreseen: heard === null ? null : { text: hide(heard.text), asks: question !== null },
  };
  if (question !== null) return progress(now, { kind: "foresee", request: { kind: "askModel", question } });
  return asked ? progress(now, { kind: "foresee", request: null }) : progress(now);
}

function questionAfter(state: CallState, heard: Private<Heard>, confidence: number): ModelQuestion | null {
  const said = callerSaid(state, "speech", heard);
  return questionAbout(
    state.dialogue,
    { kind: "turn", by: "speech", heard, confidence },
    dialogueContext(said),
  );
}
