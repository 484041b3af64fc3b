import { BYTES_PER_MS, FRAME_BYTES, FRAME_MS, silentFrame } from "../../src/core/audio/audio-frame.ts";
import { FrameAssembler } from "../../src/core/audio/frame-assembler.ts";
import { VoiceActivity } from "../../src/core/audio/voice-activity.ts";
import type { Expectation } from "../../src/core/language/expectation.ts";
import type { TurnInput } from "../../src/core/turns/turn-io.ts";
import { initialTurns, turnDeadline, turnStep } from "../../src/core/turns/turns.ts";
import type { Ms } from "../../src/core/values/ids.ts";
import { hide } from "../../src/core/values/private.ts";
import { isAudible } from "../../src/sim/far-end-playback.ts";
import type { LineEffects } from "../../src/sim/line-effects.ts";
import { TurnSound } from "../../src/speech/recognition/turn-sound.ts";

export interface Words {
  readonly text: string;
  readonly confidence: number;
  readonly murmur: string | null;
}

export interface SpokenTo {
  /** What we say, of which so much has been heard when the sound begins; null = all of it. */
  readonly prompt: string;
  readonly intoMs: Ms | null;
  readonly expectation: Expectation;
  /** What the same caller has said before, on their own move, so that their level is known. */
  readonly before: Uint8Array;
  readonly sound: Uint8Array;
  readonly line: LineEffects;
  readonly recognize: (sound: Uint8Array) => Words;
}

export interface WhatCameOfIt {
  /** From the first audible frame of the sound, as it is sent, until our audio was cleared; null when it was not. */
  readonly clearedMs: number | null;
  /** From the end of the sound until the prompt went on; null when it did not. */
  readonly resumedMs: number | null;
  /** Words that became a turn, or "?" where they were asked for again; null when there was none. */
  readonly turn: string | null;
  /** From the end of the sound until that was decided, negative in the middle of it; null when it was not. */
  readonly decidedMs: number | null;
}

/** The line before anything is said, so that its noise is known; between the answer and the sound; and after it. */
const AT_FIRST_FRAMES = 50;
const BETWEEN_FRAMES = 150;
const AFTER_FRAMES = 300;
const LEAD_FRAMES = 16;
/** What has been said to its end was over so long before the caller begins. */
const SAID_MS = 2_000;
/** A decoder's time for the words. */
const DECODING_SHARE = 0.06;
const CHARACTERS_PER_SECOND = 15;

/**
 * Plays a sound over a prompt or after it into frame assembly, voice activity, turn-taking and a recognizer, in virtual time, as a server
 * gets it from a media stream: lost frames do not come, and late ones hold up those behind them.
 */
export function speakTo(spoken: SpokenTo): WhatCameOfIt {
  const sound = framesOf(spoken.sound);
  const lead = [...quiet(AT_FIRST_FRAMES), ...framesOf(spoken.before), ...quiet(BETWEEN_FRAMES)];
  const began = (lead.length + Math.max(0, sound.findIndex(isAudible))) * FRAME_MS;
  const ended = (lead.length + sound.findLastIndex(isAudible) + 1) * FRAME_MS;
  const listener = new Listener(spoken, began - (spoken.intoMs ?? SAID_MS));
  const sent = [...lead, ...sound, ...quiet(AFTER_FRAMES)];
  let arrivesMs = 0;
  for (const [index, frame] of sent.entries()) {
    const arrived = spoken.line.spoil(frame, index, null);
    arrivesMs = Math.max(arrivesMs, (index + 1) * FRAME_MS + spoken.line.delayMs(index));
    if (arrived !== null) listener.receive(arrived, index * FRAME_MS, arrivesMs);
  }
  const { clearedAt, resumedAt, turn, decidedAt } = listener;
  const since = (from: Ms, at: Ms | null) => (at === null ? null : Math.round(at - from));
  return {
    clearedMs: since(began, clearedAt),
    resumedMs: since(ended, resumedAt),
    turn,
    decidedMs: since(ended, decidedAt),
  };
}

function quiet(frames: number): Uint8Array[] {
  return Array.from({ length: frames }, silentFrame);
}

