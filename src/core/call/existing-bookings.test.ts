// What callers do with appointments that they have: each row is what is typed and the purpose of what is said last.
import { describe, expect, test } from "vitest";
import type { Outcome } from "../dialogue/requests.ts";
import { play, type Script } from "./testing/answers.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const thursday = "2026-03-05";
const tuesday = "2026-03-10";

async function callOf(...days: readonly string[]): Promise<TypedCall> {
  const call = await TypedCall.answered({ practice: demoClinic });
  await bookedBefore(call, days);
  return call;
}

const local = (start: number) =>
  Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(demoClinic.timeZone);
const upcoming = (call: TypedCall) =>
  call.ledger.bookings
    .filter(({ state }) => state !== "cancelled")
    .map(({ start }) => local(start).toPlainDate().toString());

/** Who they are. */
const verified: Script = [
  ["Maria Lopez", "ask:dateOfBirth"],
  ["March 5th 1985", ""],
];
const thenAsked = (purpose: string): Script => [...verified.slice(0, -1), ["March 5th 1985", purpose]];

describe("reschedule", () => {
  for (const wish of [
    "I need to reschedule my appointment",
    "I need to reschedule my service",
    "can I move my appointment to another day",
    "I can't make my appointment on Thursday",
    "I'd like to change my appointment",
  ])
    test(`"${wish}": who, another time, read back, moved under the same number`, async () => {
      const call = await callOf(thursday);
      const before = call.ledger.bookings[0];
      const script: Script = [
        [wish, "ask:name"],
        ...thenAsked("offerTimes"),
        ["the second one", "readBack"],
        ["yes", "ask:anythingElse"],
        ["no thanks", "goodbye"],
      ];
      expect(await play(call, script)).toEqual(script);
      expect(call.ledger.bookings).toHaveLength(1);
      expect(call.ledger.bookings[0]?.start).not.toBe(before?.start);
      expect(call.ledger.bookings[0]?.confirmation).toBe(before?.confirmation);
      expect(call.requests.map(({ request }) => request.kind)).not.toContain("book");
      expect(call.ledger.liveHolds).toEqual([]);
    });

  test("the outcome is told from the ledger's reply, with the number", async () => {
    const call = await callOf(thursday);
    await call.types("I need to reschedule", "Maria Lopez", "March 5th 1985", "the first one");
    expect(call.said).toMatch(/Your office visit, Thursday.* moves to .*Dr\. Elena Garcia/);
    await call.type("yes");
    expect(call.purposes).toEqual(["rescheduled", "ask:anythingElse"]);
    expect(call.said).toMatch(/Your office visit is now .*confirmation number is still .* as in/);
  });

  test("the day to move to can be said at once", async () => {
    const call = await callOf(thursday);
    await call.types("can I move my appointment to next Tuesday?", "Maria Lopez", "March 5th 1985");
    expect(call.purpose).toBe("offerTimes");
    for (const { start } of call.state.dialogue.negotiation.offers ?? [])
      expect(local(start).dayOfWeek).toBe(2);
  });

  test("never mind: the old time stays, and none is held", async () => {
    const call = await callOf(thursday);
    await call.types(
      "reschedule my appointment",
      "Maria Lopez",
      "March 5th 1985",
      "the first one",
      "never mind, keep it",
    );
    expect(call.said).toContain("stays as it is");
    expect(upcoming(call)).toEqual([thursday]);
    expect(call.ledger.liveHolds).toEqual([]);
  });

  test("where no time suits, the waiting list keeps the old one meanwhile", async () => {
    const call = await callOf(thursday);
    await call.types(
      "reschedule my appointment",
      "Maria Lopez",
      "March 5th 1985",
      "none of those",
      "no",
      "I don't know",
    );
    expect(call.purpose).toBe("ask:waitlist");
    await call.types("yes", "yes", "yes");
    expect(call.purposes).toEqual(["waiting", "ask:anythingElse"]);
    expect(upcoming(call)).toEqual([thursday]);
  });

  test("the day of the appointment names it, and is no wish", async () => {
    const call = await callOf(thursday, tuesday);
    await call.types("I need to reschedule my appointment on Thursday", "Maria Lopez", "March 5th 1985");
    expect(call.purpose).toBe("offerTimes");
    await call.types("the first one", "yes");
    expect(upcoming(call)).toHaveLength(2);
    expect(upcoming(call)).toContain(tuesday);
  });
});

