import type { HistoryLine } from "../../core/call/call-state.ts";
import { agreement, listenerNoise } from "../../core/turns/en/back-channel-table.ts";
import type { Ms } from "../../core/values/ids.ts";
import type { VirtualMoment } from "../virtual-call.ts";
import { listenerWords } from "./manners.ts";
import type { Trouble } from "./trouble.ts";
import { coughedWord } from "./virtual-recognizer.ts";

/** Whoever has just pressed a key reads out what they type. */
const KEYING_MS = 12_000;
/** A recognizer that takes longer is given up on, and its words belong to nobody. */
const IN_TIME_MS = 1_900;

/** Fewer are too easily said by chance. */
const ECHO_WORDS = 3;

/** Over a prompt that asks for no yes or no, these only tell us to go on. */
const agreeing: ReadonlySet<string> = new Set(
  [...listenerWords, ...listenerNoise, ...agreement, "hello", "hi", "correct", "all"].flatMap((words) =>
    words.split(" "),
  ),
);

interface Given {
  readonly at: Ms;
  readonly text: string;
  /** Said to nobody: into a keypad entry, or as a listener. */
  readonly excused: boolean;
}

/** Holds the final words that a recognizer gave against the caller's lines of the history. */
export class HeardWords {
  /** Words may be lost only where the recognizer is what loses them. */
  readonly #reliable: boolean;
  #pending: Given[] = [];
  #lastUtterance = 0;
  #lines = 0;
  #keyedAt: Ms = Number.NEGATIVE_INFINITY;

  constructor({ recognizer, lineBreaksAt }: Trouble) {
    const { late, missing, finalMs, lostAt } = recognizer;
    this.#reliable =
      late + missing === 0 && finalMs[1] < IN_TIME_MS && lostAt === null && lineBreaksAt === null;
  }

  /** What is wrong after this event, if anything. */
  look({ event, before, after }: VirtualMoment): string[] {
    if (before.end !== null) return [];
    if (event.kind === "keyPressed") this.#keyedAt = event.at;
    if (event.kind === "transcribed" && event.final && event.utterance > this.#lastUtterance) {
      this.#lastUtterance = event.utterance;
      const text = withoutThinking(event.text.reveal());
      const excused =
        withoutNoise(text) === "" || event.at - this.#keyedAt < KEYING_MS || isOurs(text, after.history);
      if (text !== "" && text !== coughedWord) this.#pending.push({ at: event.at, text, excused });
    }
    const added = after.history.slice(this.#lines);
    this.#lines = after.history.length;
    return added.flatMap((line) => {
      if (line.by === "agent" || line.how !== "speech") return [];
      const left = this.#consume(withoutThinking(line.text.reveal()));
      return left === "" || !this.#reliable ? [] : [`"${left}" is in the history and was not said just then`];
    });
  }

  /** What was given before the end and never became part of the history. */
  lookBack(): string[] {
    if (!this.#reliable) return [];
    return this.#pending
      .filter(({ excused }) => !excused)
      .map(({ at, text }) => `"${text}", given at ${Math.round(at / 1000)} s, was lost`);
  }

  /** Takes the words of a turn out of what is pending; returns what no pending final explains. */
  #consume(words: string): string {
    let left = words;
    this.#pending = this.#pending.filter(({ text }) => {
      const fitting = formsOf(text).find((one) => startsWithWords(left, one));
      if (fitting === undefined) return true;
      left = left.slice(fitting.length).trim();
      return false;
    });
    return withoutNoise(left);
  }
}

/** Our own words of just now, which may have been an echo. */
function isOurs(text: string, history: readonly HistoryLine[]): boolean {
  const said = history.filter(({ by }) => by === "agent").slice(-2);
  const plain = said.map((line) =>
    line.text
      .reveal()
      .toLowerCase()
      .replace(/[^a-z' ]+/g, ""),
  );
  return text.split(" ").length >= ECHO_WORDS && plain.some((line) => ` ${line} `.includes(` ${text} `));
}

function startsWithWords(text: string, words: string): boolean {
  return words !== "" && (text === words || text.startsWith(`${words} `));
}

/** The sounds of somebody who thinks may be left out. */
function withoutThinking(text: string): string {
  return text
    .split(" ")
    .filter((word) => word !== "um")
    .join(" ");
}

/** What a listener says need not be in the history, alone or before an answer. */
function withoutNoise(text: string): string {
  return formsOf(text).at(-1) ?? "";
}

/** The words, and what is left without each of the listener's words at their beginning; the empty rest is none. */
function formsOf(text: string): readonly string[] {
  const words = text.split(" ");
  const noise = words.findIndex((word) => !agreeing.has(word));
  const most = noise === -1 ? words.length : noise;
  const forms = Array.from({ length: most + 1 }, (_, dropped) => words.slice(dropped).join(" "));
  return noise === -1 ? forms.slice(0, -1).concat("") : forms;
}
