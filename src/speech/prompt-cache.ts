import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Private } from "../core/values/private.ts";
import type { SynthesisOptions, Synthesizer } from "../ports/synthesizer.ts";
import { type PromptStore, promptStore } from "./prompt-store.ts";
import { SharedSound } from "./shared-sound.ts";

export interface PromptCacheSettings {
  /** Where fixed texts' sound is kept between runs; null = memory only. */
  readonly directory: string | null;
  /** Bound of the sound in memory. An hour of speech is 28.8 MB. */
  readonly maxBytes: number;
  /** Names vendor, voice, its settings and the version of what makes the sound; a changed name finds none of the files. */
  readonly voice?: string;
}

export interface PromptCache extends Synthesizer {
  /**
   * Makes the texts' sound ready, one after the other, from disk where it is there. A text that fails is left out: it
   * will be made when it is said. Ends early when aborted or closed.
   */
  warm(
    texts: readonly Private<string>[],
    progress?: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

/** Raised when the way from text to sound changes, so that files of the old sound are not found any more. */
const SOUND_VERSION = 1;

/**
 * Keeps the sound of fixed texts: in memory within a bound, least recently said first to go, and on disk. A text that
 * several calls want at once is made once, and every one of them hears its pieces as they come. Texts that are not fixed
 * pass through and are kept nowhere. Sounds are shared: nobody may write into one.
 */
export function promptCache(inner: Synthesizer, settings: PromptCacheSettings): PromptCache {
  const store = settings.directory === null ? null : promptStore(settings.directory);
  return new CachingSynthesizer(inner, settings, store);
}

interface Making {
  readonly sound: SharedSound;
  readonly ahead: boolean;
}

class CachingSynthesizer implements PromptCache {
  readonly #inner: Synthesizer;
  readonly #voice: string;
  readonly #store: PromptStore | null;
  readonly #sounds: LRUCache<string, Uint8Array>;
  readonly #making = new Map<string, Making>();
  /** What is being made is made to its end, because it will be said again; only closing stops it. */
  readonly #closing = new AbortController();

  constructor(inner: Synthesizer, settings: PromptCacheSettings, store: PromptStore | null) {
    this.#inner = inner;
    this.#voice = `${settings.voice ?? "embedded"}/${SOUND_VERSION}`;
    this.#store = store;
    this.#sounds = new LRUCache({
      maxSize: settings.maxBytes,
      sizeCalculation: (sound) => sound.length + 64,
    });
  }

  async *speak(text: Private<string>, options: SynthesisOptions): AsyncGenerator<Uint8Array> {
    if (!options.fixed) {
      yield* this.#inner.speak(text, options);
      return;
    }
    const key = this.#keyOf(text);
    const kept = await this.#find(key);
    if (options.signal.aborted) return;
    if (kept === null) yield* this.#make(key, text, { ahead: false }).listen(options.signal);
    else if (kept.length > 0) yield kept;
  }

  ready(text: Private<string>): Uint8Array | null {
    return this.#sounds.get(this.#keyOf(text)) ?? this.#inner.ready(text);
  }

  async warm(
    texts: readonly Private<string>[],
    progress: (done: number, of: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    for (const [index, text] of texts.entries()) {
      if (signal?.aborted === true || this.#closing.signal.aborted) return;
      const key = this.#keyOf(text);
      if ((await this.#find(key)) === null)
        await this.#make(key, text, { ahead: true }).whole.catch(() => undefined);
      progress(index + 1, texts.length);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#inner.close();
    await this.#store?.settled();
  }

  #keyOf(text: Private<string>): string {
    // A digest: what the file is called tells nothing, and equal texts share a sound.
    return createHash("sha256").update(`${this.#voice}\0${text.reveal()}`).digest("hex").slice(0, 40);
  }

  async #find(key: string): Promise<Uint8Array | null> {
    const kept = this.#sounds.get(key);
    if (kept !== undefined || this.#store === null || this.#making.has(key)) return kept ?? null;
    const stored = await this.#store.read(key);
    if (stored !== null) this.#sounds.set(key, stored);
    // While the disk was asked, another call may have made it.
    return this.#sounds.get(key) ?? stored;
  }

  #make(key: string, text: Private<string>, { ahead }: { ahead: boolean }): SharedSound {
    const running = this.#making.get(key);
    // What is made ahead may wait for long before it begins; whoever wants it now does not wait along.
    if (running !== undefined && (ahead || !running.ahead || running.sound.begun)) return running.sound;
    const sound = new SharedSound(
      this.#inner.speak(text, { fixed: true, ahead, signal: this.#closing.signal }),
    );
    const making: Making = { sound, ahead };
    this.#making.set(key, making);
    sound.whole
      .then((whole) => {
        if (this.#closing.signal.aborted) return;
        this.#sounds.set(key, whole);
        this.#store?.write(key, whole);
      })
      .catch(() => undefined) // the listeners have heard of it
      .finally(() => {
        if (this.#making.get(key) === making) this.#making.delete(key);
      });
    return sound;
  }
}
