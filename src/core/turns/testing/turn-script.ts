import type { SoundShape } from "../../audio/sound-shape.ts";
import { type Expectation, nothingExpected } from "../../language/expectation.ts";
import type { Circumstances } from "../../language/understanding.ts";
import type { Ms } from "../../values/ids.ts";
import type { Key } from "../../values/key.ts";
import { hide } from "../../values/private.ts";
import type { TurnInput, TurnOutput } from "../turn-io.ts";
import { initialTurns, type TurnState, turnDeadline, turnStep } from "../turns.ts";

type PromptQueued = Extract<TurnInput, { kind: "promptQueued" }>;

/** How long the line's voice activity waits before it calls a silence an end. */
const HANGOVER_MS = 160;

/**
 * Plays a script of a call, one event a line: `<ms> <letter> <rest>`, serving every deadline in between, and returns what
 * was decided, one line each with its time. The letters, after which the tests are named in order:
 *
 *     S          voice begins             E          voice ends (it was silent 160 ms before); with `cough`, `hum` or `echo`
 *                                                    behind it, it was one
 *     I<n> text  hypothesis of utterance n (1 without a number); with ` | ` between the words and what they may be as well
 *     T<n> text  final transcript          W text     typed
 *     K keys     keys pressed              A          nothing, time passes until then
 *     P<n> text  prompt n is queued; with `!` in front of the text it must be heard whole; its question begins where `^` is, or
 *                with it
 *     F<n> text  a filler is queued as prompt n
 *     H<n> chars prompt n was heard so far; without a number of characters, to its end
 *     X          the next question is asked, the one of `next`
 */
export function playTurns(
  script: string,
  asked: Partial<Expectation> = {},
  next: Partial<Expectation> = {},
): string[] {
  const call = new TurnScript();
  call.input({ kind: "expecting", at: 0, circumstances: circumstancesOf(asked), noInputAfterMs: 6000 });
  for (const line of script.trim().split("\n")) call.line(line.trim(), next);
  return call.decisions;
}

export function circumstancesOf(asked: Partial<Expectation>): Circumstances {
  return {
    expectation: { ...nothingExpected, ...asked },
    previous: "",
    reference: Temporal.PlainDateTime.from("2026-03-02T09:00"),
    timeZone: "America/Los_Angeles",
    opening: null,
  };
}

class TurnScript {
  readonly decisions: string[] = [];
  #state: TurnState = initialTurns();
  readonly #playbacks = new Map<number, number>();
  #playback = 1;

  line(line: string, next: Partial<Expectation>): void {
    const parts = /^(\d+) ([A-Z])(\d*) ?(.*)$/.exec(line);
    if (parts === null) throw new Error(`Cannot read the line "${line}"`);
    const [, time, letter, number, rest] = parts as unknown as [string, string, string, string, string];
    const at = Number(time);
    this.#serveUntil(at);
    if (letter === "A") return;
    if (letter === "K") for (const key of rest) this.input({ kind: "keyPressed", at, key: key as Key });
    else this.input(this.#inputOf(at, letter, number === "" ? 1 : Number(number), rest, next));
  }

  input(input: TurnInput): void {
    const { state, outputs } = turnStep(this.#state, input);
    this.#state = state;
    for (const output of outputs) {
      if (output.kind === "clearAudio") this.#playback = output.playback;
      this.decisions.push(`${input.at} ${written(output)}`);
    }
  }

  #serveUntil(at: Ms): void {
    for (let due = turnDeadline(this.#state); due !== null && due <= at; due = turnDeadline(this.#state)) {
      this.input({ kind: "deadlineReached", at: due });
    }
  }

  #inputOf(at: Ms, letter: string, number: number, rest: string, next: Partial<Expectation>): TurnInput {
    switch (letter) {
      case "S":
        return { kind: "speechStarted", at };
      case "E":
        return {
          kind: "speechStopped",
          at,
          silentSince: at - HANGOVER_MS,
          ...soundOf(rest),
          ...(rest === "echo" ? { echo: true } : {}),
        };
      case "I":
      case "T":
        return {
          kind: "transcribed",
          at,
          utterance: number,
          text: hide(rest.split(" | ")[0] ?? rest),
          final: letter === "T",
          confidence: 0.9,
          alternatives: hide(rest.split(" | ")),
        };
      case "W":
        return { kind: "typed", at, text: hide(rest) };
      case "P":
        return this.#queued(at, number, rest);
      case "F":
        return { ...this.#queued(at, number, rest), filler: true };
      case "H":
        return this.#heard(at, number, rest);
      default:
        return { kind: "expecting", at, circumstances: circumstancesOf(next), noInputAfterMs: 6000 };
    }
  }

  #queued(at: Ms, prompt: number, rest: string): PromptQueued {
    const bargeIn = !rest.startsWith("!");
    const marked = bargeIn ? rest : rest.slice(1);
    const text = marked.replace("^", "");
    const questionFrom = Math.max(0, marked.indexOf("^"));
    this.#playbacks.set(prompt, this.#playback);
    const playback = this.#playback;
    const words = { characters: text.length, text: hide(text), questionFrom };
    return { kind: "promptQueued", at, prompt, playback, ...words, bargeIn };
  }

  #heard(at: Ms, prompt: number, rest: string): TurnInput {
    const playback = this.#playbacks.get(prompt) ?? 1;
    return { kind: "promptHeard", at, prompt, playback, upTo: Number(rest), finished: rest === "" };
  }
}

const sounds: Readonly<Record<string, SoundShape>> = {
  cough: { pitchedMs: 0, pitchedShare: 0, dipDb: 0, dullest: 0.3, brightest: 1 },
  hum: { pitchedMs: 280, pitchedShare: 1, dipDb: 14, dullest: 0.04, brightest: 0.06 },
};

function soundOf(told: string): Pick<Extract<TurnInput, { kind: "speechStopped" }>, "sound"> {
  const sound = sounds[told];
  return sound === undefined ? {} : { sound };
}

function written(output: TurnOutput): string {
  switch (output.kind) {
    case "turnEnded":
      return `turn ${output.by === "speech" ? "" : `${output.by} `}"${output.heard.reveal().text}"`;
    case "wordsOverdue":
      return "overdue";
    case "finishUtterance":
      return "finish";
    case "clearAudio":
      return "clear";
    case "resumePrompt":
      return `resume ${output.prompt} from ${output.from}`;
    case "noMatch":
      return "no match";
    case "noInput":
      return `no input ${output.times}`;
  }
}
