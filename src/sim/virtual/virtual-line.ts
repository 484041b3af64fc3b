import type { Ms, PromptId } from "../../core/values/ids.ts";
import type { Prompt } from "../../core/wording/prompt.ts";
import type { VirtualWorld } from "./virtual-world.ts";

export const MS_PER_CHARACTER = 55;
/** Far ends report less often than this; positions are told before every event that may cut us off all the same. */
const REPORT_EVERY_MS = 1_000;

/** A synthesis fails at once, or gives nothing until it is given up. */
const FAILS_AFTER_MS = [1, 4_000] as const;

/** What the caller's side of the line learns. */
export interface VirtualEar {
  began(prompt: Prompt): void;
  heard(prompt: Prompt): void;
  /** Cleared after so many of its characters. */
  cut(prompt: Prompt, upTo: number): void;
}

/** Plays prompts one after the other at the pace of speech, and reports how far they were heard. */
export class VirtualLine {
  readonly #world: VirtualWorld;
  readonly #ear: VirtualEar;
  #queue: Prompt[] = [];
  #playingSince: Ms = 0;
  /** No sound is made of what is to be said now. */
  #mute = false;
  #reported = 0;
  /** How much of each prompt has sounded. */
  readonly sounded = new Map<PromptId, number>();
  /** When our last sound ended. */
  silentSince: Ms = 0;

  constructor(world: VirtualWorld, ear: VirtualEar) {
    this.#world = world;
    this.#ear = ear;
  }

  /** Being said now, and waiting to be said. */
  get queue(): readonly Prompt[] {
    return this.#queue;
  }

  get playing(): Prompt | null {
    return this.#queue[0] ?? null;
  }

  /** Since when we speak, or try to: a prompt without sound is bounded by its tries. Null while there is nothing to say. */
  get playingSince(): Ms | null {
    return this.playing === null ? null : this.#playingSince;
  }

  speak(prompt: Prompt): void {
    this.#queue.push(prompt);
    if (this.#queue.length === 1) this.#play(prompt);
  }

  /** Drops the sound of playbacks before `playback`. The position was told before, as a line does. */
  clear(playback: number): void {
    const [playing] = this.#queue;
    const upTo = this.#upTo();
    this.#queue = this.#queue.filter((prompt) => prompt.playback >= playback);
    if (playing === undefined || playing === this.#queue[0]) return;
    this.#stopped(playing, upTo);
    this.#ear.cut(playing, upTo);
    const [next] = this.#queue;
    if (next !== undefined) this.#play(next);
  }

  /** The line breaks: what was to be said is gone, and nobody reports anything. */
  drop(): void {
    const [playing] = this.#queue;
    const upTo = this.#upTo();
    this.#queue = [];
    if (playing !== undefined) this.#stopped(playing, upTo);
  }

  /** Tells the present position at once, if it is new. */
  report(): void {
    const [prompt] = this.#queue;
    const upTo = this.#upTo();
    if (prompt === undefined || upTo <= this.#reported) return;
    this.#reported = upTo;
    this.#tell(prompt, upTo, false);
  }

  #play(prompt: Prompt): void {
    const { random, trouble, now } = this.#world;
    this.#mute = random.chance(trouble.mute);
    this.#playingSince = now;
    this.#reported = 0;
    if (this.#mute) {
      this.#world.after(random.pick(FAILS_AFTER_MS), () => this.#failed(prompt));
      return;
    }
    const lasts = textOf(prompt).length * MS_PER_CHARACTER;
    this.#ear.began(prompt);
    this.#world.after(lasts, () => this.#played(prompt));
    if (lasts > REPORT_EVERY_MS) this.#world.after(REPORT_EVERY_MS, () => this.#reportOn(prompt));
  }

  #reportOn(prompt: Prompt): void {
    if (this.#queue[0] !== prompt || this.#world.over) return;
    this.report();
    if (this.#queue[0] === prompt) this.#world.after(REPORT_EVERY_MS, () => this.#reportOn(prompt));
  }

  /** What was to follow waits for what is said instead. */
  #failed(prompt: Prompt): void {
    if (this.#queue[0] !== prompt) return;
    this.#queue.shift();
    this.sounded.set(prompt.id, 0);
    const [next] = this.#queue;
    if (this.#world.over) return;
    const { id, playback } = prompt;
    this.#world.tell({ kind: "promptFailed", at: this.#world.now, prompt: id, playback, upTo: 0 });
    if (next !== undefined && this.#queue[0] === next) this.#play(next);
  }

  #played(prompt: Prompt): void {
    if (this.#queue[0] !== prompt) return;
    const characters = textOf(prompt).length;
    this.#queue.shift();
    this.#stopped(prompt, characters);
    this.#ear.heard(prompt);
    const { random, trouble } = this.#world;
    // The next prompt sounds before the report of the first is through, as it does on a line.
    const [next] = this.#queue;
    if (next !== undefined) this.#play(next);
    if (!random.chance(trouble.marksMissing)) this.#tell(prompt, characters, true);
  }

  #stopped(prompt: Prompt, upTo: number): void {
    this.sounded.set(prompt.id, upTo);
    if (this.#mute) return;
    this.silentSince = this.#world.now;
  }

  #upTo(): number {
    const [prompt] = this.#queue;
    if (prompt === undefined || this.#mute) return 0;
    const upTo = Math.floor((this.#world.now - this.#playingSince) / MS_PER_CHARACTER);
    return Math.min(textOf(prompt).length, upTo);
  }

  #tell({ id, playback }: Prompt, upTo: number, finished: boolean): void {
    const { random, trouble } = this.#world;
    const times = random.chance(trouble.doubledReports) ? 2 : 1;
    for (let time = 0; time < times; time++) {
      if (this.#world.over) return;
      const at = this.#world.now;
      this.#world.tell({ kind: "promptHeard", at, prompt: id, playback, upTo, finished });
    }
  }
}

const texts = new WeakMap<Prompt, string>();

export function textOf(prompt: Prompt): string {
  const known = texts.get(prompt);
  if (known !== undefined) return known;
  const text = prompt.pieces.map((piece) => piece.text.reveal()).join(" ");
  texts.set(prompt, text);
  return text;
}
