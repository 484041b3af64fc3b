import { FrameAssembler } from "../../src/core/audio/frame-assembler.ts";
import { VoiceActivity } from "../../src/core/audio/voice-activity.ts";
import { nothingExpected } from "../../src/core/language/expectation.ts";
import type { TurnInput } from "../../src/core/turns/turn-io.ts";
import { initialTurns, turnDeadline, turnStep } from "../../src/core/turns/turns.ts";
import { hide } from "../../src/core/values/private.ts";
import { seededRandom } from "./line-noise.ts";
import type { SpokenAnswer } from "./spoken-answers.ts";
import { toFrames } from "./spoken-line.ts";

/** A recognizer that never mishears and is as slow as real ones: so long until a word is in a hypothesis, or is final. */
const HYPOTHESIS_LAG_MS = 250;
const FINAL_LAG_MS = 80;

interface HeardTurn {
  readonly atMs: number;
  readonly text: string;
}

export interface HeardAnswer {
  readonly turns: readonly HeardTurn[];
  readonly finishedMs: number | null;
}

export interface LineCondition {
  readonly noise: Float64Array;
  /** Share of frames that never come. */
  readonly loss: number;
  /** Each frame is late by 0 to this; none overtakes another. */
  readonly jitterMs: number;
  readonly hypotheses: boolean;
}

/** Plays an answer over a line into voice activity and turn-taking, in virtual time. */
export function hearAnswer(spoken: SpokenAnswer, line: LineCondition): HeardAnswer {
  const listener = new Listener(spoken, line.hypotheses);
  const assembler = new FrameAssembler();
  const random = seededRandom(spoken.samples.length);
  let arrivedMs = 0;
  for (const [index, frame] of toFrames(spoken.samples, line.noise).entries()) {
    arrivedMs = Math.max(arrivedMs, (index + 1) * 20 + random() * line.jitterMs);
    listener.advance(arrivedMs);
    if (index > 10 && random() < line.loss) continue;
    assembler.push(frame, index * 20, (whole) => listener.frame(whole));
  }
  return { turns: listener.turns, finishedMs: listener.finishedMs };
}

class Listener {
  readonly turns: HeardTurn[] = [];
  finishedMs: number | null = null;
  readonly #spoken: SpokenAnswer;
  readonly #hypotheses: boolean;
  readonly #activity = new VoiceActivity();
  #state = initialTurns();
  #nowMs = 0;
  #utterance = 1;
  /** Words that finals have told. */
  #told = 0;
  #shown = 0;
  readonly #finals: { readonly atMs: number; readonly until: number; readonly utterance: number }[] = [];

  constructor(spoken: SpokenAnswer, hypotheses: boolean) {
    this.#spoken = spoken;
    this.#hypotheses = hypotheses;
    const circumstances = {
      expectation: { ...nothingExpected, ...spoken.answer.asked },
      previous: "",
      reference: Temporal.PlainDateTime.from("2026-03-02T09:00"),
      timeZone: "America/Los_Angeles",
      opening: null,
      knownName: spoken.answer.knownName ?? null,
    };
    this.#take({ kind: "expecting", at: 0, circumstances, noInputAfterMs: 60_000 });
  }

  frame(frame: Uint8Array): void {
    const change = this.#activity.push(frame);
    const at = this.#nowMs;
    if (change === "started") this.#take({ kind: "speechStarted", at: at - this.#activity.voicedForMs });
    if (change === "stopped") {
      const silentSince = at - this.#activity.silentForMs;
      this.#take({ kind: "speechStopped", at, silentSince, sound: this.#activity.sound });
    }
  }

  /** Lets time pass: deadlines, final words and hypotheses come when they are due. */
  advance(untilMs: number): void {
    for (;;) {
      const due = turnDeadline(this.#state) ?? Number.POSITIVE_INFINITY;
      const final = this.#finals[0]?.atMs ?? Number.POSITIVE_INFINITY;
      this.#nowMs = Math.min(due, final, untilMs);
      if (due <= untilMs && due <= final) this.#take({ kind: "deadlineReached", at: due });
      else if (final <= untilMs) this.#tellFinal();
      else break;
    }
    if (this.#hypotheses) this.#showHypothesis();
  }

  #showHypothesis(): void {
    const until = this.#spoken.words.filter(({ toMs }) => toMs + HYPOTHESIS_LAG_MS <= this.#nowMs).length;
    if (until <= Math.max(this.#shown, this.#told)) return;
    this.#shown = until;
    this.#take(this.#words(until, this.#utterance, false));
  }

  #tellFinal(): void {
    const final = this.#finals.shift();
    if (final === undefined) return;
    const input = this.#words(final.until, final.utterance, true);
    this.#told = Math.max(this.#told, final.until);
    this.#take(input);
  }

  #words(until: number, utterance: number, final: boolean): TurnInput {
    const words = this.#spoken.words.slice(this.#told, until).map(({ word }) => word);
    const text = hide(words.join(" "));
    const alternatives = hide([words.join(" ")]);
    return { kind: "transcribed", at: this.#nowMs, utterance, text, final, confidence: 1, alternatives };
  }

  #take(input: TurnInput): void {
    const { state, outputs } = turnStep(this.#state, input);
    this.#state = state;
    for (const output of outputs) {
      if (output.kind === "turnEnded") {
        this.turns.push({ atMs: this.#nowMs, text: output.heard.reveal().text });
      }
      if (output.kind === "finishUtterance") this.#finish();
    }
  }

  #finish(): void {
    this.finishedMs = this.#nowMs;
    const until = this.#spoken.words.filter(({ toMs }) => toMs <= this.#nowMs + 60).length;
    this.#finals.push({ atMs: this.#nowMs + FINAL_LAG_MS, until, utterance: this.#utterance++ });
    this.#shown = Math.max(this.#shown, until);
  }
}
