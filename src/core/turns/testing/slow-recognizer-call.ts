import type { Ms } from "../../values/ids.ts";
import { hide } from "../../values/private.ts";
import type { TurnInput } from "../turn-io.ts";
import { initialTurns, turnDeadline, turnStep } from "../turns.ts";

export interface SaidWord {
  readonly beforeMs: Ms;
  readonly voiceMs: Ms;
  /** Whether the recognizer shows it before it is asked. */
  readonly hypothesis: boolean;
}

interface Pending {
  readonly at: Ms;
  readonly inputs: (at: Ms) => readonly TurnInput[];
}

/**
 * A caller whose every utterance is a word of its own (`word0`, `word1` …), and a recognizer that gives all words since it
 * was last asked as one final, in order, so long after the asking as `answersMs` says in turn; null is never.
 */
export class SlowRecognizerCall {
  /** The words of all turns that ended, in order. */
  readonly heard: string[] = [];
  readonly #answersMs: readonly (Ms | null)[];
  readonly #pending: Pending[] = [];
  #state = initialTurns();
  #words: string[] = [];
  #utterance = 1;
  #finishes = 0;
  #lastAnswerAt: Ms = 0;

  constructor(said: readonly SaidWord[], answersMs: readonly (Ms | null)[]) {
    this.#answersMs = answersMs;
    let clock = 1000;
    for (const [index, word] of said.entries()) {
      this.#say(`word${index}`, word, clock + word.beforeMs);
      clock += word.beforeMs + word.voiceMs + 160;
    }
    this.#play();
  }

  #say(word: string, { voiceMs, hypothesis }: SaidWord, from: Ms): void {
    const until = from + voiceMs;
    this.#later(from, (at) => [{ kind: "speechStarted", at }]);
    this.#later(until, (at) => {
      this.#words.push(word);
      return hypothesis ? [this.#transcribed(at, false)] : [];
    });
    this.#later(until + 160, (at) => [{ kind: "speechStopped", at, silentSince: until }]);
  }

  #play(): void {
    for (;;) {
      this.#pending.sort((a, b) => a.at - b.at);
      const next = this.#pending[0];
      const due = turnDeadline(this.#state);
      if (next !== undefined && (due === null || next.at <= due)) {
        this.#pending.shift();
        for (const input of next.inputs(next.at)) this.#take(input);
      } else if (due !== null) this.#take({ kind: "deadlineReached", at: due });
      else return;
    }
  }

  #take(input: TurnInput): void {
    const { state, outputs } = turnStep(this.#state, input);
    this.#state = state;
    for (const output of outputs) {
      if (output.kind === "turnEnded") this.heard.push(...output.heard.reveal().text.split(" "));
      if (output.kind === "finishUtterance") this.#answer(input.at);
    }
  }

  #answer(at: Ms): void {
    const final = this.#transcribed(at, true);
    this.#words = [];
    this.#utterance++;
    const delayMs = this.#answersMs[this.#finishes++ % this.#answersMs.length] ?? null;
    if (delayMs === null) return;
    this.#lastAnswerAt = Math.max(this.#lastAnswerAt, at + delayMs);
    this.#later(this.#lastAnswerAt, (now) => [{ ...final, at: now }]);
  }

  #transcribed(at: Ms, final: boolean): TurnInput {
    const text = this.#words.join(" ");
    const utterance = this.#utterance;
    return {
      kind: "transcribed",
      at,
      utterance,
      text: hide(text),
      final,
      confidence: 1,
      alternatives: hide([text]),
    };
  }

  #later(at: Ms, inputs: Pending["inputs"]): void {
    this.#pending.push({ at, inputs });
  }
}
