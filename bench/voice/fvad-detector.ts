import { decodeMulaw } from "../../src/core/audio/mulaw.ts";

interface FvadModule {
  readonly HEAP16: Int16Array;
  _malloc(bytes: number): number;
  _fvad_new(): number;
  _fvad_set_mode(detector: number, mode: number): number;
  _fvad_set_sample_rate(detector: number, hertz: number): number;
  _fvad_process(detector: number, samples: number, count: number): number;
}

/** WebRTC's detector in its strictest mode, with an onset and a hangover like ours, to compare with. */
export class FvadDetector {
  readonly #fvad: FvadModule;
  readonly #detector: number;
  readonly #samples: number;
  readonly #frame = new Int16Array(160);
  #voice = false;
  #recent = 0;
  #voicedFrames = 0;
  #silentFrames = 0;

  private constructor(fvad: FvadModule) {
    this.#fvad = fvad;
    this.#detector = fvad._fvad_new();
    fvad._fvad_set_mode(this.#detector, 3);
    fvad._fvad_set_sample_rate(this.#detector, 8000);
    this.#samples = fvad._malloc(320);
  }

  static async open(): Promise<FvadDetector> {
    // The package has no types.
    const name = "@echogarden/fvad-wasm";
    const { default: createModule } = (await import(name)) as { default: () => Promise<FvadModule> };
    return new FvadDetector(await createModule());
  }

  get voicedForMs(): number {
    return this.#voicedFrames * 20;
  }

  get silentForMs(): number {
    return this.#silentFrames * 20;
  }

  push(frame: Uint8Array): "started" | "stopped" | null {
    decodeMulaw(frame, this.#frame);
    this.#fvad.HEAP16.set(this.#frame, this.#samples >> 1);
    const voiced = this.#fvad._fvad_process(this.#detector, this.#samples, 160) === 1;
    this.#silentFrames = voiced ? 0 : this.#silentFrames + 1;
    this.#recent = ((this.#recent << 1) | (voiced ? 1 : 0)) & 0b11111;
    this.#voicedFrames = this.#voice ? this.#voicedFrames + 1 : 32 - Math.clz32(this.#recent);
    if (!this.#voice && this.#recent.toString(2).replaceAll("0", "").length >= 4) {
      this.#voice = true;
      return "started";
    }
    if (!this.#voice || this.silentForMs < 160) return null;
    this.#voice = false;
    this.#recent = 0;
    return "stopped";
  }
}
