// A language model in a spoken call, from the caller's pause to the sound of its answer.
import { expect, test } from "vitest";
import * as call from "../core/call/call.ts";
import { demoClinic } from "../core/call/testing/demo-clinic.ts";
import { nothingMeant } from "../ports/testing/nothing-meant.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { frameOf, testCalls } from "./testing/test-call.ts";

const conversation = { ...call, initial: call.initialCall(demoClinic) };
const mumble = "blorp fandango the wibble";
const replied = {
  kind: "modelReplied",
  reply: { ...nothingMeant, facts: ["fact-parking"] },
  use: { inputTokens: 900, outputTokens: 20, ms: 400, firstWordMs: 300, costMicros: 400 },
} as const;

/** A caller who has heard the greeting, and can say something. */
async function greeted() {
  const calls = testCalls({ assisted: true });
  const line = new RecordedLine();
  const handler = await calls.ring(line, { conversation, practice: demoClinic });
  const frames = (kind: "voice" | "silence", ms: number) => {
    for (let passedMs = 0; passedMs < ms; passedMs += 20) {
      calls.clock.advance(20);
      handler.frame(frameOf(kind));
    }
  };
  const prompts = () => calls.updates.flatMap((update) => (update.kind === "said" ? [update] : []));
  for (let i = 0; i < 100 && !prompts().some(({ finished }) => finished); i++) frames("silence", 500);
  frames("silence", 3_000);
  const asked = () => calls.requests.filter(({ kind }) => kind === "askModel");
  /** Voice, then silence until the final words are wanted, and the words. */
  const says = (words: string, whilePausing = () => {}) => {
    frames("voice", 1_000);
    calls.recognizer.last.hear(words, { final: false });
    const before = calls.recognizer.last.finished;
    frames("silence", 200);
    whilePausing();
    for (let i = 0; i < 500 && calls.recognizer.last.finished === before; i++) frames("silence", 20);
    calls.recognizer.last.hear(words);
    frames("silence", 20);
  };
  return { calls, line, frames, asked, says };
}

test("a question is begun at the pause, asked once, and its answer is spoken fact by fact and journaled", async () => {
  const { calls, line, frames, asked, says } = await greeted();
  says(mumble, () => expect(asked()).toHaveLength(1));
  expect(asked()).toHaveLength(1);
  const sent = line.frames.length;
  asked()[0]?.following?.chosen("fact-parking");
  frames("silence", 200);
  expect(line.frames.length).toBeGreaterThan(sent);
  asked()[0]?.answer(replied);
  await calls.clock.run(200);
  const events = (await calls.callStore.events("CA1")).reveal();
  expect(events.filter(({ kind }) => kind === "modelSaid")).toHaveLength(1);
  expect(events.filter((event) => event.kind === "replied" && event.outcome.kind === "modelReplied")).toEqual(
    [expect.objectContaining({ outcome: replied })],
  );
});

test("a fact that is chosen while the caller still pauses is spoken when the turn is over, and not before", async () => {
  const { line, frames, asked, says } = await greeted();
  let sent = 0;
  says(mumble, () => {
    asked()[0]?.following?.chosen("fact-parking");
    sent = line.frames.length;
    frames("silence", 40);
    expect(line.frames).toHaveLength(sent);
  });
  await Promise.resolve();
  frames("silence", 200);
  expect(line.frames.length).toBeGreaterThan(sent);
});

test("a caller who goes on with words that a rule knows takes back what was begun", async () => {
  const { asked, says } = await greeted();
  says("blorp fandango the wibble");
  expect(asked()[0]?.following?.wanted.aborted).toBe(false);
  says("I'd like to book an appointment");
  expect(asked().every(({ following }) => following?.wanted.aborted)).toBe(true);
});

test("a caller who hangs up takes everything back", async () => {
  const { calls, line, asked, says } = await greeted();
  says(mumble);
  line.handler?.closed("ended");
  await calls.clock.run(100);
  expect(asked()[0]?.following?.wanted.aborted).toBe(true);
});

test("what the questions have cost is told when the call is over, and nothing where none was asked", async () => {
  for (const words of [mumble, "I'd like to book an appointment"]) {
    const { calls, line, asked, says } = await greeted();
    says(words);
    asked()[0]?.answer(replied);
    line.handler?.closed("ended");
    for (const { answer } of calls.requests) answer({ kind: "released" });
    await calls.clock.run(2_000, 100);
    const over = calls.telemetry.lines.find(({ message }) => message === "a call is over");
    const told = words === mumble ? { modelReplies: 1, modelTokens: 920, modelCostMicros: 400 } : {};
    expect(Object.entries(over?.fields ?? {}).filter(([name]) => name.startsWith("model"))).toEqual(
      Object.entries(told),
    );
  }
});
