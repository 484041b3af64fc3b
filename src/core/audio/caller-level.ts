/** Over a prompt, what never comes nearer to the caller's level than this is somebody or something behind them. */
const BEHIND_DB = 9;
/** How far the level follows a louder stretch of voice, and one that is not as loud. */
const RISES = 0.7;
const FALLS = 0.1;
/** A much weaker one is somebody else's, or the caller's who has moved away: it moves the level by no more than this. */
const OTHERS_DB = 12;
const OTHERS_MOVE_DB = 1;

/**
 * How loud the caller is in this call, by the loudest of each stretch of their voice. Their own onsets come near to it within a
 * syllable or two; a television or somebody else in the room seldom does.
 */
export class CallerLevel {
  #db: number | null = null;

  /** A stretch of voice is over, whose loudest part was so loud. */
  learn(loudestDb: number): void {
    if (this.#db === null) {
      this.#db = loudestDb;
      return;
    }
    const higherDb = loudestDb - this.#db;
    if (higherDb < -OTHERS_DB) this.#db -= OTHERS_MOVE_DB;
    else this.#db += higherDb * (higherDb > 0 ? RISES : FALLS);
  }

  /** What a voice over a prompt must come to; nothing is asked before the caller has been heard. */
  get leastDb(): number {
    return this.#db === null ? Number.NEGATIVE_INFINITY : this.#db - BEHIND_DB;
  }
}
