import { afterEach, beforeEach, expect, test } from "vitest";
import { mulawOf } from "../../core/audio/mulaw.ts";
import type { Hypothesis } from "../../ports/recognizer.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { DecoderPool } from "./decoder-pool.ts";
import { nextLookMs, UtteranceStream } from "./utterance-stream.ts";

/** The decoder of these tests says how many bytes of sound it was given. */
let pool: DecoderPool;
beforeEach(async () => {
  const program = new URL("../testing/mortal-worker.ts", import.meta.url);
  pool = new DecoderPool({ workers: 1, telemetry: quietTelemetry, program });
  await pool.ready();
});
afterEach(() => pool.close());

class Caller {
  readonly stream: UtteranceStream;
  readonly #finals: Hypothesis[] = [];
  #awaited: ((hypothesis: Hypothesis) => void)[] = [];

  constructor() {
    const handler = {
      heard: (hypothesis: Hypothesis) => {
        for (const take of this.#awaited.splice(0)) take(hypothesis);
        if (hypothesis.final) this.#finals.push(hypothesis);
      },
      lost: (error: Error) => expect.unreachable(error.message),
    };
    this.stream = new UtteranceStream(pool, handler, {
      source: "embedded",
      telemetry: quietTelemetry,
      area: [],
      lookEveryMs: 1_200,
    });
  }

  sounds(amplitude: number, frames: number): void {
    const frame = Uint8Array.from({ length: 160 }, (_, at) =>
      mulawOf(Math.round(amplitude * Math.sin(at / 3))),
    );
    for (let count = 0; count < frames; count++) this.stream.push(frame);
  }

  /** 700 ms of sound, noticed after 100 ms, as voice activity does. */
  speaks(): void {
    this.sounds(6_000, 5);
    this.stream.speechStarted();
    this.sounds(6_000, 30);
  }

  next(): Promise<Hypothesis> {
    return new Promise((resolve) => this.#awaited.push(resolve));
  }

  get finals(): readonly string[] {
    return this.#finals.map(({ text }) => text);
  }
}

test("the words of a pause are final at once when the turn ends in it", async () => {
  const caller = new Caller();
  caller.sounds(20, 20);
  caller.speaks();
  const hypothesis = caller.next();
  caller.sounds(20, 10);
  expect((await hypothesis).final).toBe(false);
  caller.stream.finish();
  expect(caller.finals).toHaveLength(1);
});

test("a turn that ends as the caller begins to go on has the words up to the pause, and the rest is of the next turn", async () => {
  const caller = new Caller();
  caller.sounds(20, 20);
  caller.speaks();
  const hypothesis = caller.next();
  caller.sounds(20, 12);
  const { text } = await hypothesis;
  caller.sounds(6_000, 3);
  caller.stream.finish();
  expect(caller.finals).toEqual([text]);

  caller.sounds(6_000, 2);
  caller.stream.speechStarted();
  caller.sounds(6_000, 30);
  const rest = caller.next();
  caller.stream.finish();
  // All of the pause that the lead has room for, the 60 ms before the end of the turn, and what came after it.
  expect((await rest).text).toBe(`${160 * (11 + 5 + 30)} bytes`);
});

test("a turn that nobody noticed is looked at", async () => {
  const caller = new Caller();
  caller.sounds(20, 20);
  caller.sounds(6_000, 10);
  caller.sounds(20, 10);
  const final = caller.next();
  caller.stream.finish();
  expect((await final).text).toBe(`${160 * 40} bytes`);
});

test("silence is answered without words", async () => {
  const caller = new Caller();
  caller.sounds(20, 50);
  caller.stream.finish();
  caller.stream.finish();
  expect(caller.finals).toEqual(["", ""]);
});

test("the longer a turn is, the less often its words are looked at before it pauses", () => {
  const looksMs = [320];
  while (looksMs.length < 4) looksMs.push(nextLookMs(looksMs.at(-1) as number, 1_200));
  expect(looksMs).toEqual([320, 1_520, 3_800, 9_500]);
});
