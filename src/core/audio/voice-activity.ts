import { FRAME_MS } from "./audio-frame.ts";
import { BackgroundMusic } from "./background-music.ts";
import { CallerLevel } from "./caller-level.ts";
import { ABOVE_ECHO_DB } from "./echo-level.ts";
import { SILENCE_DB } from "./level.ts";
import { NoiseFloor } from "./noise-floor.ts";
import { SoundMeter, type SoundShape } from "./sound-shape.ts";
import { VoiceBands } from "./voice-bands.ts";

export interface VoiceActivityOptions {
  /**
   * Decibels above the floor, less 3 and 9 at most a frame, that add up to an onset. 27 is 60 ms of clear voice, or 120 ms
   * of voice that is hardly there; a click does not reach it.
   */
  readonly onsetEvidenceDb: number;
  /** The same for a voice that was heard a moment ago, which goes on rather than that something else begins. */
  readonly goesOnEvidenceDb: number;
  /** Sound this much above the floor keeps the voice going. */
  readonly offsetDb: number;
  /** Silence this long ends the voice. Shorter gaps lie inside words. */
  readonly hangoverMs: number;
}

const defaultVoiceActivity: VoiceActivityOptions = {
  onsetEvidenceDb: 27,
  goesOnEvidenceDb: 18,
  offsetDb: 2.7,
  hangoverMs: 160,
};

/** Above the level of noise by less is noise; by more than so much is no surer a sign than that. */
const NOISE_DB = 3;
const CLEAR_DB = 9;
/** What falls by more from one frame to the next is a click that rings on; voices rise at first. */
const RINGS_DB = 12;
/** Sound so much above the floor is looked at for music. */
const SOUND_DB = 6;
/**
 * Sound that is weaker than the voice by more, while it lasts and just after it, is somebody or something behind the
 * caller: weak syllables are so too, but not for as long as a hangover. The memory of the voice fades by so much a frame.
 */
const NEAR_DB = 26;
const TALKER_FADE_DB = 0.1;
const TALKER_FORGET_DB = 0.1;
/** So long a stretch, with so much of vowels, tells how loud the caller is. */
const TELLING_MS = 200;
const TELLING_PITCHED_MS = 80;
/** Sound behind the caller keeps a turn open only where it is louder than it was by itself; that is forgotten by so much a frame. */
const BEHIND_DB = 2;
/** The caller's own soft beginnings are over by then. */
const BEHIND_FRAMES = 20;
/** A clear voice is noticed after so many. */
const SOONEST_FRAMES = 3;
const BEHIND_FADE_DB = 0.02;
/** It is never taken to be nearer to the caller than this. */
const LEAST_SPAN_DB = 8;
/**
 * A frame whose upper band rises higher above the noise by more is a hiss: "s", "sh", "f". It lies 10 to 18 dB below the vowels of the same voice, a
 * television's as well as a caller's, and counts over a prompt as if it were so much louder.
 */
const HISS_TILT_DB = 6;
const HISS_DB = 12;
/** A pause inside of a sentence is mostly over by then. */
const PAUSE_FRAMES = 30;
/** What one frame under the floor may take away from the evidence. */
const DOUBT_DB = -8;
/** Floor until the line has been heard, so that its noise is no voice; louder sound is, from the first word on. */
const INITIAL_FLOOR_DB = -36;
/** The least floor: sound quieter than a few decibels above it is never voice. */
const LOWEST_FLOOR_DB = -66;

/**
 * Tells when somebody speaks on a line, from the level above an adaptive floor in two bands. Costs well under a
 * microsecond a frame and allocates nothing.
 */
