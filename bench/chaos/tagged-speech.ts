import type { Recognizer, RecognizerHandler, RecognizerStream } from "../../src/ports/recognizer.ts";
import type { Voices } from "../../src/sim/voices/voices.ts";

/** 16 bits that begin a tag, followed by the sentence's number and the same bits turned over. */
const SYNC = [1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0];
const NUMBER_BITS = 12;
const TAG_BITS = SYNC.length + 2 * NUMBER_BITS;

/**
 * Callers whose sound is real speech, the same for every sentence, and says in its lowest bits which sentence it stands for. So a
 * call goes over real sockets and real voice activity, and hearing it costs nothing.
 */
export class TaggedSpeech implements Voices {
  readonly #clip: Uint8Array;
  readonly #sentences: string[] = [];

  /** `clip`: mu-law in whole frames. */
  constructor(clip: Uint8Array) {
    this.#clip = clip;
  }

  async say(text: string): Promise<Uint8Array> {
    const number = this.#sentences.push(text) - 1;
    if (number >= 2 ** NUMBER_BITS) throw new RangeError("more has been said than tags can number");
    const bits = tagOf(number);
    return this.#clip.map((byte, index) => (byte & 0xfe) | (bits[index % TAG_BITS] ?? 0));
  }

  /** The sentences that a stretch of sound stands for, in their order, each once. */
  wordsIn(sound: Uint8Array): string {
    return this.textOf(this.sentencesIn(sound));
  }

  /** Their numbers. */
  sentencesIn(sound: Uint8Array): ReadonlySet<number> {
    const numbers = new Set<number>();
    for (let start = 0; start + TAG_BITS <= sound.length; start++) {
      const number = tagAt(sound, start);
      if (number === null) continue;
      numbers.add(number);
      start += TAG_BITS - 1;
    }
    return numbers;
  }

  textOf(numbers: ReadonlySet<number>): string {
    return [...numbers]
      .map((number) => this.#sentences[number] ?? "")
      .join(" ")
      .trim();
  }

  async close(): Promise<void> {}
}

function tagOf(number: number): readonly number[] {
  const bits = Array.from({ length: NUMBER_BITS }, (_, index) => (number >> index) & 1);
  return [...SYNC, ...bits, ...bits.map((bit) => 1 - bit)];
}

function tagAt(sound: Uint8Array, start: number): number | null {
  const bit = (index: number) => (sound[start + index] ?? 0) & 1;
  if (SYNC.some((wanted, index) => bit(index) !== wanted)) return null;
  let number = 0;
  for (let index = 0; index < NUMBER_BITS; index++) {
    if (bit(SYNC.length + index) === bit(SYNC.length + NUMBER_BITS + index)) return null;
    number |= bit(SYNC.length + index) << index;
  }
  return number;
}

/** Ears for such speech. Its streams know what they have heard at once. */
export function taggedRecognizer(speech: TaggedSpeech): Recognizer {
  return { open: (handler) => new TaggedStream(speech, handler), close: async () => {} };
}

class TaggedStream implements RecognizerStream {
  readonly #speech: TaggedSpeech;
  readonly #handler: RecognizerHandler;
  readonly #heard = new Set<number>();
  /** A tag may begin in the frame before. */
  #before: Uint8Array = new Uint8Array();
  #utterance = 1;
  #closed = false;

  constructor(speech: TaggedSpeech, handler: RecognizerHandler) {
    this.#speech = speech;
    this.#handler = handler;
  }

  listenFor(): void {}
  speechStarted(): void {}

  push(frame: Uint8Array): void {
    const known = this.#heard.size;
    for (const number of this.#speech.sentencesIn(Buffer.concat([this.#before, frame])))
      this.#heard.add(number);
    this.#before = frame;
    if (this.#heard.size > known) this.#tell(false);
  }

  finish(): void {
    this.#tell(true);
    this.#utterance += 1;
    this.#heard.clear();
    this.#before = new Uint8Array();
  }

  close(): void {
    this.#closed = true;
  }

  #tell(final: boolean): void {
    const text = this.#speech.textOf(this.#heard);
    const said = { utterance: this.#utterance, text, final, confidence: text === "" ? 0 : 0.95 };
    queueMicrotask(() => {
      if (!this.#closed) this.#handler.heard({ ...said, alternatives: [text] });
    });
  }
}
