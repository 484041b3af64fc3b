import { FRAME_BYTES, silentFrame } from "../../../core/audio/audio-frame.ts";

const loud: readonly [number, number] = [0x00, 0x80];

/** Sound that says its own number, so that it can be told which of it was heard, how often, and in which order. */
export function numberedFrames(from: number, count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => {
    const frame = Uint8Array.from({ length: FRAME_BYTES }, (_byte, at) => loud[at % 2] as number);
    new DataView(frame.buffer).setUint16(2, from + index);
    return frame;
  });
}

export function silentFrames(count: number): Uint8Array[] {
  return Array.from({ length: count }, silentFrame);
}

/** The sound of a poor line, in which nothing is said. */
export function noisyFrames(count: number): Uint8Array[] {
  return Array.from({ length: count }, () =>
    Uint8Array.from({ length: FRAME_BYTES }, (_byte, at) => (at % 2 === 0 ? 0x78 : 0xf8)),
  );
}

/** The numbers in a stretch of sound, as words. */
export async function hearNumbers(sound: Uint8Array): Promise<string> {
  const frames = Array.from({ length: Math.floor(sound.length / FRAME_BYTES) }, (_, index) =>
    sound.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
  );
  const spoken = frames.filter((frame) => frame[0] === loud[0] && frame[1] === loud[1]);
  return spoken.map((frame) => ((frame[2] ?? 0) << 8) | (frame[3] ?? 0)).join(" ");
}

/** The words of numbered frames. */
export function numbers(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => from + index).join(" ");
}
