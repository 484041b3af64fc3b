// Goal: nobody leaves a call without the confirmation number that was given to them. Method: the words that state a booking
// are cut off at several places, and the caller goes on to something else.
import { expect, test } from "vitest";
import { answerUntil } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { TypedCall } from "./testing/typed-call.ts";

const number = /Your confirmation number is/;

async function booked(): Promise<SpokenTurns> {
  const call = await TypedCall.answered({ practice: demoClinic });
  const caller = new SpokenTurns(await answerUntil(call, "readBack"));
  return caller.says("yes");
}

/** The character at which the number has been said once. */
const numberEnds = (caller: SpokenTurns) => (caller.playing[0] ?? "").indexOf("Once more");

test.each([
  ["where can i park", "ask:anythingElse"],
  ["i'd like to make another appointment", "ask:complaint"],
  ["no thanks goodbye", "goodbye"],
])('cut off by "%s", the number comes first', async (words, purpose) => {
  const caller = await booked();
  await caller.hears(numberEnds(caller) - 30);
  await caller.says(words);
  expect(caller.call.purpose).toBe(purpose);
  expect(caller.playing[0]).toMatch(number);
  await caller.listens();
  expect(caller.call.state.unheardOutcomes).toEqual([]);
});

test("cut off before anything of it was heard, all of it is said again", async () => {
  const caller = await booked();
  await caller.says("where can i park");
  expect(caller.playing[0]).toMatch(/^You're booked: .* Your confirmation number is .*garage/);
});

test("once the number was heard, it is not said again", async () => {
  const caller = await booked();
  await caller.hears(numberEnds(caller) + 1);
  await caller.says("where can i park");
  expect(caller.playing[0]).not.toMatch(number);
});

test("after a cough the rest is said, and the number counts where it is said", async () => {
  const caller = await booked();
  await caller.hears(50);
  await caller.says("mm-hm");
  expect(caller.playing[0]).toMatch(number);
  await caller.hears();
  expect(caller.call.state.unheardOutcomes).toEqual([]);
});

test("whoever cuts it off every time is spared it in the end", async () => {
  const caller = await booked();
  const told = [];
  for (let times = 0; times < 4; times++) {
    await caller.hears(30);
    await caller.says("where can i park");
    told.push(number.test(caller.playing[0] ?? ""));
  }
  expect(told).toEqual([true, true, false, false]);
});

test("an emergency is spoken about alone", async () => {
  const caller = await booked();
  await caller.hears(30);
  await caller.says("my chest hurts and i can't breathe");
  expect(caller.playing.join(" ")).not.toMatch(number);
});
