import type { Expectation } from "../language/expectation.ts";
import type { Ms } from "../values/ids.ts";
import { FORESEEN_CHARACTERS, heardOf, heardWhole, mostHeard } from "./answer-heard.ts";
import { type HeardShare, isBackChannel } from "./back-channel.ts";
import { voiceNeededMs } from "./caller-habits.ts";
import { isEcho } from "./echo.ts";
import { wordsSoFar } from "./joined-words.ts";
import type { CutPrompt, TurnInput, TurnOutput } from "./turn-io.ts";
import {
  andThen,
  type OpenTurn,
  type Playing,
  type QueuedPrompt,
  step,
  type TurnState,
  type TurnStep,
} from "./turn-state.ts";

/** A prompt that is never reported heard counts as heard after this long: no line may block the call for ever. */
const CHARACTERS_PER_SECOND = 15;
const PLAYBACK_MARGIN_MS = 4000;
/** Before this share of what we say is heard, its question is not known, and not before it is about to begin. */
const EARLY = 0.5;
/** Whoever says "okay" in the middle of a longer question listens to it. */
const SHORT_QUESTION_CHARACTERS = 24;
const LONG_QUESTION_LEFT_CHARACTERS = 12;
/** The end of a prompt is reported a moment late, and nobody misses half a syllable. */
const UNMISSED_CHARACTERS = 4;
/** A resumed prompt starts again at the clause, if that began at most so many characters ago, else at the word. */
const CLAUSE_REACH = 40;

type PromptQueued = Extract<TurnInput, { kind: "promptQueued" }>;
type PromptFailed = Extract<TurnInput, { kind: "promptFailed" }>;
type PromptHeard = Extract<TurnInput, { kind: "promptHeard" }>;

export function promptQueued(state: TurnState, input: PromptQueued): TurnStep {
  // The line drops sound of a cleared playback, so it is never heard.
  if (input.playback < state.playback) return step(state);
  const queued: QueuedPrompt = {
    prompt: input.prompt,
    queuedAt: state.at,
    playback: input.playback,
    characters: input.characters,
    text: input.text ?? null,
    questionFrom: input.questionFrom === undefined ? 0 : input.questionFrom,
    statedUpTo: input.statedUpTo ?? null,
    bargeIn: input.bargeIn,
    filler: input.filler ?? false,
    heardUpTo: 0,
  };
  const before = state.playing;
  const playing: Playing =
    before === null
      ? { prompts: [queued], firstEndsBy: endsBy(queued, state.at) }
      : { ...before, prompts: [...before.prompts, queued] };
  return step({ ...state, playing, playback: input.playback, quietSince: null });
}

/** Afterwards `playing` is null or has later prompts only, if the prompt was heard to its end. */
export function promptHeard(state: TurnState, input: PromptHeard): TurnState {
  // The telephone company also returns the marks of audio that was cleared, so only those of this playback count.
  if (state.playing === null || input.playback < state.playback) return state;
  const { prompts } = state.playing;
  const index = prompts.findIndex((queued) => queued.prompt === input.prompt);
  const heard = prompts[index];
  if (heard === undefined) return state;
  const over = prompts.slice(0, index + 1);
  if (input.finished) return playRest(state, over, prompts.slice(index + 1));
  const first = { ...heard, heardUpTo: Math.max(heard.heardUpTo, input.upTo) };
  const before = over.slice(0, -1).map(heardWhole);
  const answerHeard = mostHeard(state.answerHeard, [...before, first].map(heardOf));
  return { ...state, answerHeard, playing: playFrom(first, prompts.slice(index + 1), state.at) };
}

/** What could not be said stops with all that was to follow it, and is said again from there. */
export function promptFailed(state: TurnState, { prompt, upTo, playback, at }: PromptFailed): TurnStep {
  if (!isPlaying(state, { prompt, playback })) return step(state);
  const heard = promptHeard(state, { kind: "promptHeard", at, prompt, playback, upTo, finished: false });
  return andThen(silence({ ...heard, quietSince: state.at }), (quiet) =>
    step(quiet, ...cutPrompts(heard.playing?.prompts ?? []).map(resumed)),
  );
}

/** Whether it is still to be heard, so that reports about it count. */
export function isPlaying(
  { playing, playback }: TurnState,
  reported: Pick<PromptHeard, "prompt" | "playback">,
): boolean {
  const queued = playing?.prompts.some(({ prompt }) => prompt === reported.prompt) ?? false;
  return queued && reported.playback >= playback;
}

export function resumed(cut: CutPrompt): TurnOutput {
  return { kind: "resumePrompt", ...cut };
}

/** Goes on to the second prompt of the queue. */
export function firstPromptOver(state: TurnState): TurnState {
  if (state.playing === null) return state;
  const [first, ...rest] = state.playing.prompts;
  return playRest(state, [first], rest);
}

/** Whether something is being said that must be heard whole. */
export function mustBeHeard(state: TurnState): boolean {
  return state.playing?.prompts.some((queued) => !queued.bargeIn) ?? false;
}

/** While the caller speaks we do not: stops our audio, if that is allowed, and remembers it in the open turn. */
export function bargeIn(state: TurnState): TurnStep {
  const { playing, turn } = state;
  if (playing === null || turn === null) return step(state);
  // The turn was there before the filler, and is not about it.
  if (isOnlyFiller(playing)) return turn.voiceSince === null ? step(state) : stopPlaying(state);
  if (mustBeHeard(state) || !isEnoughToStop(state, turn)) {
    return step({ ...state, turn: { ...turn, overPrompt: true } });
  }
  return andThen(stopPlaying(state), (stopped) =>
    step({
      ...stopped,
      turn: { ...turn, interrupted: [...turn.interrupted, ...playing.prompts], interruptedAt: state.at },
    }),
  );
}

