// Goal: nobody agrees to what they have not heard. Method: a read-back that ends in a yes-or-no question is spoken into at
// several places.
import { describe, expect, test } from "vitest";
import { answerUntil } from "./testing/answers.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { TypedCall } from "./testing/typed-call.ts";

/** The final read-back has just begun. */
async function readBack(): Promise<SpokenTurns> {
  const call = await TypedCall.answered({ practice: demoClinic });
  const caller = new SpokenTurns(await answerUntil(call, "offerTimes"));
  await caller.says("the first one");
  expect(caller.call.purpose).toBe("readBack");
  return caller;
}

/** The caller hears what plays up to so many characters before these words. */
async function hearsUpTo(caller: SpokenTurns, words: string, before = 0): Promise<void> {
  await caller.hears((caller.playing[0] ?? "").indexOf(words) - before);
}

const bookings = ({ call }: SpokenTurns) => call.ledger.bookings.length;

describe("the final read-back", () => {
  test.each(["yeah", "yes that's right", "correct", "sounds good", "okay", "mm-hm", "thank you"])(
    'P-SEIT: "%s" halfway tells us to go on',
    async (words) => {
      const caller = await readBack();
      await hearsUpTo(caller, " with Dr.");
      await caller.says(words);
      expect(bookings(caller)).toBe(0);
      expect(caller.playing[0]).toMatch(/ with Dr\..* Is that right\?$/);
      await caller.listens();
      await caller.says("yes");
      expect(bookings(caller)).toBe(1);
    },
  );

  test("P-SEIT-SEIT: so does another one, in the rest of it", async () => {
    const caller = await readBack();
    await hearsUpTo(caller, " with Dr.");
    await caller.says("yeah");
    await caller.hears(10);
    await caller.says("yeah");
    expect(bookings(caller)).toBe(0);
    await caller.listens();
    await caller.says("yes");
    expect(bookings(caller)).toBe(1);
  });

  test("P-SEIT: half a second before its question, a yes is an answer", async () => {
    const caller = await readBack();
    await hearsUpTo(caller, "Is that right?", 6);
    await caller.says("yes");
    expect(bookings(caller)).toBe(1);
  });

  test('P-SEIT: a "no" halfway is about what was just read', async () => {
    const caller = await readBack();
    await hearsUpTo(caller, "Is that right?", 20);
    await caller.says("no");
    expect(caller.call.purpose).toBe("ask:correctWhat");
  });

  test('P-SEIT-PH-SEIT: a "yes" after "hold on" agrees to what is still to be read', async () => {
    const caller = await readBack();
    await hearsUpTo(caller, " with Dr.");
    await caller.says("hold on a second");
    await caller.listens();
    await caller.says("yes", { afterMs: 4_000 });
    expect(bookings(caller)).toBe(0);
    expect(caller.playing[0]).toMatch(/ with Dr\..* Is that right\?$/);
    await caller.listens();
    await caller.says("yes");
    expect(bookings(caller)).toBe(1);
  });

  test("P-SEIT-SEIT: a question that was put anew is one", async () => {
    const caller = await readBack();
    await hearsUpTo(caller, " with Dr.");
    await caller.says("where can i park");
    await caller.listens();
    await caller.says("yes");
    expect(bookings(caller)).toBe(1);
  });

  test("P-K: a key is pressed on purpose, however early", async () => {
    const caller = await readBack();
    await hearsUpTo(caller, " with Dr.");
    await caller.call.gets({ kind: "keyPressed", at: caller.call.now, key: "1" });
    await caller.call.settle();
    expect(bookings(caller)).toBe(1);
  });
});

test("P-SEIT: nothing is cancelled by a yes before it was named", async () => {
  const call = await TypedCall.answered({ practice: demoClinic });
  await bookedBefore(call, ["2026-03-05"]);
  await call.types("cancel my appointment because I have a fever", "Maria Lopez");
  const caller = new SpokenTurns(call);
  await caller.says("March 5th 1985");
  await hearsUpTo(caller, "Thursday");
  await caller.says("yes");
  expect(call.ledger.bookings[0]?.state).toBe("booked");
  await caller.listens();
  await caller.says("yes");
  expect(call.ledger.bookings[0]?.state).toBe("cancelled");
});