describe("cancel", () => {
  test("who, why, a yes, cancelled; the time is free again", async () => {
    const call = await callOf(thursday);
    const script: Script = [
      ["I'd like to cancel my appointment", "ask:name"],
      ...thenAsked("ask:reason"),
      ["I have to work that day", "ask:agree"],
      ["yes", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.purposes).toEqual(["cancelled", "ask:anythingElse"]);
    expect(call.said).toMatch(/Your office visit, Thursday, March fifth.* is cancelled/);
    expect(call.ledger.bookings[0]).toMatchObject({ state: "cancelled", reason: "I have to work that day" });
  });

  test("whoever has nothing left and asks again and again to move it is told so each time, and no time is held", async () => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip", "yes");
    for (const _ of ["once", "twice"]) {
      await call.type("I need to reschedule my appointment");
      expect([call.purpose, call.ledger.liveHolds.length]).toEqual(["ask:anythingElse", 0]);
    }
  });

  test("nobody has to say why", async () => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "I'd rather not say", "yes");
    expect(call.ledger.bookings[0]).toMatchObject({ state: "cancelled", reason: null });
  });

  const reasons: readonly (readonly [said: string, purpose: string])[] = [
    ["I can't come", "ask:agree"],
    ["I can't make it that day", "ask:agree"],
    ["I have to cancel because of work", "ask:agree"],
    ["never mind", "ask:reallyStop"],
    ["hold on", "wait"],
    ["goodbye", "goodbye"],
  ];
  test.for(reasons)('to "may I ask why?" "%s" leads to %s', async ([said, purpose]) => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", said);
    expect(call.purpose).toBe(purpose);
  });

  test("a reason told with the wish is not asked for again", async () => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment because I have a fever", "Maria Lopez", "March 5th 1985");
    expect(call.purpose).toBe("ask:agree");
    await call.type("yes");
    expect(call.ledger.bookings[0]?.reason).toBe("I have a fever");
  });

  for (const no of ["no", "no that's not right", "wait, no, that's wrong", "I'd rather keep it"])
    test(`"${no}" is never yes`, async () => {
      const call = await callOf(thursday);
      await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip", no);
      expect(upcoming(call)).toEqual([thursday]);
    });

  test("the other one too", async () => {
    const call = await callOf(thursday, tuesday);
    await call.types("cancel my appointment on Thursday", "Maria Lopez", "March 5th 1985", "skip", "yes");
    await call.types("the other one too please", "skip", "yes");
    expect(upcoming(call)).toEqual([]);
  });

  test("a no leaves it as it is", async () => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip", "no, don't");
    expect(call.said).toContain("stays as it is");
    expect(call.purpose).toBe("ask:anythingElse");
    expect(upcoming(call)).toEqual([thursday]);
  });

  test("which of several is asked, and a choice or a day tells", async () => {
    for (const [answer, left] of [
      ["the second one", thursday],
      ["the one on Thursday", tuesday],
    ] as const) {
      const call = await callOf(thursday, tuesday);
      await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985");
      expect(call.purpose).toBe("ask:booking");
      await call.types(answer, "skip", "yes");
      expect(upcoming(call)).toEqual([left]);
    }
  });

  test("another time instead is as good an answer", async () => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip");
    await call.type("could I have another time instead?");
    expect(call.purpose).toBe("offerTimes");
    await call.types("the first one", "yes");
    expect(upcoming(call)).toHaveLength(1);
  });
});

describe("confirm", () => {
  for (const wish of [
    "I'd like to confirm my appointment",
    "when is my appointment?",
    "do I have an appointment?",
  ])
    test(`"${wish}": it is told, and a yes confirms it`, async () => {
      const call = await callOf(thursday);
      await call.types(wish, "Maria Lopez", "March 5th 1985");
      expect(call.purpose).toBe("ask:agree");
      expect(call.said).toMatch(/I have your office visit, Thursday, March fifth/);
      await call.type("yes I'll be there");
      expect(call.purposes).toEqual(["confirmed", "ask:anythingElse"]);
      expect(call.ledger.bookings[0]?.state).toBe("confirmed");
    });

  test("a no leads to another time, or to a cancellation", async () => {
    for (const [answer, purpose] of [
      ["another time please", "offerTimes"],
      ["cancel it", "ask:reason"],
      ["leave it as it is", "ask:anythingElse"],
    ] as const) {
      const call = await callOf(thursday);
      await call.types("I'm calling to confirm my appointment", "Maria Lopez", "March 5th 1985", "no");
      expect(call.purpose).toBe("ask:instead");
      await call.type(answer);
      expect(call.purpose).toBe(purpose);
      expect(upcoming(call)).toEqual([thursday]);
    }
  });
});

