import { expect, test } from "vitest";
import { readWav } from "./read-wav.ts";

interface Wav {
  readonly coding?: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly bits?: number;
  readonly data: Buffer;
  /** A chunk that players ignore, before the sound. */
  readonly comment?: string;
}

function wav({ coding = 1, channels = 1, sampleRate = 8000, bits = 16, data, comment }: Wav): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(coding, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt16LE(bits, 14);
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 0);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from("WAVE"),
    chunk("fmt ", format),
    ...(comment === undefined ? [] : [chunk("LIST", Buffer.from(comment))]),
    chunk("data", data),
  ]);
  return chunk("RIFF", body);
}

const pcm = (...samples: number[]) => Buffer.from(Int16Array.from(samples).buffer);

test("16-bit samples at any rate", () => {
  const { sampleRate, samples } = readWav(wav({ sampleRate: 24_000, data: pcm(1, -2, 32767) }));
  expect([sampleRate, ...samples]).toEqual([24_000, 1, -2, 32767]);
});

test("of two channels the first", () => {
  expect([...readWav(wav({ channels: 2, data: pcm(1, 100, 2, 200) })).samples]).toEqual([1, 2]);
});

test("mu-law", () => {
  const { samples } = readWav(wav({ coding: 7, bits: 8, data: Buffer.from([0xff, 0x80, 0x00]) }));
  expect([...samples]).toEqual([0, 32124, -32124]);
});

test("chunks of odd length that nobody needs are passed over", () => {
  expect([...readWav(wav({ comment: "odd", data: pcm(7) })).samples]).toEqual([7]);
});

test("a file whose end is missing is read up to there", () => {
  const whole = wav({ data: pcm(1, 2, 3) });
  expect([...readWav(whole.subarray(0, whole.length - 2)).samples]).toEqual([1, 2]);
});

const wrong: readonly (readonly [string, Buffer])[] = [
  ["something else", Buffer.from("ID3 is no WAV file")],
  ["24-bit samples", wav({ bits: 24, data: pcm(1, 2, 3) })],
  ["nothing", Buffer.alloc(0)],
];
test.for(wrong)("%s is refused with a way to mend it", ([, file]) => {
  expect(() => readWav(file)).toThrow(/ffmpeg/);
});
