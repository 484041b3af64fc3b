import { afterAll, expect, test } from "vitest";
import { newPatient } from "./callers/new-patient.ts";
import { callSpoken } from "./spoken-call.ts";
import { fakeAgent } from "./testing/fake-agent.ts";
import { openVoices } from "./voices/voices.ts";

const voices = openVoices();
afterAll(() => voices.close());

const today = Temporal.PlainDate.from("2026-03-02");
const rob = { caller: newPatient, voices, voice: "rob", seed: 3, today };

test("what is said before the agent hangs up is heard, also when there is no answering it", async () => {
  const agent = await fakeAgent([{ purpose: "booked", text: "You are booked. Your number is K, 7." }]);
  const call = await callSpoken({ ...rob, base: agent.base });
  agent.close();
  expect(call.knows.heardBooked).toContain("K, 7");
});

test("a call is a row of turns, each with what was understood and the gap before the answer", async () => {
  const agent = await fakeAgent([
    { purpose: "confirm:dateOfBirth", text: "March 5th, 1985. Is that right?" },
    { purpose: "confirm:name", text: "John Miller, is that right?" },
    { purpose: "booked", text: "You are booked. Your number is K, 7." },
    { purpose: "goodbye", text: "Goodbye." },
  ]);
  const call = await callSpoken({ ...rob, base: agent.base });
  agent.close();
  expect(call.gaveUp).toBeNull();
  expect(call.turns.map(({ purpose, heard, cutOff }) => [purpose, heard, cutOff])).toEqual([
    ["confirm:dateOfBirth", "words 1", false],
    ["confirm:name", "words 2", false],
  ]);
  expect(call.turns[0]?.said).toMatch(/^(?:ye|that|correct)/i);
  expect(call.turns[1]?.said).toMatch(/^no/i);
  expect(call.turns).toHaveLength(agent.gapsMs.length);
  for (const [index, { gapMs }] of call.turns.entries()) {
    expect(gapMs).toBeGreaterThan((agent.gapsMs[index] ?? 0) - 60);
    expect(gapMs).toBeLessThan((agent.gapsMs[index] ?? 0) + 150);
  }
});