function framesOf(sound: Uint8Array): Uint8Array[] {
  return Array.from({ length: sound.length / FRAME_BYTES }, (_, index) =>
    sound.slice(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
  );
}

class Listener {
  clearedAt: number | null = null;
  resumedAt: number | null = null;
  turn: string | null = null;
  decidedAt: number | null = null;
  readonly #spoken: SpokenTo;
  readonly #promptAtMs: Ms;
  readonly #assembler = new FrameAssembler();
  readonly #activity = new VoiceActivity();
  readonly #heard: Uint8Array[] = [];
  readonly #coming: { readonly at: number; readonly input: TurnInput }[] = [];
  #sound: TurnSound | null = null;
  #shownEnd = 0;
  #utterance = 1;
  #state = initialTurns();
  #nowMs = 0;

  constructor(spoken: SpokenTo, promptAtMs: Ms) {
    this.#spoken = spoken;
    this.#promptAtMs = promptAtMs;
    this.#begin(spoken);
  }

  receive(frame: Uint8Array, sentMs: Ms, atMs: Ms): void {
    this.#serveUntil(atMs);
    this.#nowMs = atMs;
    this.#assembler.push(frame, sentMs, (whole) => this.#frame(whole));
  }

  #begin({ prompt, expectation, intoMs }: SpokenTo): void {
    const at = this.#promptAtMs;
    const circumstances = {
      expectation,
      previous: prompt,
      reference: Temporal.PlainDateTime.from("2026-03-02T09:00"),
      timeZone: "America/Los_Angeles",
      opening: null,
    };
    this.#take({ kind: "expecting", at, circumstances, noInputAfterMs: 60_000 });
    const characters = prompt.length;
    const questionFrom = Math.max(0, prompt.slice(0, -1).search(/(?<=^|[.!?] )[^.!?]*$/));
    const queued = { prompt: 1, playback: 0, characters, text: hide(prompt), questionFrom, bargeIn: true };
    this.#take({ kind: "promptQueued", at, ...queued });
    const finished = intoMs === null;
    const heard = finished ? characters : Math.round((intoMs / 1000) * CHARACTERS_PER_SECOND);
    const upTo = finished ? heard : Math.min(heard, characters - 6);
    this.#take({ kind: "promptHeard", at, prompt: 1, playback: 0, upTo, finished });
  }

  #frame(frame: Uint8Array): void {
    const speaking = this.#nowMs >= this.#promptAtMs;
    this.#heard.push(frame);
    this.#sound?.append(frame);
    const overPrompt = speaking && this.#spoken.intoMs !== null && this.clearedAt === null;
    const change = this.#activity.push(frame, overPrompt);
    if (!speaking) return;
    if (change === "started") this.#started();
    if (change === "stopped") {
      const silentSince = this.#nowMs - this.#activity.silentForMs;
      this.#take({ kind: "speechStopped", at: this.#nowMs, silentSince, sound: this.#activity.sound });
    }
    const sound = this.#sound;
    if (sound === null || !sound.pauses || sound.speechEnd === this.#shownEnd) return;
    this.#shownEnd = sound.speechEnd;
    this.#later(this.#transcribed(sound, false), decodingMs(sound));
  }

  #started(): void {
    if (this.#sound === null) {
      this.#sound = new TurnSound();
      for (const frame of this.#heard.slice(-LEAD_FRAMES)) this.#sound.append(frame);
    }
    this.#take({ kind: "speechStarted", at: this.#nowMs - this.#activity.voicedForMs });
  }

  #transcribed(sound: TurnSound, final: boolean): TurnInput {
    const { text, confidence, murmur } = this.#spoken.recognize(sound.spoken(sound.speechEnd));
    const words = {
      text: hide(text),
      alternatives: hide(murmur === null ? [text] : [text, murmur]),
      confidence,
    };
    return { kind: "transcribed", at: 0, utterance: this.#utterance, final, ...words };
  }

  #later(input: TurnInput, afterMs: Ms): void {
    this.#coming.push({ at: this.#nowMs + afterMs, input });
  }

  #serveUntil(untilMs: number): void {
    for (;;) {
      const due = turnDeadline(this.#state) ?? Number.POSITIVE_INFINITY;
      const coming = this.#coming[0]?.at ?? Number.POSITIVE_INFINITY;
      if (Math.min(due, coming) > untilMs) return;
      if (due <= coming) this.#take({ kind: "deadlineReached", at: due });
      else this.#take({ ...(this.#coming.shift() as { input: TurnInput }).input, at: coming });
    }
  }

  #take(input: TurnInput): void {
    const { state, outputs } = turnStep(this.#state, input);
    this.#state = state;
    for (const output of outputs) {
      if (output.kind === "clearAudio") this.clearedAt ??= this.#nowMs;
      else if (output.kind === "resumePrompt") this.resumedAt ??= this.#nowMs;
      else if (output.kind === "turnEnded") this.#decided(output.heard.reveal().text, input.at);
      else if (output.kind === "noMatch") this.#decided("?", input.at);
      else if (output.kind === "finishUtterance") this.#finish();
    }
  }

  #decided(turn: string, at: Ms): void {
    this.turn ??= turn;
    this.decidedAt ??= at;
  }

  #finish(): void {
    const sound = this.#sound ?? new TurnSound();
    // What was decoded at the pause is there at once, or as soon as that is done.
    const known = this.#shownEnd === sound.speechEnd;
    const due = Math.max(this.#nowMs, ...this.#coming.map(({ at }) => at)) - this.#nowMs;
    this.#later(this.#transcribed(sound, true), known ? due : due + decodingMs(sound));
    this.#sound = null;
    this.#shownEnd = 0;
    this.#utterance++;
  }
}

function decodingMs(sound: TurnSound): Ms {
  return (sound.spoken(sound.speechEnd).length * DECODING_SHARE) / BYTES_PER_MS;
}
