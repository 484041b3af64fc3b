import { Worker } from "node:worker_threads";
import type { VoiceOrder, VoiceReply } from "./voice-worker.ts";

/** Speech for simulated callers. */
export interface Voices {
  /**
   * The sound of `text` as 8 kHz mu-law at a telephone's level, in whole frames of 160 bytes, without silence around it.
   * The same words in the same voice give the same sound. Rejects when the voice does not exist.
   */
  say(text: string, voice: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const KEPT_SENTENCES = 500;

/** Starts the thread that synthesises. `close` ends it; sentences still wanted then are rejected. */
export function openVoices(): Voices {
  const worker = new Worker(new URL("./voice-worker.ts", import.meta.url));
  const waiting = new Map<number, (reply: VoiceReply) => void>();
  const kept = new Map<string, Promise<Uint8Array>>();
  let orders = 0;
  const failAll = (fault: string) => {
    for (const [id, settle] of waiting) settle({ id, fault });
    waiting.clear();
  };
  worker.on("message", (reply: VoiceReply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  worker.on("error", (error) => failAll(String(error)));
  worker.on("exit", () => failAll("the thread of the voices has ended"));

  const synthesise = (text: string, voice: string): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const order: VoiceOrder = { id: ++orders, text, voice };
      waiting.set(order.id, (reply) =>
        "sound" in reply ? resolve(reply.sound) : reject(new Error(reply.fault)),
      );
      worker.postMessage(order);
    });

  return {
    say(text, voice) {
      const key = `${voice}\n${text}`;
      const sound = kept.get(key) ?? synthesise(text, voice);
      if (kept.size >= KEPT_SENTENCES) kept.clear();
      kept.set(key, sound);
      return sound;
    },
    async close() {
      await worker.terminate();
    },
  };
}
