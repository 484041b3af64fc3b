import { KeypadTones } from "../core/audio/keypad-tones.ts";
import { VoiceActivity } from "../core/audio/voice-activity.ts";
import type { Expectation } from "../core/language/expectation.ts";
import type { Key } from "../core/values/key.ts";
import type { Hypothesis, Recognizer, RecognizerStream } from "../ports/recognizer.ts";

export interface EarsEvents {
  /** Voice began so long ago. */
  speechStarted(agoMs: number): void;
  /** Voice ended; the line has been silent for so long. */
  speechStopped(silentForMs: number): void;
  /** The tone of a key was heard. */
  toneHeard(key: Key): void;
  transcribed(hypothesis: Hypothesis): void;
  lost(error: Error): void;
}

/** Listens to one call: every frame goes to the recognizer and through voice activity, in this order, on the spot. */
export class CallEars {
  readonly #activity = new VoiceActivity();
  readonly #tones = new KeypadTones();
  readonly #stream: RecognizerStream;
  readonly #events: EarsEvents;
  #framesHeard = 0;
  #closed = false;

  constructor(recognizer: Recognizer, events: EarsEvents) {
    this.#events = events;
    this.#stream = recognizer.open({
      heard: (hypothesis) => {
        if (!this.#closed) events.transcribed(hypothesis);
      },
      lost: (error) => {
        if (!this.#closed) events.lost(error);
      },
    });
  }

  get framesHeard(): number {
    return this.#framesHeard;
  }

  frame(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#framesHeard++;
    this.#stream.push(frame);
    const key = this.#tones.push(frame);
    if (key !== null) this.#events.toneHeard(key);
    const change = this.#activity.push(frame);
    if (change === null) return;
    if (change === "started") {
      this.#stream.speechStarted();
      this.#events.speechStarted(this.#activity.voicedForMs);
    } else {
      this.#events.speechStopped(this.#activity.silentForMs);
    }
  }

  listenFor(expectation: Expectation): void {
    this.#stream.listenFor(expectation);
  }

  finish(): void {
    this.#stream.finish();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stream.close();
  }
}
