import {
  type CallEnd,
  type CallState,
  endedBy,
  history,
  initialCall,
  nextDeadline,
  step,
} from "../core/call/call.ts";
import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Practice } from "../core/practice/practice.ts";
import type { CallId, EpochMs, Ms } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import type { Prompt } from "../core/wording/prompt.ts";
import type { Perform } from "../ports/ledger.ts";
import type { Caller, CallerAction, HeardPrompt } from "./caller.ts";
import { type CallerMind, openMind } from "./caller-mind.ts";
import { mishear } from "./mishear.ts";
import { type Random, seededRandom } from "./random.ts";
import { isQuestion } from "./topic.ts";

export interface VirtualCallOptions {
  readonly caller: Caller;
  readonly practice: Practice;
  readonly perform: Perform;
  readonly seed: number;
  /** The time of day when the call is answered. */
  readonly instant: EpochMs;
  /** `typed` = whole turns; `spoken` = voice activity and transcripts of a recognizer. */
  readonly how: "typed" | "spoken";
  /** Share of spoken utterances that the recognizer gets wrong, 0-1; none when left out. */
  readonly misheard?: number;
}

/** A line of the conversation, in order. */
export interface VirtualLine {
  readonly at: Ms;
  readonly by: "agent" | "caller";
  readonly purpose: string;
  readonly text: string;
}

export interface VirtualCall {
  readonly callId: CallId;
  readonly lines: readonly VirtualLine[];
  readonly events: readonly CallEvent[];
  readonly state: CallState;
  readonly end: CallEnd | "callerHungUp" | "tooLong";
  readonly knows: CallerMind["knows"];
  readonly gaveUp: boolean;
}

const MS_PER_CHARACTER = 55;
const INTERRUPTS_AFTER_MS = 1200;
const LONGEST_CALL_MS = 20 * 60_000;

/**
 * A whole call in virtual time, without a line: the caller's mind on one side, the fold on the other, requests carried out
 * for real. Takes milliseconds, so that a dialogue can be tried with many seeds.
 */
export async function callVirtually(options: VirtualCallOptions): Promise<VirtualCall> {
  return new VirtualRun(options).run();
}

type Happening = { readonly at: Ms; readonly happen: () => void };

class VirtualRun {
  readonly #options: VirtualCallOptions;
  readonly #callId: CallId;
  readonly #random: Random;
  readonly #mind: CallerMind;
  readonly #lines: VirtualLine[] = [];
  readonly #events: CallEvent[] = [];
  readonly #promised = new Set<Promise<void>>();
  #agenda: Happening[] = [];
  #state: CallState;
  #now: Ms = 0;
  /** What is being said and waits to be said. */
  #playing: Prompt[] = [];
  #playingSince: Ms = 0;
  #heard: HeardPrompt[] = [];
  /** What the recognizer will say when it is asked to finish. */
  #spoken = "";
  #utterance = 0;
  #gaveUp = false;
  #over: VirtualCall["end"] | null = null;

  constructor(options: VirtualCallOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    const today = Temporal.Instant.fromEpochMilliseconds(options.instant).toZonedDateTimeISO(
      options.practice.timeZone,
    );
    this.#mind = openMind(options.caller, this.#random, today.toPlainDate());
    this.#state = initialCall(options.practice);
    this.#callId = `CA${options.caller.name}-${options.seed}`;
  }