describe("who it is", () => {
  test("nothing is said of an appointment before the proof", async () => {
    const call = await callOf(thursday);
    await call.types("when is my appointment?", "Maria Lopez", "March 6th 1985");
    expect(call.words.join(" ")).not.toMatch(/Thursday|Garcia/);
    expect(call.said).toContain("can't find anyone");
    expect(call.purpose).toBe("ask:name");
  });

  test("a second try helps, in another way of asking", async () => {
    const call = await callOf(thursday);
    await call.types("when is my appointment?", "Maria Lopes", "March 5th 1985");
    expect(call.said).toContain("spell");
    await call.types("M A R I A, L O P E Z");
    if (call.purpose === "confirm:name") await call.type("yes");
    await call.type("March 5th 1985");
    expect(call.purpose).toBe("ask:agree");
  });

  test("three failures lead to a person", async () => {
    const call = await callOf(thursday);
    await call.type("cancel my appointment");
    for (const name of ["Anna Smith", "Ana Smith", "Hannah Smith"]) {
      await call.type(name);
      if (call.purpose === "confirm:name") await call.type("yes");
      await call.type("April 6th 1990");
    }
    expect(call.said).toContain("somebody else will have to help you");
    expect(call.end).toBe("transferred");
  });

  test("once is enough for several tasks", async () => {
    const call = await callOf(thursday, tuesday);
    await call.types("cancel my appointment on Thursday", "Maria Lopez", "March 5th 1985", "skip", "yes");
    await call.type("and I'd like to reschedule my other appointment");
    expect(call.purpose).toBe("offerTimes");
    await call.types("the first one", "yes");
    expect(upcoming(call)).toHaveLength(1);
  });

  test("without any appointment the caller is told so", async () => {
    const call = await callOf(thursday);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip", "yes");
    await call.type("cancel my other appointment too");
    expect(call.said).toContain("can't find any upcoming appointment");
    expect(call.purpose).toBe("ask:anythingElse");
  });
});

describe("what the ledger refuses is spoken about", () => {
  test("gone: changed by staff meanwhile, looked up anew", async () => {
    const call = await callOf(thursday);
    call.ledger.instead.push({ kind: "cancelBooking", outcome: { kind: "gone" } });
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip", "yes");
    expect(call.said).toContain("has been changed in the meantime");
    expect(call.purpose).toBe("ask:agree");
    await call.type("yes");
    expect(upcoming(call)).toEqual([]);
  });

  test("taken, when the new time is lost at the last moment", async () => {
    const call = await callOf(thursday);
    call.ledger.instead.push({ kind: "reschedule", outcome: { kind: "taken" } });
    await call.types("reschedule my appointment", "Maria Lopez", "March 5th 1985", "the first one", "yes");
    expect(call.said).toContain("just been taken");
    expect(call.purpose).toBe("offerTimes");
    expect(upcoming(call)).toEqual([thursday]);
    await call.types("the first one", "yes");
    expect(upcoming(call)).toHaveLength(1);
  });

  test("expired, when the caller thinks for long: held anew without a word", async () => {
    const call = await callOf(thursday);
    await call.types("reschedule my appointment", "Maria Lopez", "March 5th 1985", "the first one");
    call.ledger.expireHolds();
    await call.type("yes");
    expect(call.purposes).toEqual(["rescheduled", "ask:anythingElse"]);
  });

  test("notAllowed: the proof is asked for once more", async () => {
    const call = await callOf(thursday);
    call.ledger.instead.push({ kind: "listBookings", outcome: { kind: "notAllowed" } });
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985");
    expect(call.purpose).toBe("ask:name");
  });

  test("locked: a person takes over", async () => {
    const call = await callOf(thursday);
    call.ledger.instead.push({ kind: "identify", outcome: { kind: "locked" } });
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985");
    expect(call.end).toBe("transferred");
  });

  test("ambiguous: a person takes over", async () => {
    const call = await callOf(thursday);
    call.ledger.instead.push({ kind: "identify", outcome: { kind: "ambiguous" } });
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985");
    expect(call.end).toBe("transferred");
  });

  test("failed: said honestly, and a person takes over", async () => {
    const call = await callOf(thursday);
    call.ledger.instead.push({ kind: "cancelBooking", outcome: { kind: "failed", retryable: false } });
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "skip", "yes");
    expect(call.said).toContain("I couldn't do that");
    expect(call.end).toBe("transferred");
    expect(upcoming(call)).toEqual([thursday]);
  });
});

test("a look-up for a task that is done meanwhile says nothing when it fails", async () => {
  const call = await callOf(thursday);
  await call.types("I want to confirm my appointment", "Maria Lopez", "March 5th 1985");
  call.replies = "held";
  await call.types("yes", "go back", "March 5th 1985");
  const [confirming, identifying] = call.requests.slice(-2);
  expect([confirming?.request.kind, identifying?.request.kind]).toEqual(["confirmBooking", "identify"]);
  const booking = call.ledger.bookings[0] as (typeof call.ledger.bookings)[0];
  const answers = (id = 0, outcome: Outcome) =>
    call.gets({ kind: "replied", at: call.now, request: id, outcome });
  await answers(confirming?.id, { kind: "confirmed", booking });
  expect(call.purpose).toBe("ask:anythingElse");
  await answers(identifying?.id, { kind: "failed", retryable: false });
  expect(call.purpose).toBe("ask:anythingElse");
  expect(call.said).not.toMatch(/calendar/);
});
