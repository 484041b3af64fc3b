import { expect, test } from "vitest";
import { FRAME_BYTES } from "../core/audio/audio-frame.ts";
import { FarEndPlayback } from "./far-end-playback.ts";
import { recordingOf } from "./recording.ts";

const frameOf = (byte: number) => new Uint8Array(FRAME_BYTES).fill(byte);

test("both sides lie in the recording at the time they were on the wire", () => {
  const playback = new FarEndPlayback();
  playback.receive(1040, frameOf(0x20));
  const sent = { frames: [frameOf(0x10), frameOf(0x11)], startedMs: 1000 };
  const file = recordingOf({ sent, playback });
  expect(Buffer.from(file.subarray(0, 4)).toString()).toBe("RIFF");
  const sample = (index: number) => [...file.subarray(44 + index * 2, 46 + index * 2)];
  expect(sample(0)).toEqual([0x10, 0xff]);
  expect(sample(FRAME_BYTES)).toEqual([0x11, 0xff]);
  expect(sample(2 * FRAME_BYTES)).toEqual([0xff, 0x20]);
  expect(file.length).toBe(44 + 3 * FRAME_BYTES * 2);
});
