import type { Outcome } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import { hide } from "../../core/values/private.ts";
import type { Following } from "../../ports/language-model.ts";
import type { Resumed } from "../../ports/line.ts";
import type { LiveUpdate } from "../../ports/live-feed.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { memoryCallStore } from "../../ports/testing/memory-call-store.ts";
import { settled, VirtualClock } from "../../ports/testing/virtual-clock.ts";
import type { Conversation } from "../conversation.ts";
import { callRuntime, liveFeed } from "../runtime.ts";
import { parrot } from "./parrot.ts";
import type { RecordedLine } from "./recorded-line.ts";
import { ScriptedRecognizer, ScriptedSynthesizer } from "./scripted-speech.ts";

interface AskedRequest {
  readonly kind: string;
  readonly id: number;
  readonly answer: (outcome: Outcome) => void;
  readonly following: Following | undefined;
}

/** The real runtime with a clock that stands still, scripted speech, and a ledger whose answers a test gives. */
export function testCalls(
  options: { maxCalls?: number; store?: ReturnType<typeof memoryCallStore>; assisted?: true } = {},
) {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const recognizer = new ScriptedRecognizer();
  const synthesizer = new ScriptedSynthesizer();
  const callStore = options.store ?? memoryCallStore();
  const feed = liveFeed(clock, telemetry.log);
  const requests: AskedRequest[] = [];
  const updates: LiveUpdate[] = [];
  const runtime = callRuntime({
    clock,
    recognizer,
    synthesizer,
    callStore,
    liveFeed: feed,
    telemetry,
    maxCalls: options.maxCalls ?? 3,
    ...(options.assisted && { assisted: true }),
    perform: (_practice, request, key, following) =>
      new Promise((answer) => requests.push({ kind: request.kind, id: key.request, answer, following })),
  });

  /** Rings and waits until the call has begun. */
  async function ring<S>(
    line: RecordedLine,
    how: { resumed?: Resumed; practice?: Practice; conversation?: Conversation<S> } = {},
  ) {
    const handler = runtime.answer(line, {
      practice: how.practice ?? testPractice,
      conversation: (how.conversation ?? parrot) as Conversation<S>,
      direction: "inbound",
      from: hide("+15035550123"),
      resumed: how.resumed ?? null,
    });
    if (typeof handler === "string") throw new Error(`The call was refused: ${handler}`);
    line.handler = handler;
    feed.watch(line.callId, (_at, update) => updates.push(update));
    await settled();
    return handler;
  }

  /** What the line plays: lengths of the texts, as the scripted synthesizer makes them, in the order of their sound. */
  function spokenLengths(line: RecordedLine): number[] {
    return line.frames.map((frame) => frame[0] ?? 0).filter((value, index, all) => value !== all[index - 1]);
  }

  return {
    clock,
    telemetry,
    recognizer,
    synthesizer,
    callStore,
    feed,
    requests,
    updates,
    runtime,
    ring,
    spokenLengths,
  };
}

/** A loud and a silent frame, as voice activity sees them. */
export function frameOf(kind: "voice" | "silence"): Uint8Array {
  if (kind === "silence") return new Uint8Array(160).fill(0xff);
  // A 500 Hz square wave of mu-law, well above any noise floor.
  return Uint8Array.from({ length: 160 }, (_, i) => (i % 16 < 8 ? 0x90 : 0x10));
}
