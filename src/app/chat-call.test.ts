import { expect, test } from "vitest";
import { MemoryLedger } from "../ports/testing/memory-ledger.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { systemClock } from "../runtime/system-clock.ts";
import { ChatCall, ChatClock } from "./chat-call.ts";
import { readChatInput } from "./chat-input.ts";

const practice = await loadPractice("practices", "clinic");
const start = Temporal.ZonedDateTime.from("2026-03-02T09:00[America/Los_Angeles]").epochMilliseconds;

function chat() {
  const clock = new ChatClock(start, systemClock);
  const ledger = new MemoryLedger(practice, () => clock.now());
  const call = new ChatCall({
    practice,
    perform: ledger.perform,
    clock,
    callId: "chat-1",
    from: "+15035550123",
  });
  return { call, ledger };
}

test("a typed conversation books, and the reply holds the committed booking", async () => {
  const { call, ledger } = chat();
  expect((await call.answer()).text).toContain("How can I help you today?");
  const lines = [
    "a checkup please",
    "no",
    "Maria Lopez",
    "March 5th 1985",
    "self pay",
    "skip",
    "yes",
    "skip",
    "anyone",
    "the first one",
  ];
  for (const line of lines) await call.type(line);
  const reply = await call.type("yes");
  expect(reply.booking).toMatchObject({
    offering: "physical",
    start: expect.stringContaining("[America/Los_Angeles]"),
  });
  expect(reply.booking?.confirmation).toBe(ledger.bookings[0]?.confirmation);
  expect(reply.fields["phone"]).toBe("+15035550123");
  expect(reply.text).toContain("May we text you");
  await call.type("no");
  expect((await call.type("no thanks")).ended).toBe("done");
});

test("typing slowly is no silence, but a wait is", async () => {
  const { call } = chat();
  await call.answer();
  expect((await call.type("I need an appointment")).text).not.toContain("still there");
  expect((await call.wait(30_000)).text).toContain("Are you still there?");
});

test("keys answer", async () => {
  const { call } = chat();
  await call.answer();
  for (const line of ["a checkup", "no", "Maria Lopez"]) await call.type(line);
  expect((await call.press(["0", "3", "0", "5", "1", "9", "8", "5"])).fields["dateOfBirth"]).toBe(
    "1985-03-05",
  );
});

test("lines are JSON or plain words, and what is wrong with one is said", () => {
  expect(readChatInput('{"text":"hello"}')).toEqual({ kind: "text", text: "hello" });
  expect(readChatInput("hello")).toEqual({ kind: "text", text: "hello" });
  expect(readChatInput('{"keys":"12#"}')).toEqual({ kind: "keys", keys: ["1", "2", "#"] });
  expect(readChatInput('{"wait":10}')).toEqual({ kind: "wait", seconds: 10 });
  expect(readChatInput('{"text":')).toMatch(/not JSON/);
  expect(readChatInput('{"words":"hello"}')).toMatch(/must look like/);
});
