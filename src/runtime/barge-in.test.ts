import { expect, test } from "vitest";
import * as call from "../core/call/call.ts";
import { demoClinic } from "../core/call/testing/demo-clinic.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { frameOf, testCalls } from "./testing/test-call.ts";

const conversation = { ...call, initial: call.initialCall(demoClinic) };
const FRAME_MS = 20;

test.each([0, 15, 30, 45])(
  "a caller who speaks up %i ms after a beat of the ticker: audio is cleared within 200 ms, and none follows",
  async (afterBeatMs) => {
    const calls = testCalls();
    const line = new RecordedLine();
    const handler = await calls.ring(line, { conversation });
    const pass = (kind: "voice" | "silence") => {
      calls.clock.advance(FRAME_MS);
      handler.frame(frameOf(kind));
    };
    const greeted = () => calls.updates.some((update) => update.kind === "said" && update.finished);
    for (let i = 0; i < 1000 && !greeted(); i++) pass("silence");
    for (let i = 0; i < 25; i++) pass("silence");
    calls.clock.advance(afterBeatMs);
    const before = line.frames.length;
    for (let i = 0; i < 5; i++) pass("silence");
    // The prompt is in the middle of being played, with its lead on the way.
    expect(line.frames.length).toBeGreaterThan(before);
    let voicedMs = 0;
    for (; line.clears === 0 && voicedMs < 1000; voicedMs += FRAME_MS) pass("voice");
    expect(voicedMs).toBeLessThanOrEqual(200);
    const sent = line.frames.length;
    for (let i = 0; i < 25; i++) pass("voice");
    expect(line.frames).toHaveLength(sent);
  },
);