  async run(): Promise<VirtualCall> {
    const from = hide(this.#options.caller.truth.phone);
    this.#step({ kind: "answered", at: 0, instant: this.#options.instant, direction: "inbound", from });
    while (this.#over === null) {
      await Promise.all(this.#promised);
      if (!this.#advance()) this.#over = "tooLong";
      this.#over ??= endedBy(this.#state);
    }
    this.#mind.overhear(this.#heard);
    return {
      callId: this.#callId,
      lines: this.#lines,
      events: this.#events,
      state: this.#state,
      end: this.#over,
      knows: this.#mind.knows,
      gaveUp: this.#gaveUp,
    };
  }

  /** Moves time to the next thing that happens. False when nothing will happen any more, or the call lasts too long. */
  #advance(): boolean {
    this.#agenda.sort((one, other) => one.at - other.at);
    const next = this.#agenda[0];
    const deadline = nextDeadline(this.#state);
    if (next === undefined && deadline === null) return false;
    if (deadline !== null && (next === undefined || deadline < next.at)) {
      this.#now = Math.max(this.#now, deadline);
      this.#step({ kind: "deadlineReached", at: this.#now });
    } else if (next !== undefined) {
      this.#agenda.shift();
      this.#now = Math.max(this.#now, next.at);
      next.happen();
    }
    return this.#now < LONGEST_CALL_MS;
  }

  #after(delayMs: Ms, happen: () => void): void {
    this.#agenda.push({ at: this.#now + delayMs, happen });
  }

  #step(event: CallEvent): void {
    this.#events.push(event);
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: Effect): void {
    if (effect.kind === "speak") this.#queue(effect.prompt);
    if (effect.kind === "clearAudio") this.#clear(effect.playback);
    if (effect.kind === "finishUtterance") this.#after(40, () => this.#transcribe());
    if (effect.kind === "request") this.#request(effect);
  }

  #queue(prompt: Prompt): void {
    this.#playing.push(prompt);
    if (this.#playing.length === 1) this.#play();
  }

  #play(): void {
    const prompt = this.#playing[0];
    if (prompt === undefined) return;
    this.#playingSince = this.#now;
    this.#after(textOf(prompt).length * MS_PER_CHARACTER, () => this.#played(prompt));
    const { habits } = this.#options.caller;
    if (isQuestion(prompt.purpose) && this.#random.chance(habits.interrupts))
      this.#after(INTERRUPTS_AFTER_MS, () => this.#interrupt(prompt));
  }

  /** The caller knows already what is being asked. */
  #interrupt(prompt: Prompt): void {
    if (this.#playing[0] !== prompt || this.#playing.length > 1 || this.#options.how === "typed") return;
    const { purpose } = prompt;
    const text = textOf(prompt);
    this.#lines.push({ at: this.#now, by: "agent", purpose, text: `${text} (cut short)` });
    const action = this.#mind.react([...this.#heard, { purpose, text }]);
    this.#heard = [];
    this.#act(action);
  }

  #played(prompt: Prompt): void {
    if (this.#playing[0] !== prompt) return;
    this.#playing.shift();
    const text = textOf(prompt);
    this.#tellHeard(prompt, text.length);
    this.#heard.push({ purpose: prompt.purpose, text });
    this.#lines.push({ at: this.#now, by: "agent", purpose: prompt.purpose, text });
    if (this.#playing.length > 0) this.#play();
    else this.#thinkSoon();
  }

  #clear(playback: number): void {
    const playing = this.#playing[0];
    this.#playing = this.#playing.filter((prompt) => prompt.playback >= playback);
    if (playing === undefined || playing === this.#playing[0]) return;
    this.#tellHeard(playing, Math.floor((this.#now - this.#playingSince) / MS_PER_CHARACTER));
    this.#play();
  }

  #tellHeard(prompt: Prompt, upTo: number): void {
    const { id, playback } = prompt;
    const finished = upTo >= textOf(prompt).length;
    this.#step({ kind: "promptHeard", at: this.#now, prompt: id, playback, upTo, finished });
  }

  #request(effect: Extract<Effect, { kind: "request" }>): void {
    const key = { call: this.#callId, request: effect.id };
    const work = this.#options.perform(this.#options.practice.id, effect.request, key).then((outcome) => {
      this.#promised.delete(work);
      const { id: request } = effect;
      this.#after(20, () => this.#step({ kind: "replied", at: this.#now, request, outcome }));
    });
    this.#promised.add(work);
  }

  /** The caller answers when the agent has been silent for a moment, and not while it is looking something up. */
  #thinkSoon(): void {
    const heardSoFar = this.#heard.length;
    this.#after(this.#random.between(250, 700), () => {
      if (this.#playing.length > 0 || this.#heard.length !== heardSoFar || endedBy(this.#state) !== null)
        return;
      const action = this.#mind.react(this.#heard);
      if (action.kind !== "listen") this.#heard = [];
      this.#act(action);
    });
  }

  #act(action: CallerAction): void {
    if (action.kind === "say") this.#say(action.text);
    if (action.kind === "press") this.#press(action.keys.join(""));
    if (action.kind !== "hangUp") return;
    this.#gaveUp = action.why === "gaveUp";
    this.#step({ kind: "hungUp", at: this.#now });
    this.#over = endedBy(this.#state) ?? "callerHungUp";
  }

  #say(text: string): void {
    this.#lines.push({ at: this.#now, by: "caller", purpose: "", text });
    if (this.#options.how === "typed") {
      this.#step({ kind: "typed", at: this.#now, text: hide(text) });
      return;
    }
    this.#spoken = mishear(asTranscript(text), this.#options.misheard ?? 0, this.#random);
    this.#step({ kind: "speechStarted", at: this.#now });
    this.#after(text.length * MS_PER_CHARACTER, () => {
      const silentSince = this.#now;
      this.#after(180, () => this.#step({ kind: "speechStopped", at: this.#now, silentSince }));
    });
  }

  #transcribe(): void {
    const text = this.#spoken;
    this.#spoken = "";
    this.#step({
      kind: "transcribed",
      at: this.#now,
      utterance: ++this.#utterance,
      text: hide(text),
      final: true,
      confidence: text === "" ? 0 : 0.9,
      alternatives: hide([text]),
    });
  }

  #press(keys: string): void {
    this.#lines.push({ at: this.#now, by: "caller", purpose: "", text: `[${keys}]` });
    [...keys].forEach((key, index) => {
      this.#after(index * 250, () =>
        this.#step({
          kind: "keyPressed",
          at: this.#now,
          key: key as Extract<CallEvent, { kind: "keyPressed" }>["key"],
        }),
      );
    });
  }
}

function textOf(prompt: Prompt): string {
  return prompt.pieces.map((piece) => piece.text.reveal()).join(" ");
}

/** Recognizers give small letters and no punctuation. */
function asTranscript(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[.,?!]+(?=\s|$)/g, "")
    .trim();
}

/** The conversation as text, for failing tests and terminals. */
export function transcriptOf(call: VirtualCall): string {
  const spoken = call.lines.map(({ at, by, purpose, text }) => {
    const seconds = (at / 1000).toFixed(1).padStart(6);
    return `${seconds} ${by === "agent" ? `agent  [${purpose}] ${text}` : `caller ${text}`}`;
  });
  return [...spoken, `       ended: ${call.end}, ${history(call.state).length} lines of history`].join("\n");
}
