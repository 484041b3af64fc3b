import { mulawToLinear } from "../../core/audio/mulaw.ts";

/** A recording as 16-bit samples of one channel. */
export interface Recording {
  readonly sampleRate: number;
  readonly samples: Int16Array;
}

const PCM = 1;
const MULAW = 7;
const EXTENSIBLE = 0xfffe;

interface Format {
  readonly coding: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
}

/** Reads a WAV file of 16-bit PCM or mu-law at any rate; of several channels the first. Throws an `Error` that says how to mend it. */
export function readWav(file: Uint8Array): Recording {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 12 || text(file, 0) !== "RIFF" || text(file, 8) !== "WAVE")
    throw new Error("it is no WAV file; convert it with: ffmpeg -i IN -ac 1 -ar 8000 -c:a pcm_s16le OUT.wav");
  const chunks = chunksOf(file, view);
  const format = formatOf(chunks.get("fmt "));
  const data = chunks.get("data");
  if (data === undefined) throw new Error("it holds no sound");
  return { sampleRate: format.sampleRate, samples: samplesOf(data, format) };
}

/** By name; a length that goes beyond the end of the file means up to its end, as recorders that were cut off leave it. */
function chunksOf(file: Uint8Array, view: DataView): Map<string, DataView> {
  const chunks = new Map<string, DataView>();
  for (let at = 12; at + 8 <= file.length; ) {
    const length = Math.min(view.getUint32(at + 4, true), file.length - at - 8);
    chunks.set(text(file, at), new DataView(file.buffer, file.byteOffset + at + 8, length));
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function formatOf(chunk: DataView | undefined): Format {
  if (chunk === undefined || chunk.byteLength < 16)
    throw new Error("it does not say what kind of sound it holds");
  const tag = chunk.getUint16(0, true);
  const coding = tag === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : tag;
  const format = {
    coding,
    channels: chunk.getUint16(2, true),
    sampleRate: chunk.getUint32(4, true),
    bits: chunk.getUint16(14, true),
  };
  const known = (coding === PCM && format.bits === 16) || (coding === MULAW && format.bits === 8);
  if (!known || format.channels < 1 || format.sampleRate < 4_000 || format.sampleRate > 192_000)
    throw new Error(
      "it is neither 16-bit PCM nor mu-law; convert it with: ffmpeg -i IN -ac 1 -ar 8000 -c:a pcm_s16le OUT.wav",
    );
  return format;
}

function samplesOf(data: DataView, { coding, channels, bits }: Format): Int16Array {
  const step = (channels * bits) / 8;
  const samples = new Int16Array(Math.floor(data.byteLength / step));
  for (let index = 0; index < samples.length; index++)
    samples[index] =
      coding === MULAW
        ? (mulawToLinear[data.getUint8(index * step)] ?? 0)
        : data.getInt16(index * step, true);
  return samples;
}

function text(file: Uint8Array, at: number): string {
  return String.fromCharCode(...file.subarray(at, at + 4));
}
