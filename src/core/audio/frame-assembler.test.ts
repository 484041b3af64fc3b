import fc from "fast-check";
import { expect, test } from "vitest";
import { FRAME_BYTES, MULAW_SILENCE, silentFrame } from "./audio-frame.ts";
import { FrameAssembler } from "./frame-assembler.ts";

/** A frame that only its first byte tells from silence, so that their order can be read off, and gaps are concealed with silence. */
function frameOf(value: number): Uint8Array {
  const frame = silentFrame();
  frame[0] = value;
  return frame;
}

class Listener {
  readonly bytes: number[] = [];
  frames = 0;
  readonly emit = (frame: Uint8Array) => {
    expect(frame.length).toBe(FRAME_BYTES);
    this.bytes.push(...frame);
    this.frames++;
  };
  /** One letter a frame by its first byte; silence is a dot. */
  get order(): string {
    let order = "";
    for (let i = 0; i < this.bytes.length; i += FRAME_BYTES) {
      const byte = this.bytes[i] as number;
      order += byte === MULAW_SILENCE ? "." : String.fromCharCode(96 + byte);
    }
    return order;
  }
}

/** Pushes pieces of 20 ms written as letter and place: `c2` is the third frame of the stream. */
function play(script: string): string {
  const assembler = new FrameAssembler();
  const listener = new Listener();
  for (const piece of script.split(" ")) {
    const at = piece.slice(1);
    assembler.push(frameOf(piece.charCodeAt(0) - 96), at === "" ? null : Number(at) * 20, listener.emit);
  }
  assembler.flush(listener.emit);
  return listener.order;
}

const inOrder = "a0 b1 c2 d3 e4 f5";
const swapped = `${inOrder} h7 g6 i8`;

test.each([
  ["in order", inOrder, "abcdef"],
  ["two swapped, for the first time", `${inOrder} h7 g6 i8`, "abcdef.hi"],
  ["two swapped, once more", `${swapped} k10 j9 l11`, "abcdef.hijkl"],
  ["three overtaken by one", `${swapped} k10 l11 j9 m12`, "abcdef.hijklm"],
  ["one lost", `${inOrder} g6 i8 j9`, "abcdefg.ij"],
  ["one lost where others were out of order", `${swapped} j9 l11 m12 n13 o14`, "abcdef.hij.lmno"],
  ["half a second lost", `${inOrder} z31 y32`, `abcdef${".".repeat(25)}zy`],
  ["a minute lost is cut to a second", `${inOrder} z3006 y3007`, `abcdef${".".repeat(50)}zy`],
  ["the same piece twice", `${inOrder} f5 g6`, "abcdefg"],
  ["a held piece twice", `${swapped} k10 k10 j9 l11`, "abcdef.hijkl"],
  ["later than the window", `${swapped} k10 l11 m12 j9 n13`, "abcdef.hi.klmn"],
  [
    "count of time starts again",
    `${"a0 b1 c2 d3 e4 f5".repeat(1)} z100 a0 b1 c2`,
    `abcdef${".".repeat(50)}zabc`,
  ],
  ["a timestamp missing", `${inOrder} g h7 i8`, "abcdefghi"],
  ["a timestamp missing after a gap", `${inOrder} h7 i j9`, "abcdef.hij"],
  ["no timestamps", "a b c d e f", "abcdef"],
  ["constant timestamps", "a0 b0 c0 d0 e0 f0 g0 h0", "abcdefgh"],
  ["jittery timestamps", "a0 b3 c1 d2 e9 f4 g4 h7", "abcdefgh"],
])("%s", (_name, script, expected) => {
  expect(play(script)).toBe(expected);
});

test("sound that was only late is kept whole after inserted silence", () => {
  const assembler = new FrameAssembler();
  const listener = new Listener();
  for (let i = 0; i < 10; i++) assembler.push(frameOf(1), i * 20, listener.emit);
  assembler.insertSilence(100, listener.emit);
  for (let i = 10; i < 15; i++) assembler.push(frameOf(2), i * 20, listener.emit);
  expect(listener.order).toBe(`${"a".repeat(10)}.....bbbbb`);
});

