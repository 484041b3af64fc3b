/** What a telephone line carries: mono mu-law, one byte a sample. Everything below follows from these two numbers. */
export const SAMPLE_RATE_HZ = 8000;
export const FRAME_MS = 20;

export const BYTES_PER_MS = SAMPLE_RATE_HZ / 1000;
export const FRAME_BYTES = FRAME_MS * BYTES_PER_MS;

/** The mu-law byte of no sound (positive zero). */
export const MULAW_SILENCE = 0xff;

/** A new frame without sound; it belongs to whoever asked. */
export function silentFrame(): Uint8Array {
  return new Uint8Array(FRAME_BYTES).fill(MULAW_SILENCE);
}