export class VoiceActivity {
  readonly #options: VoiceActivityOptions;
  readonly #bands = new VoiceBands();
  readonly #lowFloor = new NoiseFloor(INITIAL_FLOOR_DB, LOWEST_FLOOR_DB);
  readonly #music = new BackgroundMusic();
  readonly #meter = new SoundMeter();
  readonly #highFloor = new NoiseFloor(INITIAL_FLOOR_DB, LOWEST_FLOOR_DB);
  #voice = false;
  #spoke = false;
  #evidenceDb = 0;
  /** Frames since the evidence began, or since the voice did. */
  #voicedFrames = 0;
  #silentFrames = 0;
  #aboveBeforeDb = 0;
  /** The loudest that the voice was lately; while nobody speaks it is forgotten. */
  #talkerDb = SILENCE_DB;
  readonly #callerLevel = new CallerLevel();
  /** The loudest of the present evidence or voice, and the level of the latest frame. */
  #loudestDb = SILENCE_DB;
  /** The same with what a hiss counts for. */
  #nearestDb = SILENCE_DB;
  #nearBeforeDb = SILENCE_DB;
  #levelBeforeDb = SILENCE_DB;
  #hisses = false;
  /** How loud what lies behind the caller was by itself. */
  #behindDb = SILENCE_DB;

  constructor(options: Partial<VoiceActivityOptions> = {}) {
    this.#options = { ...defaultVoiceActivity, ...options };
  }

  /** Whether somebody speaks; true until the hangover after the last sound is over. */
  get speaking(): boolean {
    return this.#voice;
  }

  /** How long ago the last voiced frame ended; `stopped` is reported `hangoverMs` after it. */
  get silentForMs(): number {
    return this.#silentFrames * FRAME_MS;
  }

  /** How long ago the present voice began, with the frames that it took to notice; 0 without voice. */
  get voicedForMs(): number {
    return this.#voice ? this.#voicedFrames * FRAME_MS : 0;
  }

  /** What the present voice is made of up to now, or that which the latest frame ended. */
  get sound(): SoundShape {
    return this.#meter.shape;
  }

  /** Level of the line between words, in its lower band, relative to full scale. */
  get noiseDb(): number {
    return this.#lowFloor.db;
  }

