import { FRAME_MS, silentFrame } from "../core/audio/audio-frame.ts";
import { EchoLevel } from "../core/audio/echo-level.ts";
import { KeypadTones } from "../core/audio/keypad-tones.ts";
import { VoiceActivity } from "../core/audio/voice-activity.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Expectation } from "../core/language/expectation.ts";
import type { Ms } from "../core/values/ids.ts";
import type { Key } from "../core/values/key.ts";
import { hide } from "../core/values/private.ts";
import type { Clock } from "../ports/clock.ts";
import type { Hypothesis, Recognizer, RecognizerStream } from "../ports/recognizer.ts";
import type { Meter } from "../ports/telemetry.ts";
import type { CallTime } from "./call-time.ts";
import { KeySources } from "./key-sources.ts";

/** Lines deliver frames so much sooner or later than their time. */
const UNEVEN_MS = 250;
/** A voice that ends so soon after our echo has become known was nothing else. */
const ONLY_ECHO_FRAMES = 30;

export interface EarsParts {
  readonly recognizer: Recognizer;
  readonly meter: Meter;
  readonly time: CallTime;
  readonly clock: Clock;
  /** Whether we speak just now. */
  readonly speaking: () => boolean;
  /** The caller has said or pressed something that may cut a prompt off; it is told right after this. */
  readonly aboutToTell: () => void;
  readonly happened: (event: CallEvent) => void;
}

/**
 * Listens to one call and tells what it hears as events: every frame goes to the recognizer, and is searched for keys and
 * for voice, in this order, on the spot.
 */
export class CallEars {
  readonly #parts: EarsParts;
  readonly #activity = new VoiceActivity();
  readonly #echo = new EchoLevel();
  /** The frame with which our echo became known during the present voice; null when it did not. */
  #echoSinceFrame: number | null = null;
  /** Time of the frame that came last, by the count of frames. */
  #frameAtMs = Number.NEGATIVE_INFINITY;
  readonly #tones = new KeypadTones();
  readonly #keys = new KeySources();
  readonly #stream: RecognizerStream;
  /** Utterances of earlier streams of the call; a new stream counts from 1 again. */
  #formerUtterances = 0;
  #framesHeard = 0;
  #closed = false;

  constructor(parts: EarsParts) {
    this.#parts = parts;
    this.#stream = parts.recognizer.open({
      heard: (hypothesis) => {
        if (!this.#closed) this.#transcribed(hypothesis);
      },
      lost: () => {
        if (!this.#closed) parts.happened({ kind: "recognizerLost", at: parts.time.stamp() });
      },
    });
  }

  get framesHeard(): number {
    return this.#framesHeard;
  }

  /** Goes on after a stream that heard so many utterances. */
  goOn(formerUtterances: number): void {
    this.#formerUtterances = formerUtterances;
  }

  frame(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#framesHeard++;
    const knew = this.#echo.known;
    const echoDb = this.#echo.push(frame, this.#heardAtMs());
    if (!knew && this.#echo.known) this.#echoLearnt();
    // Our own words would be heard before the caller's, or between them.
    this.#stream.push(this.#echo.isEcho ? silentFrame() : frame);
    const key = this.#tones.push(frame);
    if (key !== null && this.#keys.heard(key, this.#parts.time.stamp())) this.#pressed(key);
    const change = this.#activity.push(frame, this.#parts.speaking(), echoDb);
    if (change === "started") this.#started();
    else if (change === "stopped") this.#stopped();
  }

  /** The line tells a key, whose tone may have been heard. */
  key(key: Key): void {
    if (this.#keys.told(key, this.#parts.time.stamp())) this.#pressed(key);
  }

  /** Sound of ours is heard by the caller from then on. */
  plays(frames: Uint8Array, fromMs: Ms): void {
    this.#echo.plays(frames, fromMs);
  }

  /** What the caller has not heard of it yet is dropped. */
  cleared(): void {
    this.#echo.cleared(this.#parts.clock.monotonicMs());
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

  /** Frames follow each other by 20 ms, however unevenly they arrive; only a line that stood still is behind. */
  #heardAtMs(): Ms {
    const nowMs = this.#parts.clock.monotonicMs();
    const countedMs = this.#frameAtMs + FRAME_MS;
    this.#frameAtMs = Math.abs(nowMs - countedMs) > UNEVEN_MS ? nowMs : countedMs;
    return this.#frameAtMs;
  }

  #started(): void {
    const { time, happened } = this.#parts;
    this.#stream.speechStarted();
    happened({ kind: "speechStarted", at: time.stamp(this.#activity.voicedForMs) });
  }

  /** What was taken for the caller until now was the echo; a voice that goes on may still be theirs. */
  #echoLearnt(): void {
    if (this.#activity.speaking) this.#echoSinceFrame = this.#framesHeard;
    else this.#tellStopped({ echo: true });
  }

  #stopped(): void {
    const since = this.#echoSinceFrame;
    this.#echoSinceFrame = null;
    const wasEcho = since !== null && this.#framesHeard - since <= ONLY_ECHO_FRAMES;
    this.#tellStopped(wasEcho ? { echo: true } : {});
  }

  #tellStopped(made: { readonly echo?: true }): void {
    const { time, happened } = this.#parts;
    const at = time.stamp();
    const silentSince = Math.max(0, at - this.#activity.silentForMs);
    happened({ kind: "speechStopped", at, silentSince, sound: this.#activity.sound, ...made });
  }

  #pressed(key: Key): void {
    this.#parts.aboutToTell();
    this.#parts.happened({ kind: "keyPressed", at: this.#parts.time.stamp(), key });
  }

  #transcribed({ utterance, text, final, confidence, alternatives, endOfTurn }: Hypothesis): void {
    const { time, meter, aboutToTell, happened } = this.#parts;
    aboutToTell();
    meter.count("transcriptions_total", { is_final: String(final) });
    happened({
      kind: "transcribed",
      at: time.stamp(),
      utterance: this.#formerUtterances + utterance,
      text: hide(text),
      final,
      confidence,
      alternatives: hide(alternatives),
      ...(endOfTurn === undefined ? {} : { endOfTurn }),
    });
  }
}