test("a gap that shows itself after inserted silence is not filled twice", () => {
  const assembler = new FrameAssembler();
  const listener = new Listener();
  for (let i = 0; i < 10; i++) assembler.push(frameOf(1), i * 20, listener.emit);
  assembler.insertSilence(100, listener.emit);
  assembler.push(frameOf(2), 17 * 20, listener.emit);
  expect(listener.order).toBe(`${"a".repeat(10)}.......b`);
});

/** Frames numbered by two bytes, as they arrive after loss and delay; returns the numbers that come out, silence as null. */
function overLine({ loss, jitterMs, driftPpm }: Line): (number | null)[] {
  let seed = 11;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x80000000;
  };
  const sent = Array.from({ length: 2000 }, (_, number) => {
    const payload = frameOf(number & 0x7f);
    payload[1] = number >> 7;
    const lost = number > 10 && random() < loss;
    return {
      payload,
      lost,
      at: number * 20 * (1 + driftPpm / 1e6),
      arrives: number * 20 + random() * jitterMs,
    };
  });
  const assembler = new FrameAssembler();
  const heard: (number | null)[] = [];
  const emit = (frame: Uint8Array) =>
    heard.push(frame[0] === MULAW_SILENCE ? null : ((frame[1] as number) << 7) | (frame[0] as number));
  for (const { payload, at } of sent.filter(({ lost }) => !lost).sort((a, b) => a.arrives - b.arrives))
    assembler.push(payload, at, emit);
  assembler.flush(emit);
  return heard;
}

interface Line {
  readonly loss: number;
  readonly jitterMs: number;
  readonly driftPpm: number;
}

test.each([
  // What is waited for is 60 ms; sound that is later is silence.
  [{ loss: 0.01, jitterMs: 0, driftPpm: 0 }, 0.985],
  [{ loss: 0.05, jitterMs: 0, driftPpm: 0 }, 0.94],
  [{ loss: 0, jitterMs: 60, driftPpm: 0 }, 0.999],
  [{ loss: 0.03, jitterMs: 60, driftPpm: 0 }, 0.96],
  [{ loss: 0, jitterMs: 0, driftPpm: 500 }, 0.999],
  [{ loss: 0, jitterMs: 0, driftPpm: -500 }, 0.999],
])("%j: in order, none twice, and nearly all of it", (line, share) => {
  const heard = overLine(line);
  const numbers = heard.filter((number) => number !== null);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(numbers.length).toBeGreaterThanOrEqual(2000 * share);
  expect(Math.abs(heard.length - 2000)).toBeLessThanOrEqual(4);
});

test("a drifting clock makes no gaps", () => {
  const assembler = new FrameAssembler();
  const listener = new Listener();
  for (let i = 0; i < 5000; i++) assembler.push(frameOf(1), i * 20.01, listener.emit);
  expect(listener.frames).toBe(5000);
});

test("frames do not depend on how the sound was cut into pieces", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 0, maxLength: 2000 }),
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 }),
      fc.boolean(),
      (sound, cuts, timestamps) => {
        const assembler = new FrameAssembler();
        const listener = new Listener();
        let at = 0;
        for (const length of [...cuts, sound.length + 1]) {
          assembler.push(sound.slice(at, at + length), timestamps ? at / 8 : null, listener.emit);
          at = Math.min(sound.length, at + length);
        }
        expect(listener.bytes).toEqual([...sound.slice(0, listener.bytes.length)]);
        expect(sound.length - listener.bytes.length).toBeLessThan(FRAME_BYTES);
      },
    ),
  );
});

test("never holds back more than the window and one frame, nor makes up more than a second a piece", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 800 }), fc.integer({ min: -100, max: 5000 }))),
      (pieces) => {
        const assembler = new FrameAssembler();
        const listener = new Listener();
        for (const [length, timestamp] of pieces) {
          const before = listener.bytes.length;
          assembler.push(new Uint8Array(length), timestamp, listener.emit);
          expect(listener.bytes.length - before).toBeLessThanOrEqual(8000 * 2 + 800 + 640 + 160);
        }
      },
    ),
  );
});
