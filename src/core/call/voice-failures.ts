import { isPlaying } from "../turns/playing.ts";
import { turnStep } from "../turns/turns.ts";
import type { CallState } from "./call-state.ts";
import { andThen, converse, type Progress, progress, serveTurns } from "./conversation.ts";
import type { CallEvent } from "./events.ts";
import { noteHeard } from "./history.ts";

type PromptFailed = Extract<CallEvent, { kind: "promptFailed" }>;
type PromptHeard = Extract<CallEvent, { kind: "promptHeard" }>;

/** A failure passes, or it is one of the words at that place: so often in a row they are tried again. */
const MOST_TRIES = 2;

/**
 * What makes no sound was not heard: it is said again from there, as one piece, so that it is synthesised in another way.
 * A voice that goes on failing hands the call to a person; when even those words fail, the call ends.
 */
export function promptFailed(state: CallState, event: PromptFailed): Progress {
  if (!isPlaying(state.turns, event)) return progress(state);
  const { state: turns, outputs } = turnStep(state.turns, event);
  const voiceFailures = state.voiceFailures + 1;
  const noted = noteHeard({ ...state, turns, voiceFailures }, { ...event, finished: false });
  if (voiceFailures <= MOST_TRIES) return serveTurns(noted, outputs);
  const silent = serveTurns(
    noted,
    outputs.filter(({ kind }) => kind !== "resumePrompt"),
  );
  const first = voiceFailures === MOST_TRIES + 1;
  const handedOff = first ? andThen(silent, (now) => converse(now, { kind: "mute" })) : silent;
  return andThen(handedOff, endInSilence);
}

/** A prompt that was heard to its end shows that there is a voice. */
export function voiceHeard(state: CallState, { finished }: PromptHeard): CallState {
  return finished && state.voiceFailures > 0 ? { ...state, voiceFailures: 0 } : state;
}

/** Nothing is being said, and nothing can be. */
function endInSilence(state: CallState): Progress {
  if (state.turns.playing !== null || state.ending !== null) return progress(state);
  return progress({ ...state, ending: { kind: "hangUp", reason: "fault" } });
}
