import { FRAME_BYTES, MULAW_SILENCE, SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import { openResampler } from "../../speech/resample.ts";
import type { CallerAction, HeardPrompt } from "../caller.ts";
import type { CallerMind } from "../caller-mind.ts";
import { topicOf } from "../topic.ts";
import type { Voices } from "../voices/voices.ts";
import { type Recording, readWav } from "./read-wav.ts";

/** A recorded answer, under the name by which it is shown. */
export interface RecordedTurn {
  readonly name: string;
  /** 8 kHz mu-law, in whole frames, as loud as it was recorded. */
  readonly sound: Uint8Array;
}

/** Reads recordings; throws an `Error` that names the file that cannot be used. */
export async function readRecordings(
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<readonly RecordedTurn[]> {
  const resample = await openResampler();
  return files.map(({ name, content }) => {
    try {
      const recording: Recording = readWav(content);
      return { name, sound: wholeFrames(resample(recording, SAMPLE_RATE_HZ)) };
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

function wholeFrames(samples: Int16Array): Uint8Array {
  const sound = new Uint8Array(Math.ceil(samples.length / FRAME_BYTES) * FRAME_BYTES).fill(MULAW_SILENCE);
  encodeMulaw(samples, sound);
  return sound;
}

/** Plays one recording whenever an answer is wanted, and hangs up when the last one has been answered. */
export function recordedMind(turns: readonly RecordedTurn[]): CallerMind {
  let next = 0;
  const react = (prompts: readonly HeardPrompt[]): CallerAction => {
    const topics = prompts.map((prompt) => topicOf(prompt).kind);
    if (topics.every((kind) => kind === "statement" || kind === "booked")) return { kind: "listen" };
    const turn = turns[next++];
    return turn === undefined ? { kind: "hangUp", why: "done" } : { kind: "say", text: turn.name };
  };
  return {
    react,
    cutOff() {},
    overhear() {},
    knows: { heardEmergency: false, heardBooked: null, told: new Set(), misread: 0 },
  };
}

/** Says each recording under its name; `close` has nothing to do. */
export function recordedVoices(turns: readonly RecordedTurn[]): Voices {
  const sounds = new Map(turns.map(({ name, sound }) => [name, sound]));
  return {
    async say(text) {
      const sound = sounds.get(text);
      if (sound === undefined) throw new RangeError("there is no such recording");
      return sound;
    },
    async close() {},
  };
}
