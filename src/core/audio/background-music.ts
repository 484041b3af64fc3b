/** Change from frame to frame of the balance between the bands, in dB: less than the first is music, more than the second is not. */
const MUSIC_FLUX_DB = 0.62;
const SPEECH_FLUX_DB = 0.85;
/** Over about so many frames of sound. */
const WINDOW_FRAMES = 50;
/** No sooner is anything music. */
const LEAST_FRAMES = 60;
/** So long without sound, the next is judged afresh. */
const FORGET_FRAMES = 75;
/** What rises over the mean of the music by more is hardly a part of it. */
const SWELL_DB = 3;
const LEVEL_SMOOTHING = 0.02;

/**
 * Tells music, and other sound made of held tones, from speech: a voice goes from vowel to consonant several times a second,
 * so that the balance between low and high changes all the time, and that of held tones does not.
 */
export class BackgroundMusic {
  #fluxDb = SPEECH_FLUX_DB;
  #frames = 0;
  #quietFrames = 0;
  #tiltDb: number | null = null;
  #lowDb = 0;
  #highDb = 0;
  #music = false;

  /** How far the sound rises, in one band or the other, above all that belongs to the music; null while none plays. */
  aboveDb(lowDb: number, highDb: number): number | null {
    return this.#music ? Math.max(lowDb - this.#lowDb, highDb - this.#highDb) - SWELL_DB : null;
  }

  /** One frame: the levels of both bands, and whether it rises above the noise at all. */
  push(lowDb: number, highDb: number, isSound: boolean): void {
    if (!isSound) {
      this.#tiltDb = null;
      if (++this.#quietFrames === FORGET_FRAMES) this.#forget();
      return;
    }
    this.#quietFrames = 0;
    const tiltDb = highDb - lowDb;
    // A voice over the music does not end it.
    if ((this.aboveDb(lowDb, highDb) ?? 0) > 0) {
      this.#tiltDb = null;
      return;
    }
    if (this.#tiltDb !== null)
      this.#fluxDb += (Math.abs(tiltDb - this.#tiltDb) - this.#fluxDb) / WINDOW_FRAMES;
    this.#tiltDb = tiltDb;
    const share = this.#frames === 0 ? 1 : LEVEL_SMOOTHING;
    this.#lowDb += share * (lowDb - this.#lowDb);
    this.#highDb += share * (highDb - this.#highDb);
    this.#frames++;
    if (this.#frames < LEAST_FRAMES) return;
    this.#music = this.#music ? this.#fluxDb < SPEECH_FLUX_DB : this.#fluxDb < MUSIC_FLUX_DB;
  }

  #forget(): void {
    this.#frames = 0;
    this.#fluxDb = SPEECH_FLUX_DB;
    this.#music = false;
  }
}
