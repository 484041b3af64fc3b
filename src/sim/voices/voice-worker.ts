import { parentPort } from "node:worker_threads";
import { FRAME_BYTES, MULAW_SILENCE, SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import { openFlite } from "../../speech/flite/flite.ts";
import { normalise, trim } from "../../speech/level.ts";
import { openResampler } from "../../speech/resample.ts";
import { voiceTable } from "./voice-table.ts";

/** A thread of its own for synthesis, so that a sentence of 100 ms of work never delays a frame of 20 ms. */
export interface VoiceOrder {
  readonly id: number;
  readonly text: string;
  readonly voice: string;
}

export type VoiceReply =
  | { readonly id: number; readonly sound: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly fault: string };

/** -20 dB against full scale: as loud as a person on the telephone. Peaks stay 2 dB below clipping. */
const SPEECH_LEVEL = 3_277;
const PEAK = 26_000;

const flite = openFlite();
const resample = await openResampler();

parentPort?.on("message", (order: VoiceOrder) => {
  const reply = carryOut(order);
  parentPort?.postMessage(reply, "sound" in reply ? [reply.sound.buffer] : []);
});

function carryOut(order: VoiceOrder): VoiceReply {
  const settings = voiceTable[order.voice];
  if (settings === undefined) return { id: order.id, fault: `there is no voice "${order.voice}"` };
  try {
    const narrow = resample(flite.speak(order.text, settings), SAMPLE_RATE_HZ);
    return { id: order.id, sound: wholeFrames(normalise(trimClosely(narrow), SPEECH_LEVEL, PEAK)) };
  } catch (error) {
    return { id: order.id, fault: String(error) };
  }
}

/** No silence is left at the ends, so that the ends of the sound are the ends of speech. */
function trimClosely(samples: Int16Array): Int16Array {
  return trim(samples, { leadMs: 0, tailMs: 0 });
}

function wholeFrames(samples: Int16Array): Uint8Array<ArrayBuffer> {
  const frames = Math.ceil(samples.length / FRAME_BYTES);
  const sound = new Uint8Array(frames * FRAME_BYTES).fill(MULAW_SILENCE);
  encodeMulaw(samples, sound);
  return sound;
}
