import type { Ms } from "../core/values/ids.ts";
import type { Key } from "../core/values/key.ts";

/** A line that tells a key does so this long after its tone at most. */
const SAME_KEY_MS = 1_500;

/**
 * Most lines tell keys as events, some only carry their tones, and some do both. Every key counts once: a line that has told
 * one key is believed to tell them all, and the event of a key whose tone was heard before is that key.
 */
export class KeySources {
  #lineTells = false;
  #toneKey: Key | null = null;
  #toneAt: Ms = 0;

  /** The tone of a key was heard in the sound; whether it counts. */
  heard(key: Key, at: Ms): boolean {
    if (this.#lineTells) return false;
    this.#toneKey = key;
    this.#toneAt = at;
    return true;
  }

  /** The line tells a key; whether it counts. */
  told(key: Key, at: Ms): boolean {
    this.#lineTells = true;
    const heardBefore = this.#toneKey === key && at - this.#toneAt <= SAME_KEY_MS;
    this.#toneKey = null;
    return !heardBefore;
  }
}
