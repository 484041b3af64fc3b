import { FRAME_BYTES, MULAW_SILENCE } from "../../core/audio/audio-frame.ts";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import { type FliteSettings, openFlite } from "../flite/flite.ts";
import { normalise, trim } from "../level.ts";
import { openResampler } from "../resample.ts";

/** Says texts as a telephone would carry them: 20 ms frames, 300 ms of silence before and after. */
export async function openSpeaker(): Promise<(text: string, voice: FliteSettings) => Uint8Array[]> {
  const flite = openFlite();
  const resample = await openResampler();
  return (text, voice) => {
    const words = normalise(
      trim(resample(flite.speak(text, voice), 8_000), { leadMs: 20, tailMs: 60 }),
      3_277,
      28_000,
    );
    const frames = Math.ceil(words.length / FRAME_BYTES) + 30;
    const sound = new Uint8Array(frames * FRAME_BYTES).fill(MULAW_SILENCE);
    encodeMulaw(words, sound.subarray(15 * FRAME_BYTES));
    return Array.from({ length: frames }, (_, index) =>
      sound.slice(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
    );
  };
}
