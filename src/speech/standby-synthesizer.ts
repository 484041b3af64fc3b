import { BYTES_PER_MS, MULAW_SILENCE } from "../core/audio/audio-frame.ts";
import { hide, type Private } from "../core/values/private.ts";
import type { Clock } from "../ports/clock.ts";
import type { SynthesisOptions, Synthesizer } from "../ports/synthesizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";
import { inTime } from "./in-time.ts";
import { sentences } from "./sentences.ts";
import { VoiceHealth } from "./voice-health.ts";

export interface Voice {
  /** A label of metrics. */
  readonly name: string;
  readonly synthesizer: Synthesizer;
  /** It was left out and works again. */
  recovered?(): void;
}

export interface StandbyVoices {
  /** Best first. The last is one that works without anybody else: it is never left out. */
  readonly voices: readonly [Voice, ...Voice[]];
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** For the first sound of a sentence and between its pieces: with the next voice's own beginning, still under two seconds. */
const SOUND_WITHIN_MS = 1_500;
/** What a voice that was left out has to say before it is used again. */
const trialText = hide("One moment, please.");
/** Between what was cut off and its repetition by another voice. */
const BREATH_MS = 300;

/**
 * Speaks with the best voice that works. A sentence that a voice does not begin in time or does not end is said whole by the
 * next one: of the first try the caller hears either nothing, or the beginning and a breath. The voice that failed is left out
 * until it has said something to nobody (`VoiceHealth`), so that no caller waits to find out whether it is back. What is at hand
 * (`ready`) is said in a better voice also while that is left out.
 */
export function standbySynthesizer(parts: StandbyVoices): Synthesizer {
  return new StandbySynthesizer(parts);
}

class StandbySynthesizer implements Synthesizer {
  readonly #parts: StandbyVoices;
  readonly #health: ReadonlyMap<Voice, VoiceHealth>;

  constructor(parts: StandbyVoices) {
    this.#parts = parts;
    const healthOf = (voice: Voice) => {
      const trial = (signal: AbortSignal) => this.#trial(voice, signal);
      const recovered = () => voice.recovered?.();
      return [voice, new VoiceHealth({ ...parts, voice: voice.name, trial, recovered })] as const;
    };
    this.#health = new Map(parts.voices.slice(0, -1).map(healthOf));
  }

  async *speak(text: Private<string>, options: SynthesisOptions): AsyncGenerator<Uint8Array> {
    // A fixed text is kept as a whole; of another as little as possible is to be said again.
    const parts = options.fixed ? [text] : sentences(text.reveal()).map(hide);
    for (const [index, part] of parts.entries()) {
      if (options.signal.aborted) return;
      if (this.#lastIsAlone) {
        // Nobody says it again, so its sentences are left together, with the pauses that the voice makes between them.
        yield* this.#say(index === 0 ? text : joined(parts.slice(index)), options);
        return;
      }
      yield* this.#say(part, options);
    }
  }

  ready(text: Private<string>): Uint8Array | null {
    for (const voice of this.#parts.voices) {
      const sound = voice.synthesizer.ready(text);
      if (sound !== null || !this.#isOut(voice)) return sound;
    }
    return null;
  }

  async close(): Promise<void> {
    for (const health of this.#health.values()) health.close();
    await Promise.all(this.#parts.voices.map(({ synthesizer }) => synthesizer.close()));
  }

  async *#say(text: Private<string>, options: SynthesisOptions): AsyncGenerator<Uint8Array> {
    let begun = false;
    for (const voice of this.#parts.voices.filter((one) => !this.#isOut(one))) {
      if (begun) yield new Uint8Array(BREATH_MS * BYTES_PER_MS).fill(MULAW_SILENCE);
      try {
        for await (const piece of this.#spokenBy(voice, text, options)) {
          begun = true;
          yield piece;
        }
        return;
      } catch (error) {
        if (options.signal.aborted) return;
        this.#failed(voice, begun);
        if (!this.#health.has(voice)) throw error;
      }
    }
  }

  /** Ends with an error when a piece is late; the last voice has all the time it takes. */
  async *#spokenBy(
    voice: Voice,
    text: Private<string>,
    options: SynthesisOptions,
  ): AsyncGenerator<Uint8Array> {
    const { meter } = this.#parts.telemetry;
    const { clock } = this.#parts;
    const over = new AbortController();
    const signal = AbortSignal.any([options.signal, over.signal]);
    const startedMs = clock.monotonicMs();
    const labels = { voice: voice.name };
    meter.count("syntheses_total", labels);
    let begun = false;
    try {
      for await (const piece of this.#timely(voice, voice.synthesizer.speak(text, { ...options, signal }))) {
        const seconds = (clock.monotonicMs() - startedMs) / 1000;
        if (!begun) meter.observeSeconds("synthesis_first_sound_seconds", seconds, labels);
        begun = true;
        yield piece;
      }
    } finally {
      over.abort();
    }
  }

  #timely(voice: Voice, sound: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    if (!this.#health.has(voice)) return sound;
    const late = () => new WorldError(voice.name, "speaking in time", { retryable: true });
    return inTime(sound, { limitMs: SOUND_WITHIN_MS, clock: this.#parts.clock, late });
  }

  #failed(voice: Voice, begun: boolean): void {
    const when = begun ? "during" : "before";
    this.#parts.telemetry.meter.count("synthesis_failures_total", { voice: voice.name, when });
    this.#health.get(voice)?.failed();
  }

  get #lastIsAlone(): boolean {
    return [...this.#health.values()].every(({ isOut }) => isOut);
  }

  #isOut(voice: Voice): boolean {
    return this.#health.get(voice)?.isOut ?? false;
  }

  async #trial(voice: Voice, signal: AbortSignal): Promise<void> {
    let heard = false;
    for await (const _ of this.#spokenBy(voice, trialText, { fixed: false, signal })) heard = true;
    if (!heard) throw new WorldError(voice.name, "saying something to nobody", { retryable: true });
  }
}

function joined(parts: readonly Private<string>[]): Private<string> {
  return hide(parts.map((part) => part.reveal()).join(" "));
}
