import type { CallEvent } from "../../core/call/events.ts";
import { hide } from "../../core/values/private.ts";
import type { Prompt } from "../../core/wording/prompt.ts";
import type { CallerAction, HeardPrompt } from "../caller.ts";
import type { CallerMind } from "../caller-mind.ts";
import { hesitate } from "../hesitation.ts";
import { isQuestion, topicOf } from "../topic.ts";
import { holdOnWords, listenerNoises, listenerWords, type Manners, strayWords } from "./manners.ts";
import { MS_PER_CHARACTER, textOf, type VirtualEar, type VirtualLine } from "./virtual-line.ts";
import type { VirtualMouth } from "./virtual-mouth.ts";
import type { VirtualWorld } from "./virtual-world.ts";

const INTERRUPTS_AFTER_MS = 1_200;
const REACTION_MS = [250, 700] as const;
const KEY_MS = 250;
const COUGH_MS = [120, 240] as const;

export interface CallerParts {
  readonly mind: CallerMind;
  readonly manners: Manners;
  readonly mouth: VirtualMouth;
  readonly line: () => VirtualLine;
  /** `typed` = whole turns arrive at once, without sound. */
  readonly typed: boolean;
  readonly note: (by: "agent" | "caller", purpose: string, text: string) => void;
  readonly hangUp: (gaveUp: boolean) => void;
}

/** Somebody on the telephone: hears prompts, thinks with the mind, and speaks with the manners. */
export class VirtualCaller implements VirtualEar {
  readonly #world: VirtualWorld;
  readonly #parts: CallerParts;
  #heard: HeardPrompt[] = [];
  /** Counts what the caller has begun to do, so that a thought that comes too late is dropped. */
  #thought = 0;
  #said = 0;
  /** What was heard of a prompt before it was cut off; it may be taken up again from a little before. */
  #cut: HeardPrompt | null = null;
  #speaking = false;
  /** Something that the caller wanted has been done. */
  #settled = false;

  constructor(world: VirtualWorld, parts: CallerParts) {
    this.#world = world;
    this.#parts = parts;
    const { hangsUpAt } = parts.manners;
    if (hangsUpAt !== null) world.after(hangsUpAt, () => parts.hangUp(false));
  }

  /** What was heard and has not been answered. */
  get unanswered(): readonly HeardPrompt[] {
    return this.#heard;
  }

  began(prompt: Prompt): void {
    const { random } = this.#world;
    const { manners, mouth, typed } = this.#parts;
    if (typed) return;
    if (this.#speaking && random.chance(manners.yields)) this.#yield();
    const lasts = textOf(prompt).length * MS_PER_CHARACTER;
    if (isQuestion(prompt.purpose) && random.chance(manners.interrupts))
      this.#world.after(INTERRUPTS_AFTER_MS, () => this.#interrupt(prompt));
    if (random.chance(manners.backChannels) && lasts > 1_500)
      this.#world.after(random.between(500, lasts - 300), () => this.#agree(prompt));
    if (random.chance(manners.coughs))
      this.#world.after(random.between(0, lasts + 2_000), () => {
        if (!this.#speaking && !this.#world.over) mouth.noise(random.between(...COUGH_MS));
      });
  }

