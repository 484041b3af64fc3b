import { afterEach, beforeEach, expect, test } from "vitest";
import { nothingExpected } from "../../core/language/expectation.ts";
import { grammarRequest } from "../grammar/grammar-request.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { DecoderPool } from "./decoder-pool.ts";
import type { DecodeJob, Urgency } from "./decoders.ts";

let pool: DecoderPool;
beforeEach(async () => {
  const program = new URL("../testing/mortal-worker.ts", import.meta.url);
  pool = new DecoderPool({ workers: 1, telemetry: quietTelemetry, program });
  await pool.ready();
});
afterEach(() => pool.close());

const anything = grammarRequest(nothingExpected);
const yesOrNo = grammarRequest({ ...nothingExpected, asked: ["yesNo"] });

/** Adds a job and resolves to its words, or to the message of its failure. */
function decode(
  audio: readonly number[],
  urgency: Urgency,
  done: (text: string) => void = () => undefined,
  grammar = anything,
) {
  return new Promise<string>((resolve) => {
    const finish = (text: string) => {
      done(text);
      resolve(text);
    };
    const job: DecodeJob = {
      grammar,
      audio: Uint8Array.from(audio),
      urgency,
      deaths: 0,
      decoded: finish,
      failed: (error) => finish(error.message),
    };
    pool.add(job);
  });
}

test("turns that are over go before pauses, and pauses before looks", async () => {
  const order: string[] = [];
  const note = (text: string) => order.push(text);
  await Promise.all([
    decode([0], "look", note), // taken at once: nothing else is waiting yet
    decode([0, 0], "look", note),
    decode([0, 0, 0], "pause", note),
    decode([0, 0, 0, 0], "final", note),
  ]);
  expect(order).toEqual(["1 bytes", "4 bytes", "3 bytes", "2 bytes"]);
});

test("a look does not take the thread whose grammar is being spoken", async () => {
  const order: string[] = [];
  const note = (text: string) => order.push(text);
  pool.turnBegins(yesOrNo);
  const look = decode([0], "look", note);
  await decode([0, 0], "pause", note, yesOrNo);
  expect(order).toEqual(["2 bytes"]);
  pool.turnEnds(yesOrNo);
  expect(await look).toBe("1 bytes");
});

test("a pause takes any thread that is free", async () => {
  pool.turnBegins(yesOrNo);
  expect(await decode([0, 0], "pause")).toBe("2 bytes");
});

test("a thread that dies is replaced, and the others' words are not lost", async () => {
  const deadly = decode([1], "final");
  const harmless = decode([0, 0], "final");
  expect(await harmless).toBe("2 bytes");
  expect(await deadly).toContain("failed while decoding an utterance");
  expect(await decode([0], "final")).toBe("1 bytes");
});