  /**
   * One frame of 160 bytes of mu-law. Returns what changed with it. While we speak ourselves (`overPrompt`), only a voice as near
   * as the caller's begins. `echoDb` is the level up to which the frame may be our own echo.
   */
  push(frame: Uint8Array, overPrompt = false, echoDb = SILENCE_DB): "started" | "stopped" | null {
    const bands = this.#bands;
    bands.push(frame);
    const lowAboveDb = bands.lowDb - this.#lowFloor.db;
    const highAboveDb = bands.highDb - this.#highFloor.db;
    const aboveFloorDb = Math.max(lowAboveDb, highAboveDb);
    this.#hisses = highAboveDb - Math.max(0, lowAboveDb) > HISS_TILT_DB;
    const levelDb = Math.max(bands.lowDb, bands.highDb);
    const aboveDb = Math.min(
      this.#aboveMusic(aboveFloorDb),
      this.#nearDb(levelDb),
      levelDb - echoDb - ABOVE_ECHO_DB,
    );
    this.#lowFloor.push(bands.lowDb);
    this.#highFloor.push(bands.highDb);
    // Over two frames, so that noise varies less; loud ones are cut so that they do not ring on into the silence.
    const cutDb = Math.min(aboveDb, 2 * this.#options.offsetDb);
    const smoothedDb = (cutDb + this.#aboveBeforeDb) / 2;
    this.#aboveBeforeDb = cutDb;
    const change = this.#voice ? this.#goOn(smoothedDb) : this.#waitForOnset(aboveDb, overPrompt);
    if (this.#voicedFrames > 0) this.#meter.push(frame, aboveDb > SOUND_DB);
    return change;
  }

  /** What belongs to the music of the line is no more than noise. */
  #aboveMusic(aboveDb: number): number {
    const { lowDb, highDb } = this.#bands;
    this.#music.push(lowDb, highDb, aboveDb > SOUND_DB);
    return Math.min(aboveDb, this.#music.aboveDb(lowDb, highDb) ?? aboveDb);
  }

  /** How much nearer the sound is than what lies behind the caller's voice. */
  #nearDb(levelDb: number): number {
    const fadedDb = this.#talkerDb - (this.#voice ? TALKER_FADE_DB : TALKER_FORGET_DB);
    this.#talkerDb = this.#voice ? Math.max(fadedDb, levelDb) : fadedDb;
    this.#behindDb -= BEHIND_FADE_DB;
    if (!this.#voice) return levelDb - this.#talkerDb + NEAR_DB;
    const spanDb = Math.max(LEAST_SPAN_DB, Math.min(NEAR_DB, this.#talkerDb - this.#behindDb - BEHIND_DB));
    return levelDb - this.#talkerDb + spanDb;
  }

  #waitForOnset(aboveDb: number, overPrompt: boolean): "started" | null {
    const onsetEvidenceDb = this.#neededEvidenceDb(overPrompt);
    const evidenceDb = this.#evidenceDb + this.#gainedDb(aboveDb);
    this.#evidenceDb = Math.max(0, Math.min(onsetEvidenceDb, evidenceDb));
    if (this.#voicedFrames === 0) this.#beginEvidence();
    this.#voicedFrames = evidenceDb > 0 ? this.#voicedFrames + 1 : 0;
    this.#silentFrames++;
    this.#measureLoudest();
    if (evidenceDb < onsetEvidenceDb) return null;
    if (overPrompt && this.#nearestDb < this.#callerLevel.leastDb) {
      if (this.#voicedFrames >= BEHIND_FRAMES) this.#behindDb = Math.max(this.#behindDb, this.#levelBeforeDb);
      return null;
    }
    // What was behind the caller until now is no part of their voice.
    if (overPrompt && this.#voicedFrames > BEHIND_FRAMES) this.#voicedFrames = SOONEST_FRAMES;
    this.#voice = true;
    this.#spoke = true;
    this.#silentFrames = 0;
    this.#evidenceDb = 0;
    return "started";
  }

  /** What one frame adds to the evidence, or takes from it. */
  #gainedDb(aboveDb: number): number {
    const rings = Math.max(this.#bands.lowDb, this.#bands.highDb) < this.#levelBeforeDb - RINGS_DB;
    return Math.max(DOUBT_DB, Math.min(rings ? 0 : CLEAR_DB, aboveDb - NOISE_DB));
  }

  #neededEvidenceDb(overPrompt: boolean): number {
    const pauses = this.#spoke && this.#silentFrames < PAUSE_FRAMES;
    return pauses && !overPrompt ? this.#options.goesOnEvidenceDb : this.#options.onsetEvidenceDb;
  }

  #beginEvidence(): void {
    this.#meter.reset();
    this.#loudestDb = SILENCE_DB;
    this.#nearestDb = SILENCE_DB;
  }

  /** Over two frames, so that a click is not the loudest of a voice. */
  #measureLoudest(): void {
    const { lowDb, highDb } = this.#bands;
    const levelDb = Math.max(lowDb, highDb);
    const hissDb = Math.max(0, Math.min(HISS_DB, levelDb - this.#behindDb));
    const nearDb = this.#hisses ? levelDb + hissDb : levelDb;
    this.#loudestDb = Math.max(this.#loudestDb, Math.min(levelDb, this.#levelBeforeDb));
    this.#nearestDb = Math.max(this.#nearestDb, Math.min(nearDb, this.#nearBeforeDb));
    this.#levelBeforeDb = levelDb;
    this.#nearBeforeDb = nearDb;
  }

  #goOn(aboveDb: number): "stopped" | null {
    this.#voicedFrames++;
    this.#measureLoudest();
    this.#silentFrames = aboveDb > this.#options.offsetDb ? 0 : this.#silentFrames + 1;
    if (this.silentForMs < this.#options.hangoverMs) return null;
    const telling = this.#voicedFrames * FRAME_MS - this.silentForMs >= TELLING_MS;
    if (telling && this.#meter.shape.pitchedMs >= TELLING_PITCHED_MS)
      this.#callerLevel.learn(this.#loudestDb);
    this.#voice = false;
    this.#voicedFrames = 0;
    return "stopped";
  }
}
