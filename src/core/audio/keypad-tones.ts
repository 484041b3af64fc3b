import type { Key } from "../values/key.ts";
import { FRAME_BYTES, MULAW_SILENCE, SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { mulawToLinear } from "./mulaw.ts";

/** ITU-T Q.23: a key is a tone of its row together with one of its column. The fourth column has no keys here. */
const ROWS_HZ = [697, 770, 852, 941] as const;
const COLUMNS_HZ = [1209, 1336, 1477] as const;
const keys: readonly (readonly Key[])[] = [
  ["1", "2", "3"],
  ["4", "5", "6"],
  ["7", "8", "9"],
  ["*", "0", "#"],
];

/** Windows of 20 ms, one every 10 ms: so that a tone of 50 ms fills three of them wherever it begins. */
const HOP = FRAME_BYTES / 2;
const HITS_NEEDED = 3;
/** So many windows without the tone end it; the pause between two keys is 40 ms at least. */
const MISSES_ALLOWED = 2;

const WINDOW = 2 * HOP;
/** Hann's: a tone that is off by the 1.5 % allowed keeps nine tenths of its power, and the next row is 11 dB down. */
const taper = Float64Array.from(
  { length: WINDOW },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW),
);
/** In such a window a sine of amplitude a has the power (aN/4)² and the energy 3a²N/16. */
const ENERGY_OF_POWER = 3 / WINDOW;

/** Two tones of 700 to 1,480 Hz change their sign so often in a window; most of speech does so less, and hissing more. */
const LEAST_CROSSINGS = 24;
const MOST_CROSSINGS = 64;
/** Quieter sound than -42 dB relative to full scale is no key. */
const LEAST_ENERGY = 10 ** (-42 / 10) * WINDOW * (3 / 8);
/** Share of the power that lies in the two tones: speech and music spread theirs over more. */
const LEAST_SHARE = 0.82;
/** The two tones are about equally loud (twist), as telephones and lines leave them. */
const MOST_TWIST = 10 ** (9 / 10);
/** The tones beside each are weaker by so much, or it is no keypad that made it. */
const LEAST_LEAD = 10 ** (6 / 10);

const coefficients = [...ROWS_HZ, ...COLUMNS_HZ].map(
  (hertz) => 2 * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE_HZ),
);

/**
 * Hears keys of the telephone in the sound itself, for lines that do not tell them as events. A key is told once, 50 to 70 ms
 * after its tone began, and again only after a pause. Speech hardly ever makes one; the tones of the network never do.
 */
export class KeypadTones {
  readonly #recent = new Uint8Array(WINDOW).fill(MULAW_SILENCE);
  readonly #window = new Float64Array(WINDOW);
  readonly #powers = new Float64Array(coefficients.length);
  #sign = 0;
  #crossings = 0;
  #key: Key | null = null;
  #hits = 0;
  #misses = 0;

  /** One frame of 160 bytes of mu-law. Returns the key whose tone has been heard long enough with it. */
  push(frame: Uint8Array): Key | null {
    const first = this.#hop(frame, 0);
    return this.#hop(frame, HOP) ?? first;
  }

  #hop(frame: Uint8Array, from: number): Key | null {
    const crossings = this.#takeIn(frame, from);
    const possible = crossings >= LEAST_CROSSINGS && crossings <= MOST_CROSSINGS;
    return this.#count(possible ? this.#keyIn(this.#tapered()) : null);
  }

  /** Returns how often the sound of the window changes its sign. */
  #takeIn(frame: Uint8Array, from: number): number {
    let sign = this.#sign;
    let crossings = 0;
    this.#recent.copyWithin(0, HOP);
    for (let i = 0; i < HOP; i++) {
      const byte = frame[from + i] as number;
      this.#recent[HOP + i] = byte;
      crossings += (byte ^ sign) >> 7;
      sign = byte;
    }
    const both = this.#crossings + crossings;
    this.#crossings = crossings;
    this.#sign = sign;
    return both;
  }

  /** Fills the window and returns its energy. */
  #tapered(): number {
    let energy = 0;
    for (let i = 0; i < WINDOW; i++) {
      const linear = mulawToLinear[this.#recent[i] as number] as number;
      const sample = (linear / 32768) * (taper[i] as number);
      this.#window[i] = sample;
      energy += sample * sample;
    }
    return energy;
  }

  #keyIn(energy: number): Key | null {
    if (energy < LEAST_ENERGY) return null;
    for (let tone = 0; tone < coefficients.length; tone++)
      this.#powers[tone] = goertzel(this.#window, coefficients[tone] as number);
    const row = this.#strongest(0, ROWS_HZ.length);
    const column = this.#strongest(ROWS_HZ.length, coefficients.length);
    if (row === null || column === null) return null;
    const [low, high] = [this.#powers[row] as number, this.#powers[column] as number];
    if (low > high * MOST_TWIST || high > low * MOST_TWIST) return null;
    if ((low + high) * ENERGY_OF_POWER < energy * LEAST_SHARE) return null;
    return keys[row]?.[column - ROWS_HZ.length] ?? null;
  }

  /** The strongest tone of those, if it is clearly stronger than the others. */
  #strongest(from: number, to: number): number | null {
    let best = from;
    let next = 0;
    for (let tone = from + 1; tone < to; tone++) {
      const power = this.#powers[tone] as number;
      if (power > (this.#powers[best] as number)) {
        next = this.#powers[best] as number;
        best = tone;
      } else next = Math.max(next, power);
    }
    return (this.#powers[best] as number) >= next * LEAST_LEAD ? best : null;
  }

  #count(key: Key | null): Key | null {
    if (key !== null && key === this.#key) {
      this.#misses = 0;
      this.#hits++;
      return this.#hits === HITS_NEEDED ? key : null;
    }
    if (this.#key !== null && ++this.#misses < MISSES_ALLOWED) return null;
    this.#key = key;
    this.#hits = key === null ? 0 : 1;
    this.#misses = 0;
    return null;
  }
}

/** Power of one frequency in the window (Goertzel's recursion). */
function goertzel(window: Float64Array, coefficient: number): number {
  let before = 0;
  let last = 0;
  for (let i = 0; i < window.length; i++) {
    const next = (window[i] as number) + coefficient * last - before;
    before = last;
    last = next;
  }
  return last * last + before * before - coefficient * last * before;
}
