import { setTimeout as pause } from "node:timers/promises";
import { BYTES_PER_MS, FRAME_BYTES, MULAW_SILENCE } from "../core/audio/audio-frame.ts";
import type { CallerAction } from "./caller.ts";
import { hesitate, isReadOut, readInParts } from "./hesitation.ts";
import type { MediaCall, WireTimes } from "./media-client.ts";
import type { Random } from "./random.ts";
import { backChannelWords, hummed, type SpokenManners } from "./spoken-manners.ts";
import { cough } from "./voices/cough.ts";
import { murmur } from "./voices/murmur.ts";
import type { Voices } from "./voices/voices.ts";

export interface MouthParts {
  readonly call: MediaCall;
  readonly voices: Voices;
  readonly voice: string;
  readonly random: Random;
  readonly manners: SpokenManners;
  /** Types what would be said. */
  readonly typed: boolean;
}

export type Utterance = Exclude<CallerAction, { kind: "listen" | "hangUp" }>;

export interface Uttered {
  readonly times: WireTimes;
  /** The agent spoke into it, and the caller stopped in the middle. */
  readonly hushed: boolean;
}

/** Something said into the agent's words without wanting the floor. */
export interface UtteredAside extends WireTimes {
  readonly kind: "backChannel" | "cough";
  readonly text: string;
}

const COUGHS = "(coughs)";
/** Between the keys of someone who reads a number from a card. */
const KEY_PAUSE_MS = 220;
const ASIDE_AFTER_MS = [900, 2_200] as const;
/** Whoever is spoken into stops after so long, every second time. */
const HUSH_AFTER_MS = 400;
const HUSHES = 0.5;
/** A pause of the agent's this long is one. */
const SILENT_MS = 400;
const LOOK_EVERY_MS = 20;

/** The caller's voice and finger on the line. */
export class SpokenMouth {
  readonly #parts: MouthParts;
  #speaking = false;

  constructor(parts: MouthParts) {
    this.#parts = parts;
  }

  get speaking(): boolean {
    return this.#speaking;
  }

  /** The agent is speaking just now, as the caller hears it. */
  get agentIsHeard(): boolean {
    const nowMs = performance.now();
    return nowMs - (this.#parts.call.playback.lastAudibleMs(nowMs) ?? 0) < SILENT_MS;
  }

  async utter(action: Utterance): Promise<Uttered> {
    this.#speaking = true;
    try {
      return action.kind === "press" ? await this.#press(action.keys) : await this.#say(action.text);
    } finally {
      this.#speaking = false;
    }
  }

  /** "Uh-huh", or a cough, if the agent is still speaking by then and the caller is not; else null. */
  async aside(kind: UtteredAside["kind"]): Promise<UtteredAside | null> {
    const { call, random } = this.#parts;
    const text = kind === "cough" ? COUGHS : random.pick(backChannelWords);
    const sound = await this.#soundOfAside(text);
    await pause(random.between(...ASIDE_AFTER_MS));
    if (this.#speaking || !this.agentIsHeard) return null;
    this.#speaking = true;
    const times = await call.say(sound);
    this.#speaking = false;
    return { kind, text, ...times };
  }

  async #soundOfAside(text: string): Promise<Uint8Array> {
    const { voices, voice, random } = this.#parts;
    if (text === COUGHS) return cough(random);
    return text === hummed ? murmur(random) : voices.say(text, voice);
  }

  async #say(text: string): Promise<Uttered> {
    const { call, typed } = this.#parts;
    if (typed) {
      const nowMs = performance.now();
      call.type(text);
      return { times: { startedMs: nowMs, endedMs: nowMs }, hushed: false };
    }
    const saying = call.say(await this.#soundOf(text));
    const hushed = await this.#hushWhenSpokenInto(saying);
    return { times: await saying, hushed };
  }

  /** The words in the caller's voice, with the pauses of somebody who thinks or reads. */
  async #soundOf(text: string): Promise<Uint8Array> {
    const { voices, voice, manners, random } = this.#parts;
    const { hesitates, readsInPartsMs } = manners;
    const inParts = readsInPartsMs > 0 && isReadOut(text);
    const phrases = inParts ? readInParts(text, readsInPartsMs, random) : hesitate(text, hesitates, random);
    const sounds: Uint8Array[] = [];
    for (const { words, pauseMs } of phrases) {
      sounds.push(await voices.say(words, voice));
      const frames = Math.round((pauseMs * BYTES_PER_MS) / FRAME_BYTES);
      if (frames > 0) sounds.push(new Uint8Array(frames * FRAME_BYTES).fill(MULAW_SILENCE));
    }
    return Buffer.concat(sounds);
  }

  /** Somebody who hears the agent begin in the middle of a sentence stops, or speaks on. */
  async #hushWhenSpokenInto(saying: Promise<WireTimes>): Promise<boolean> {
    let done = false;
    void saying.then(() => {
      done = true;
    });
    const yields = this.#parts.random.chance(HUSHES);
    let silent = !this.agentIsHeard;
    let heardMs: number | null = null;
    while (!done) {
      await pause(LOOK_EVERY_MS);
      const heard = this.agentIsHeard;
      // What was being said when the caller began is not spoken into their words.
      silent ||= !heard;
      heardMs = silent && heard ? (heardMs ?? performance.now()) : null;
      if (!yields || heardMs === null || performance.now() - heardMs < HUSH_AFTER_MS) continue;
      this.#parts.call.hush();
      return true;
    }
    return false;
  }

  async #press(keys: Extract<CallerAction, { kind: "press" }>["keys"]): Promise<Uttered> {
    const startedMs = performance.now();
    for (const key of keys) {
      this.#parts.call.press(key);
      await pause(KEY_PAUSE_MS);
    }
    return { times: { startedMs, endedMs: performance.now() - KEY_PAUSE_MS }, hushed: false };
  }
}