  heard(prompt: Prompt): void {
    const { purpose } = prompt;
    const said = textOf(prompt);
    const text = this.#cut?.purpose === purpose ? goneOn(this.#cut.text, said) : said;
    this.#cut = null;
    this.#heard.push({ purpose, text });
    this.#parts.note("agent", purpose, said);
    this.#settled ||= ["booked", "told"].includes(topicOf({ purpose, text }).kind);
    if (this.#parts.line().playing === null) this.#thinkSoon();
  }

  cut(prompt: Prompt, upTo: number): void {
    const { purpose } = prompt;
    const said = textOf(prompt).slice(0, upTo);
    this.#cut = { purpose, text: this.#cut?.purpose === purpose ? goneOn(this.#cut.text, said) : said };
    this.#parts.note("agent", purpose, `${said} …`);
  }

  /** The caller answers when the agent has been silent for a moment. */
  #thinkSoon(): void {
    const thought = ++this.#thought;
    const { random } = this.#world;
    const { manners } = this.#parts;
    if (random.chance(manners.misses)) return;
    this.#world.after(random.between(...REACTION_MS), () => {
      if (this.#isLate(thought)) return;
      // Whoever has what they wanted does not start over.
      const strays = random.chance(manners.strays) && !this.#settled;
      if (strays) return this.#say(random.pick(strayWords), () => {});
      if (random.chance(manners.holdsOn)) return this.#holdOn();
      this.#react();
    });
  }

  #isLate(thought: number): boolean {
    return (
      thought !== this.#thought || this.#world.over || this.#speaking || this.#parts.line().playing !== null
    );
  }

  #react(): void {
    const action = this.#parts.mind.react(this.#heard);
    if (action.kind !== "listen") this.#heard = [];
    this.#act(action);
  }

  /** Answers what was asked before the moment, unless the caller has said something else by then. */
  #holdOn(): void {
    const { random } = this.#world;
    const asked = this.#heard;
    this.#heard = [];
    this.#parts.mind.overhear(asked);
    this.#say(random.pick(holdOnWords), () => {
      const said = this.#said;
      this.#world.after(random.between(4_000, 75_000), () => {
        if (this.#world.over || this.#speaking || this.#said !== said) return;
        this.#heard = [...asked, ...this.#heard];
        this.#react();
      });
    });
  }

  /** The caller knows already what is being asked. */
  #interrupt(prompt: Prompt): void {
    const line = this.#parts.line();
    if (line.playing !== prompt || line.queue.length > 1 || this.#speaking || this.#world.over) return;
    const action = this.#parts.mind.react([
      ...this.#heard,
      { purpose: prompt.purpose, text: textOf(prompt) },
    ]);
    this.#heard = [];
    this.#act(action);
  }

  #agree(prompt: Prompt): void {
    if (this.#parts.line().playing !== prompt || this.#speaking || this.#world.over) return;
    const words = isQuestion(prompt.purpose) ? listenerNoises : listenerWords;
    this.#say(this.#world.random.pick(words), () => {});
  }

  /** What is being said reaches nobody. */
  lineBroke(): void {
    if (this.#speaking) this.#stop();
  }

  /** The agent spoke into the sentence: the caller lets it. */
  #yield(): void {
    this.#stop();
    this.#parts.note("caller", "", "(falls silent)");
  }

  #stop(): void {
    this.#parts.mouth.stop();
    this.#parts.mind.cutOff();
    this.#speaking = false;
  }

  #act(action: CallerAction): void {
    if (action.kind === "say") this.#say(action.text, () => {});
    if (action.kind === "press") this.#press(action.keys.join(""));
    if (action.kind === "hangUp") this.#parts.hangUp(action.why === "gaveUp");
  }

  #say(text: string, done: () => void): void {
    this.#thought++;
    this.#said++;
    this.#parts.note("caller", "", text);
    if (this.#parts.typed) {
      this.#world.tell({ kind: "typed", at: this.#world.now, text: hide(text) });
      done();
      return;
    }
    this.#speaking = true;
    const { hesitates, pace } = this.#parts.manners;
    this.#parts.mouth.say(hesitate(asTranscript(text), hesitates, this.#world.random), pace, () => {
      this.#speaking = false;
      done();
    });
  }

  #press(keys: string): void {
    this.#thought++;
    this.#said++;
    this.#parts.note("caller", "", `[${keys}]`);
    [...keys].forEach((key, index) => {
      this.#world.after(index * KEY_MS, () => {
        if (this.#world.over) return;
        this.#parts.line().report();
        this.#world.tell({ kind: "keyPressed", at: this.#world.now, key: key as Key });
      });
    });
  }
}

/** A prompt that was cut off, and the rest of it, which begins a little before. */
function goneOn(before: string, rest: string): string {
  const lengths = Array.from({ length: Math.min(before.length, rest.length) }, (_, index) => index + 1);
  const overlap = lengths.findLast((length) => before.endsWith(rest.slice(0, length))) ?? 0;
  return before + rest.slice(overlap);
}

type Key = Extract<CallEvent, { kind: "keyPressed" }>["key"];

/** Recognizers give small letters and no punctuation. */
function asTranscript(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[.,?!]+(?=\s|$)/g, "")
    .trim();
}