export function isOnlyFiller({ prompts }: Playing): boolean {
  return prompts.every(({ filler }) => filler);
}

/** When voice that goes on will be enough to stop our audio; null if it has to be words, or is not for stopping it. */
export function bargeInDue({ playing, turn, habits }: TurnState): Ms | null {
  if (playing === null || turn === null || turn.voiceSince === null) return null;
  if (playing.prompts.some((queued) => !queued.bargeIn)) return null;
  const neededMs = voiceNeededMs(habits);
  return neededMs === null ? null : turn.voiceSince + neededMs - turn.voicedMs;
}

function isEnoughToStop(state: TurnState, turn: OpenTurn): boolean {
  const { heard } = wordsSoFar(turn);
  const circumstances = state.expected?.circumstances ?? null;
  const prompts = state.playing?.prompts ?? [];
  if (heard.text !== "") {
    const expectation = askedBy(prompts, circumstances?.expectation ?? null);
    return (
      !isBackChannel(heard.text, expectation, heardShare(prompts)) && !isEcho(heard, prompts, circumstances)
    );
  }
  const voicedMs = turn.voicedMs + (turn.voiceSince === null ? 0 : state.at - turn.voiceSince);
  const neededMs = voiceNeededMs(state.habits);
  return neededMs !== null && voicedMs >= neededMs;
}

/** What the caller may be answering: a question that waits behind other words has not been asked yet. */
export function askedBy(prompts: readonly QueuedPrompt[], expected: Expectation | null): Expectation | null {
  const question = prompts.at(-1);
  return prompts.length > 1 && question?.heardUpTo === 0 ? null : expected;
}

/** How much of a prompt may be unsaid when its question is known: a long one from its end, "is that right?" before it begins. */
function leftOfQuestion(asking: QueuedPrompt | undefined): number {
  if (asking === undefined) return 0;
  const question = asking.characters - (asking.questionFrom ?? 0);
  const long = asking.questionFrom !== null && question > SHORT_QUESTION_CHARACTERS;
  return long ? LONG_QUESTION_LEFT_CHARACTERS : question + FORESEEN_CHARACTERS;
}

export function heardShare(prompts: readonly QueuedPrompt[]): HeardShare {
  if (cutPrompts(prompts).length === 0) return "all";
  const characters = prompts.reduce((sum, queued) => sum + queued.characters, 0);
  const heard = prompts.reduce((sum, queued) => sum + queued.heardUpTo, 0);
  return heard < Math.max(characters * EARLY, characters - leftOfQuestion(prompts.at(-1)))
    ? "little"
    : "most";
}

/** Stops our audio for good, unless something must be heard whole. */
export function stopPlaying(state: TurnState): TurnStep {
  return state.playing === null || mustBeHeard(state) ? step(state) : silence(state);
}

function silence(state: TurnState): TurnStep {
  const playback = state.playback + 1;
  return step({ ...state, playing: null, playback }, { kind: "clearAudio", playback });
}

/** The stopped prompts that were not heard to their ends. */
export function cutPrompts(interrupted: readonly QueuedPrompt[]): readonly CutPrompt[] {
  return interrupted
    .filter((queued) => queued.characters - queued.heardUpTo > UNMISSED_CHARACTERS)
    .map((queued) => {
      const { prompt, bargeIn: mayStop, questionFrom, statedUpTo } = queued;
      const from = resumePoint(queued);
      const inRest = (place: number | null) => (place === null ? null : Math.max(0, place - from));
      return {
        prompt,
        from,
        bargeIn: mayStop,
        questionFrom: inRest(questionFrom),
        statedUpTo: inRest(statedUpTo),
      };
    });
}

/** We say something else now: what was stopped before is not taken up again either. */
export function interrupt(state: TurnState): TurnStep {
  const turn = state.turn === null ? null : { ...state.turn, interrupted: [] };
  return stopPlaying({ ...state, turn });
}

/** Where to take a prompt up again, so that no word or short clause begins in its middle. */
function resumePoint({ heardUpTo, characters, text }: QueuedPrompt): number {
  const from = Math.min(heardUpTo, characters);
  if (text === null || from === 0) return from;
  const heard = text.reveal().slice(0, from);
  const clause = heard.search(/(?<=^|[.,;:?!]\s)[^.,;:?!]*$/);
  if (clause !== -1 && from - clause <= CLAUSE_REACH) return clause;
  const word = heard.search(/\S*$/);
  return word === -1 ? from : word;
}

function playRest(state: TurnState, over: readonly QueuedPrompt[], rest: readonly QueuedPrompt[]): TurnState {
  const answerHeard = mostHeard(state.answerHeard, over.map(heardWhole).map(heardOf));
  const [first, ...others] = rest;
  if (first === undefined) return { ...state, answerHeard, playing: null, quietSince: state.at };
  return { ...state, answerHeard, playing: playFrom(first, others, state.at) };
}

function playFrom(first: QueuedPrompt, others: readonly QueuedPrompt[], at: Ms): Playing {
  return { prompts: [first, ...others], firstEndsBy: endsBy(first, at) };
}

function endsBy(queued: QueuedPrompt, at: Ms): Ms {
  const left = Math.max(0, queued.characters - queued.heardUpTo);
  return at + (left / CHARACTERS_PER_SECOND) * 1000 + PLAYBACK_MARGIN_MS;
}
