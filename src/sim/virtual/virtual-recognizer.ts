import type { Ms } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import { mishear } from "../mishear.ts";
import type { VirtualWorld } from "./virtual-world.ts";

/** Hypotheses trail what was spoken by so much, and come with every so-manieth word. */
const HYPOTHESIS_LAG_MS = 250;
const WORDS_A_HYPOTHESIS = 3;

/** What is made of a cough, and nobody ever says. */
export const coughedWord = "kumquat";

/** Final words as they were given to the call, for holding them against what it made of them. */
export interface FinalWords {
  readonly utterance: number;
  readonly text: string;
  readonly askedAt: Ms;
  readonly givenAt: Ms;
}

/** A recognizer that hears words as they are spoken, answers late, twice or never, and may fail for good. */
export class VirtualRecognizer {
  readonly #world: VirtualWorld;
  readonly finals: FinalWords[] = [];
  #words: string[] = [];
  #coughed = false;
  #asked = 0;
  #given = 0;
  #lastFinalAt: Ms = 0;
  #lost = false;

  constructor(world: VirtualWorld) {
    this.#world = world;
    const { lostAt } = world.trouble.recognizer;
    if (lostAt !== null) world.after(lostAt, () => this.#fail());
  }

  /** A word has been spoken to its end. */
  hear(word: string): void {
    this.#words.push(word);
    if (this.#words.length % WORDS_A_HYPOTHESIS === 1) this.#suppose(this.#words.join(" "));
  }

  /** Somebody has coughed, in which recognizers hear words when there is nothing else to hear. */
  hearCough(): void {
    this.#coughed = true;
    if (this.#words.length === 0) this.#suppose(coughedWord);
  }

  #suppose(text: string): void {
    if (!this.#world.trouble.recognizer.hypotheses) return;
    const utterance = this.#asked + 1;
    this.#world.after(HYPOTHESIS_LAG_MS, () => {
      if (this.#asked < utterance && !this.#lost) this.#tell(utterance, text, false);
    });
  }

  /** One final follows, with everything that was spoken since the last asking. */
  finish(): void {
    const { random, trouble, now } = this.#world;
    const { finalMs, late, missing, doubled, misheard } = trouble.recognizer;
    const onlyCoughs = this.#coughed && this.#words.length === 0;
    const text = onlyCoughs ? coughedWord : mishear(this.#words.join(" "), misheard, random);
    this.#words = [];
    this.#coughed = false;
    const utterance = ++this.#asked;
    if (random.chance(missing)) return;
    const slow = random.chance(late) ? random.between(1_000, 9_000) : 0;
    this.#lastFinalAt = Math.max(this.#lastFinalAt, now + random.between(...finalMs) + slow);
    const askedAt = now;
    this.#world.after(this.#lastFinalAt - now, () => this.#give(utterance, text, askedAt));
    if (random.chance(doubled))
      this.#world.after(this.#lastFinalAt - now + random.between(1, 400), () => this.#again(utterance, text));
  }

  #give(utterance: number, text: string, askedAt: Ms): void {
    if (this.#lost || this.#world.over) return;
    this.#given = utterance;
    this.finals.push({ utterance, text, askedAt, givenAt: this.#world.now });
    this.#tell(utterance, text, true);
  }

  /** The same final once more, unless a later one has been given meanwhile: vendors repeat, they do not go back. */
  #again(utterance: number, text: string): void {
    if (!this.#lost && this.#given === utterance) this.#tell(utterance, text, true);
  }

  #tell(utterance: number, text: string, final: boolean): void {
    if (this.#world.over) return;
    this.#world.tell({
      kind: "transcribed",
      at: this.#world.now,
      utterance,
      text: hide(text),
      final,
      confidence: text === "" ? 0 : 0.9,
      alternatives: hide(final ? [text] : []),
    });
  }

  #fail(): void {
    if (this.#world.over) return;
    this.#lost = true;
    this.#world.tell({ kind: "recognizerLost", at: this.#world.now });
  }
}
