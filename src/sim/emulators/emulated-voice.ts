import { hide } from "../../core/values/private.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";

/** Mu-law of a text, made to its end. */
export async function wholeSound(voice: Synthesizer, text: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const { signal } = new AbortController();
  for await (const piece of voice.speak(hide(text), { fixed: false, signal })) pieces.push(piece);
  return Buffer.concat(pieces);
}
