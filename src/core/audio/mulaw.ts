/**
 * G.711 mu-law by table. Decoding takes 512 bytes of table and encoding 16 KB, both small enough to stay in the first
 * cache level beside the sound itself. Encoding is exact for all 65,536 samples.
 */

const BIAS = 132;
const CLIP = 32635;

/** Mu-law byte to a 16-bit sample, ±32124 at most. */
export const mulawToLinear: Int16Array = buildDecodeTable();

/** By magnitude in quarters (mu-law's finest step is 8, its decision levels are multiples of 4), negative ones above. */
const NEGATIVE = 8193;
const linearToMulaw: Uint8Array = buildEncodeTable();

/** Decodes `frame` into the first `frame.length` samples of `into`, which must be at least as long. */
export function decodeMulaw(frame: Uint8Array, into: Int16Array): void {
  if (into.length < frame.length) throw new RangeError("The samples do not fit");
  for (let i = 0; i < frame.length; i++) into[i] = mulawToLinear[frame[i] as number] as number;
}

/** Encodes all of `samples` into the first bytes of `into`, which must be at least as long. */
export function encodeMulaw(samples: Int16Array, into: Uint8Array): void {
  if (into.length < samples.length) throw new RangeError("The bytes do not fit");
  for (let i = 0; i < samples.length; i++) into[i] = mulawOf(samples[i] as number);
}

/** The mu-law byte of one 16-bit sample. */
export function mulawOf(sample: number): number {
  return linearToMulaw[sample < 0 ? NEGATIVE + (-sample >> 2) : sample >> 2] as number;
}

function buildDecodeTable(): Int16Array {
  const table = new Int16Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const bits = ~byte & 0xff;
    const magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 7)) - BIAS;
    table[byte] = (bits & 0x80) !== 0 ? -magnitude : magnitude;
  }
  return table;
}

function buildEncodeTable(): Uint8Array {
  const table = new Uint8Array(2 * NEGATIVE);
  for (let quarter = 0; quarter < NEGATIVE; quarter++) {
    const bits = segmentBits(Math.min(quarter << 2, CLIP) + BIAS);
    table[quarter] = ~bits & 0xff;
    table[NEGATIVE + quarter] = ~(bits | 0x80) & 0xff;
  }
  return table;
}

/** Exponent and mantissa of a biased magnitude (132 to 32767), before the inversion that goes on the wire. */
function segmentBits(biased: number): number {
  const exponent = 31 - Math.clz32(biased) - 7;
  return (exponent << 4) | ((biased >> (exponent + 3)) & 0x0f);
}
