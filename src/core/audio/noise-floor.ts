/** The floor is the least smoothed level of this many stretches of this many frames: 8 × 200 ms. */
const STRETCHES = 8;
const STRETCH_FRAMES = 10;
const SMOOTHING = 0.5;
/** The least of many noisy levels lies under their mean by about this much. */
const BIAS_DB = 1.5;

/**
 * Level of the noise between words, by the least level of the last 1.6 s: speech has gaps in every such stretch, steady
 * noise has none. Falls at once; rises only when the stretch that held the least level is over.
 */
export class NoiseFloor {
  readonly #least = new Float64Array(STRETCHES).fill(Number.POSITIVE_INFINITY);
  #stretch = 0;
  #frames = 0;
  #smoothedDb: number | null = null;
  #floorDb: number;
  readonly #lowestDb: number;

  /** `initialDb` is assumed until the line has been heard; the floor never goes under `lowestDb`. */
  constructor(initialDb: number, lowestDb: number) {
    this.#floorDb = initialDb;
    this.#lowestDb = lowestDb;
    this.#least[0] = initialDb;
  }

  get db(): number {
    return this.#floorDb;
  }

  push(levelDb: number): void {
    const smoothed = this.#smoothedDb === null ? levelDb : mix(this.#smoothedDb, levelDb);
    this.#smoothedDb = smoothed;
    const stretch = this.#stretch;
    if (smoothed < (this.#least[stretch] as number)) this.#least[stretch] = smoothed;
    if (++this.#frames === STRETCH_FRAMES) this.#beginStretch();
    this.#floorDb = Math.max(this.#lowestDb, this.#leastOfAll() + BIAS_DB);
  }

  #beginStretch(): void {
    this.#frames = 0;
    this.#stretch = (this.#stretch + 1) % STRETCHES;
    this.#least[this.#stretch] = this.#smoothedDb as number;
  }

  #leastOfAll(): number {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < STRETCHES; i++) least = Math.min(least, this.#least[i] as number);
    return least;
  }
}

function mix(before: number, now: number): number {
  return before + SMOOTHING * (now - before);
}
