import { encodeMulaw } from "../../core/audio/mulaw.ts";
import type { StreamResampler } from "../resample.ts";
import type { SoundConverter } from "../streamed-voice.ts";

/** 16-bit samples, the low byte first, to mu-law of the line. A piece may end in the middle of a sample. */
export function pcmConverter(resampler: StreamResampler): SoundConverter {
  let left: Uint8Array = new Uint8Array(0);
  return {
    push(piece) {
      const bytes = new Uint8Array(Buffer.concat([left, piece]));
      const whole = bytes.length - (bytes.length % 2);
      left = bytes.slice(whole);
      return mulaw(resampler.push(new Int16Array(bytes.buffer, 0, whole / 2)));
    },
    end: () => mulaw(resampler.end()),
    [Symbol.dispose]: () => resampler[Symbol.dispose](),
  };
}

function mulaw(samples: Int16Array): Uint8Array {
  const sound = new Uint8Array(samples.length);
  encodeMulaw(samples, sound);
  return sound;
}
