// Goal: whoever goes on speaking after we took a pause for the end is neither misunderstood nor made to miss anything.
// Method: calls are typed up to a question, heard whole, and then go on by voice, turn by turn.
import { describe, expect, test } from "vitest";
import { answerUntil } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { TypedCall } from "./testing/typed-call.ts";

const at = async (purpose: string) => {
  const call = await TypedCall.answered({ practice: demoClinic });
  return new SpokenTurns(await answerUntil(call, purpose));
};

const turnsOf = ({ call }: SpokenTurns) => call.state.dialogue.turn;

describe("before anything of the answer was heard", () => {
  test('"yes", "that\'s right": the booking is told whole, and nothing is answered that was not asked', async () => {
    const caller = await at("readBack");
    await caller.says("yes");
    const told = caller.playing;
    expect(told[0]).toMatch(/^You're booked/);
    await caller.says("that's right");
    expect(caller.playing).toEqual(told);
    expect(caller.call.state.dialogue.aim).toEqual({ kind: "anythingElse" });
    await caller.listens();
    await caller.says("no thanks");
    await caller.listens();
    expect([caller.call.purpose, caller.call.end]).toEqual(["goodbye", "done"]);
  });

  const tails = [
    ["offerTimes", "the first one", "please"],
    ["offerTimes", "the first one", "wei hughes"],
    ["offerTimes", "the first one", "the first one"],
    ["ask:seenBefore", "no", "i haven't"],
    ["ask:duration", "two days", "thanks"],
    ["ask:pain", "six", "out of ten"],
    ["ask:payer", "aetna", "yeah"],
    ["ask:name", "maria lopez", "mister"],
  ] as const;
  test.each(tails)('at %s: "%s", "%s": the next question is put all the same', async (purpose, one, two) => {
    const caller = await at(purpose);
    await caller.says(one);
    const [next, turns] = [caller.playing, turnsOf(caller)];
    await caller.says(two);
    expect(caller.playing).toEqual(next);
    expect(turnsOf(caller)).toBe(turns);
  });

  const revisions = [
    ["ask:phone", "five oh three five five five", "zero one two three", "phone", "+15035550123"],
    ["ask:dateOfBirth", "march fifth", "nineteen eighty five", "dateOfBirth", "1985-03-05"],
    ["ask:payer", "aetna", "no sorry cigna", "payer", "Cigna"],
    ["ask:pain", "four", "no five", "pain", "5"],
    ["ask:pain", "i'd say eight", "a four", "pain", "4"],
    ["ask:pain", "out of ten i'd say", "six", "pain", "6"],
    ["ask:name", "maria", "lopez", "name", "Maria Lopez"],
    ["ask:email", "maria dot lopez", "at example dot com", "email", "maria.lopez@example.com"],
    ["ask:dateOfBirth", "march fifth nineteen eighty", "five", "dateOfBirth", "1985-03-05"],
    [
      "ask:address",
      "three fifty oak street",
      "portland oregon nine seven two oh five",
      "address",
      "350 Oak Street, Portland, OR 97205",
    ],
  ] as const;
  test.each(revisions)(
    'at %s: "%s", "%s": the answer is what both say',
    async (purpose, one, two, field, value) => {
      const caller = await at(purpose);
      await caller.says(one);
      const turns = turnsOf(caller);
      await caller.says(two);
      expect(caller.call.fields[field]).toBe(value);
      expect(turnsOf(caller)).toBe(turns);
    },
  );

  test('"the first one", "sorry, the second": the first is given back', async () => {
    const caller = await at("offerTimes");
    const [, second] = caller.call.state.dialogue.negotiation.offers ?? [];
    await caller.says("the first one");
    await caller.says("sorry the second one");
    expect(caller.call.state.dialogue.negotiation.held?.opening.id).toBe(second?.id);
    expect(caller.call.ledger.liveHolds).toHaveLength(1);
  });

  test('"yes", "no wait": what is booked stays booked and is told, and may be changed then', async () => {
    const caller = await at("readBack");
    await caller.says("yes");
    const told = caller.playing;
    await caller.says("no");
    expect(caller.playing).toEqual(told);
    expect(caller.call.ledger.bookings).toHaveLength(1);
  });

  test("the recognizer listens for the answer before until something of the next question was heard", async () => {
    const caller = await at("ask:phone");
    const asked = () => caller.call.state.listeningFor.asked;
    expect(asked()).toContain("phone");
    await caller.says("five oh three five five five zero one two three");
    expect(asked()).toContain("phone");
    await caller.hears(20);
    expect(asked()).toEqual(["yesNo"]);
  });

  test("what is said after a word that filled the wait, and before the booking is told, is no answer to what is asked then", async () => {
    const caller = await at("readBack");
    caller.call.replies = "held";
    await caller.says("yes");
    caller.call.pass(800);
    await caller.listens();
    expect(caller.call.purpose).toBe("oneMoment");
    await caller.begins("yes please");
    caller.call.replies = "atOnce";
    await caller.call.settle();
    await caller.ends("yes please");
    expect(caller.playing[0]).toMatch(/^You're booked/);
    expect(caller.call.state.dialogue.aim).toEqual({ kind: "anythingElse" });
  });

  test("an emergency is one, whenever it is said", async () => {
    const caller = await at("readBack");
    await caller.says("yes");
    await caller.says("my chest hurts and i can't breathe");
    expect(caller.call.state.dialogue.aim).toMatchObject({ kind: "emergency" });
  });

  test("while the world is slow to answer", async () => {
    const caller = await at("readBack");
    caller.call.replies = "held";
    await caller.says("yes");
    await caller.begins("that's right");
    caller.call.replies = "atOnce";
    await caller.call.settle();
    expect(caller.playing).toEqual([]);
    await caller.ends("that's right");
    expect(caller.playing[0]).toMatch(/^You're booked/);
    expect(caller.call.ledger.bookings).toHaveLength(1);
  });
});

describe("before the question was heard", () => {
  test("a yes is no answer to it", async () => {
    const caller = await at("readBack");
    await caller.says("yes");
    await caller.hears(40);
    await caller.says("yes");
    expect(caller.call.state.dialogue.aim).toEqual({ kind: "anythingElse" });
    expect(caller.playing.at(-1)).toBe("Is there anything else I can do for you?");
  });

  const lateWords = [
    // Figures that go on with the answer.
    ["ask:dateOfBirth", "march fifth nineteen eighty", "five", "dateOfBirth", "1985-03-05"],
    ["ask:dateOfBirth", "october thirteenth nineteen sixty", "nine", "dateOfBirth", "1969-10-13"],
    // Words that make nothing of it: the answer stands.
    ["ask:name", "maria lopez", "nine", "name", "Maria Lopez"],
    ["ask:payer", "aetna", "two", "payer", "Aetna"],
    ["ask:dateOfBirth", "march fifth nineteen eighty five", "nine", "dateOfBirth", "1985-03-05"],
  ] as const;
  test.each(lateWords)(
    'at %s: "%s", and "%s" when the first of it is said back: %s is %s',
    async (purpose, one, two, field, value) => {
      const caller = await at(purpose);
      await caller.says(one);
      await caller.hears(13);
      await caller.says(two);
      expect(caller.call.fields[field]).toBe(value);
    },
  );

  test("a correction of what was said back is one", async () => {
    const caller = await at("ask:name");
    await caller.says("maria lopez");
    await caller.hears(20);
    await caller.says("no my name is anna lopez");
    expect(caller.call.fields["name"]).toBe("Anna Lopez");
  });

  test("not even when a word that filled the wait was heard before", async () => {
    const caller = await at("readBack");
    caller.call.replies = "held";
    await caller.says("yes");
    caller.call.pass(1_000);
    await caller.listens();
    caller.call.replies = "atOnce";
    await caller.call.settle();
    expect(caller.playing[0]).toMatch(/^You're booked/);
    await caller.hears(40);
    await caller.says("yes");
    expect(caller.call.state.dialogue.aim).toEqual({ kind: "anythingElse" });
    expect(caller.playing[0]).toMatch(/confirmation number/);
  });

  test("while the world is slow, what was answered may be put right", async () => {
    const caller = await at("offerTimes");
    const [, second] = caller.call.state.dialogue.negotiation.offers ?? [];
    caller.call.replies = "held";
    await caller.says("the first one");
    caller.call.pass(1_000);
    await caller.listens();
    await caller.says("sorry the second one");
    caller.call.replies = "atOnce";
    await caller.call.settle();
    expect(caller.call.state.dialogue.negotiation.held?.opening.id).toBe(second?.id);
    expect(caller.call.ledger.liveHolds).toHaveLength(1);
  });

  test("while nothing is said, the older question stands", async () => {
    const caller = await at("readBack");
    await caller.says("hold on a second");
    await caller.listens();
    await caller.says("yes that's right", { afterMs: 5_000 });
    expect(caller.playing[0]).toMatch(/^You're booked/);
  });

  test("after its first words, a yes is an answer", async () => {
    const caller = await at("readBack");
    await caller.says("yes");
    await caller.hears();
    await caller.hears(20);
    await caller.says("yes");
    expect(caller.call.state.dialogue.aim).toEqual({ kind: "wish" });
  });
});
