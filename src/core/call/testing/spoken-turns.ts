import { hide } from "../../values/private.ts";
import type { TypedCall } from "./typed-call.ts";

/** How long the line's voice activity waits before it calls a silence an end. */
const HANGOVER_MS = 160;

/** How long words last, a syllable being two or three letters. */
function spokenMs(words: string): number {
  return Math.max(500, words.length * 60);
}

/**
 * Goes on with a call by voice: what we say is heard only as far as `hears` tells, and the recognizer answers after 80 ms.
 * What is decided can be read from the call as before.
 */
export class SpokenTurns {
  readonly call: TypedCall;
  #utterance = 0;

  constructor(call: TypedCall) {
    this.call = call;
    call.hears = false;
  }

  /** After a pause the caller speaks for so long; `words` are in a hypothesis before they end. */
  async says(
    words: string,
    { afterMs = 300, forMs = spokenMs(words), alternatives = [] as readonly string[], confidence = 0.9 } = {},
  ): Promise<this> {
    await this.begins(words, { afterMs, forMs });
    await this.ends(words, alternatives, confidence);
    return this;
  }

  async begins(words: string, { afterMs = 300, forMs = spokenMs(words) } = {}): Promise<void> {
    this.call.pass(afterMs);
    this.#utterance++;
    await this.call.gets({ kind: "speechStarted", at: this.call.now });
    this.call.pass(forMs);
    await this.#transcribed(words, false);
  }

  /** `alternatives` are what the recognizer held possible beside the words. */
  async ends(words: string, alternatives: readonly string[] = [], confidence = 0.9): Promise<void> {
    const silentSince = this.call.now;
    this.call.pass(HANGOVER_MS);
    await this.call.gets({ kind: "speechStopped", at: this.call.now, silentSince });
    const asked = this.#asked;
    for (let waitedMs = 0; this.#asked === asked && waitedMs < 10_000; waitedMs += 10) this.call.pass(10);
    this.call.pass(80);
    await this.#transcribed(words, true, alternatives, confidence);
    this.call.pass(10);
    await this.call.settle();
  }

  /** The caller hears so much of the prompt that plays; all of it without a number. */
  async hears(characters?: number): Promise<this> {
    const first = this.call.state.turns.playing?.prompts[0];
    if (first === undefined) throw new Error("nothing is being said");
    const { prompt, playback } = first;
    const finished = characters === undefined;
    const upTo = characters ?? first.characters;
    this.call.pass(Math.round(((upTo - first.heardUpTo) / 15) * 1000));
    await this.call.gets({ kind: "promptHeard", at: this.call.now, prompt, playback, upTo, finished });
    return this;
  }

  /** Hears everything that is being said. */
  async listens(): Promise<this> {
    while (this.call.state.turns.playing !== null) await this.hears();
    return this;
  }

  /** What is said and was not heard to its end yet. */
  get playing(): readonly string[] {
    return (this.call.state.turns.playing?.prompts ?? []).map(({ text }) => text?.reveal() ?? "");
  }

  get #asked(): number {
    return this.call.effects.filter(({ kind }) => kind === "finishUtterance").length;
  }

  #transcribed(
    words: string,
    final: boolean,
    others: readonly string[] = [],
    confidence = 0.9,
  ): Promise<unknown> {
    return this.call.gets({
      kind: "transcribed",
      at: this.call.now,
      utterance: this.#utterance,
      text: hide(words),
      final,
      confidence,
      alternatives: hide([words, ...others]),
    });
  }
}
