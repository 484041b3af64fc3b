import type { SoundShape } from "../../core/audio/sound-shape.ts";
import type { Ms } from "../../core/values/ids.ts";
import type { Phrase } from "../hesitation.ts";
import { MS_PER_CHARACTER } from "./virtual-line.ts";
import type { VirtualRecognizer } from "./virtual-recognizer.ts";
import type { VirtualWorld } from "./virtual-world.ts";

/** Voice activity notices an onset and an end so much later. */
const ONSET_MS = 40;
const OFFSET_MS = 180;

const vowels: SoundShape = { pitchedMs: 200, pitchedShare: 0.95, dipDb: 0, dullest: 0.05, brightest: 0.3 };
const noVowel: SoundShape = { pitchedMs: 0, pitchedShare: 0, dipDb: 0, dullest: 0.3, brightest: 1 };

/** The caller's voice on its way to voice activity and recognizer, word by word. */
export class VirtualMouth {
  readonly #world: VirtualWorld;
  readonly #recognizer: VirtualRecognizer;
  readonly #beforeVoice: () => void;
  #utterance = 0;
  #phrasesLeft = 0;
  #voiced = false;
  #voices = 0;
  /** Of what has sounded since voice activity began. */
  #vowels = false;
  #silentSince: Ms = 0;
  #speakingSince: Ms = 0;

  /** `beforeVoice` is called before each onset, when a line tells how far it has played. */
  constructor(world: VirtualWorld, recognizer: VirtualRecognizer, beforeVoice: () => void) {
    this.#world = world;
    this.#recognizer = recognizer;
    this.#beforeVoice = beforeVoice;
  }

  get speaking(): boolean {
    return this.#phrasesLeft > 0 || this.#voiced;
  }

  /** When the caller's last sound ended, be there another one now or not. */
  get silentSince(): Ms {
    return this.#silentSince;
  }

  /** When the present words began; null in silence. */
  get speakingSince(): Ms | null {
    return this.speaking ? this.#speakingSince : null;
  }

  /** Speaks the phrases; `done` follows the last sound, unless the caller was stopped. `pace` 1 is the usual one. */
  say(phrases: readonly Phrase[], pace: number, done: () => void): void {
    const utterance = ++this.#utterance;
    if (!this.speaking) this.#speakingSince = this.#world.now;
    this.#phrasesLeft = phrases.length;
    this.#phrase(phrases, 0, pace, utterance, done);
  }

  /** Sound that is no speech, such as a cough. */
  noise(lastsMs: Ms): void {
    if (this.speaking) return;
    this.#speakingSince = this.#world.now;
    this.#voice(lastsMs, () => this.#recognizer.hearCough(), false);
  }

  /** The caller falls silent after the phrase that is under way. */
  stop(): void {
    this.#utterance++;
    this.#phrasesLeft = 0;
  }

  #phrase(
    phrases: readonly Phrase[],
    index: number,
    pace: number,
    utterance: number,
    done: () => void,
  ): void {
    const phrase = phrases[index];
    if (phrase === undefined || this.#utterance !== utterance) return;
    let lastsMs = 0;
    for (const word of phrase.words.split(" ")) {
      lastsMs += (word.length + 1) * MS_PER_CHARACTER * pace;
      this.#world.after(lastsMs, () => this.#recognizer.hear(word));
    }
    this.#voice(lastsMs, () => {
      if (this.#utterance !== utterance) return;
      this.#phrasesLeft--;
      if (this.#phrasesLeft === 0) done();
      else this.#world.after(phrase.pauseMs, () => this.#phrase(phrases, index + 1, pace, utterance, done));
    });
  }

  #voice(lastsMs: Ms, ended: () => void, hasVowels = true): void {
    this.#vowels ||= hasVowels;
    const voice = ++this.#voices;
    this.#voiced = true;
    this.#world.after(ONSET_MS, () => {
      if (this.#world.over) return;
      this.#beforeVoice();
      this.#world.tell({ kind: "speechStarted", at: this.#world.now });
    });
    this.#world.after(Math.max(lastsMs, ONSET_MS), () => {
      // Words that began during a cough go on.
      if (voice !== this.#voices) return;
      const silentSince = this.#world.now;
      this.#voiced = false;
      this.#silentSince = silentSince;
      ended();
      this.#world.after(OFFSET_MS, () => {
        // A pause that is shorter than voice activity notices is none.
        if (this.#voiced || this.#world.over) return;
        const sound = this.#vowels ? vowels : noVowel;
        this.#vowels = false;
        this.#world.tell({ kind: "speechStopped", at: this.#world.now, silentSince, sound });
      });
    });
  }
}
