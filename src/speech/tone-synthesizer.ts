import { SAMPLE_RATE_HZ } from "../core/audio/audio-frame.ts";
import { mulawOf } from "../core/audio/mulaw.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import { WorldError } from "../ports/world-error.ts";

export interface ToneSettings {
  /** Length of the sound for each character of the text. 65 ms is the pace of speech. */
  readonly msPerCharacter: number;
  readonly toneHz: number;
  /** The highest sample, of 32,767. */
  readonly peak: number;
}

const ordinary: ToneSettings = { msPerCharacter: 65, toneHz: 440, peak: 3_000 };

/** Longest text whose sound is at hand; the tone is made once for it. */
const LONGEST_CHARACTERS = 1_000;

/**
 * Says every text as a tone as long as the words would take. Costs nothing, so that a measurement shows the cost of
 * everything else, and the sound of a text is always ready.
 */
export function toneSynthesizer(settings: Partial<ToneSettings> = {}): Synthesizer {
  const { msPerCharacter, toneHz, peak } = { ...ordinary, ...settings };
  const samplesPerCharacter = (msPerCharacter * SAMPLE_RATE_HZ) / 1_000;
  const tone = makeTone(Math.ceil(samplesPerCharacter * LONGEST_CHARACTERS), { toneHz, peak });
  const sound = (text: string) =>
    tone.subarray(0, Math.round(samplesPerCharacter * Math.min(text.trim().length, LONGEST_CHARACTERS)));
  let closed = false;
  return {
    async *speak(text, options) {
      if (closed) throw new WorldError("tone synthesizer", "speaking when closed", { retryable: false });
      const whole = sound(text.reveal()); // only its length matters
      if (whole.length > 0 && !options.signal.aborted) yield whole.slice();
    },
    ready: (text) => (closed ? null : sound(text.reveal()).slice()),
    close: async () => {
      closed = true;
    },
  };
}

function makeTone(length: number, { toneHz, peak }: Pick<ToneSettings, "toneHz" | "peak">): Uint8Array {
  const step = (2 * Math.PI * toneHz) / SAMPLE_RATE_HZ;
  return Uint8Array.from({ length }, (_, index) => mulawOf(Math.round(peak * Math.sin(step * index))));
}
