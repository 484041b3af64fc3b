// Messages, call-backs, lists and questions: each row is what is typed and the purpose of what is said last.
import { describe, expect, test } from "vitest";
import { answerUntil, play, type Script } from "./testing/answers.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const answered = (from: string | null = null) => TypedCall.answered({ practice: demoClinic, from });

describe("several wishes in one breath", () => {
  const all: readonly (readonly [line: string, ...tasks: string[]])[] = [
    ["I need to cancel my appointment and leave a message for Dr. Chen", "cancel", "message"],
    ["stop calling me and also cancel my appointment", "stopCalling", "cancel"],
    ["I'd like to confirm my appointment and then book a physical for my son", "confirm", "book"],
    ["I need to cancel and reschedule my appointment", "reschedule"],
    ["I can't make my appointment and I need to reschedule", "reschedule"],
    ["can I leave a message and have somebody call me back", "message"],
    ["I have a cough and a fever and I need an appointment", "book"],
  ];
  for (const [line, first, ...later] of all)
    test(`"${line}"`, async () => {
      const call = await answered("+15035550177");
      await call.type(line);
      const { task, paused } = call.state.dialogue;
      expect([task, ...paused.map((one) => one.task)]).toEqual([first, ...later]);
    });

  test("the second is asked about when the first is done", async () => {
    const call = await answered("+15035550123");
    await bookedBefore(call, ["2026-03-05"]);
    await call.type("I need to cancel my appointment and leave a message for Dr. Chen");
    const script: Script = [
      ["Maria Lopez", "ask:dateOfBirth"],
      ["March 5th 1985", "ask:reason"],
      ["I feel better", "ask:agree"],
      ["yes", "ask:resume"],
      ["yes", "ask:messageText"],
    ];
    expect(await play(call, script)).toEqual(script);
  });
});

describe("a message", () => {
  test("may be for anybody whom messages can be for, and the recognizer knows their names", async () => {
    const call = await answered();
    await call.types("I'd like to leave a message");
    const listening = call.effects.findLast((effect) => effect.kind === "listenFor");
    expect(listening?.expectation.choices.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["chen", "delgado", "any"]),
    );
  });

  test("for a named person", async () => {
    const call = await answered("+15035550177");
    const script: Script = [
      ["I'd like to leave a message for Dr. Garcia", "ask:messageText"],
      ["please tell her that the new medicine works well and I want to cancel my appointment", "ask:name"],
      ["Maria Lopez", "ask:phone"],
      ["yes", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.purposes).toEqual(["ticketTaken", "ask:anythingElse"]);
    expect(call.said).toContain("passed your message on to Dr. Elena Garcia");
    expect(call.ledger.tickets).toHaveLength(1);
  });

  test("a second one, in the middle of something else, is a new one", async () => {
    const call = await answered("+15035550177");
    const script: Script = [
      ["I have a sore throat", "ask:duration"],
      ["I'd like to leave a message for Dr. Garcia", "ask:messageText"],
      ["please tell her that the new medicine works well", "ask:name"],
      ["Maria Lopez", "ask:phone"],
      ["yes", "ask:resume"],
      ["yes", "ask:duration"],
      ["can I leave another message", "ask:staff"],
      ["Dr. Chen", "ask:messageText"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.ledger.tickets).toHaveLength(1);
  });

  for (const late of ["I'm running ten minutes late for my appointment", "I'll be a little late"])
    test(`"${late}" is one already`, async () => {
      const call = await answered("+15035550177");
      await call.types(late, "Maria Lopez", "yes");
      expect(call.purposes).toEqual(["ticketTaken", "ask:anythingElse"]);
      expect(JSON.stringify(call.ledger.tickets.map(({ message }) => message))).toContain("late");
    });

  for (const wish of ["I need my test results", "I'm calling for my lab results", "are my results in yet?"])
    test(`"${wish}" is one for the team`, async () => {
      const call = await answered("+15035550177");
      await call.types(wish, "Maria Lopez", "yes");
      expect(call.purposes).toEqual(["ticketTaken", "ask:anythingElse"]);
      expect(JSON.stringify(call.ledger.tickets.map(({ message }) => message))).toContain("results");
    });

  test("results that Dr. Chen has are one for Dr. Chen", async () => {
    const call = await answered("+15035550177");
    await call.types("I need my test results from Dr. Chen", "Maria Lopez", "yes");
    expect(call.ledger.tickets[0]?.to).toBe("chen");
  });

  for (const wish of [
    "I need an appointment to go over my test results",
    "I'd like to come in and discuss my lab results",
  ])
    test(`"${wish}" is a visit`, async () => {
      const call = await answered();
      await call.type(wish);
      expect(call.purpose).toBe("ask:seenBefore");
    });

  test("for anyone", async () => {
    const call = await answered("+15035550177");
    await call.types(
      "can I leave a message?",
      "anyone is fine",
      "I will be ten minutes late today",
      "Maria Lopez",
      "yes",
    );
    expect(call.said).toContain("passed your message on to the team");
  });
});

test("a call back is promised once the ticket is taken, and the call goes on", async () => {
  const call = await answered("+15035550177");
  await call.types("can somebody call me back please", "yes");
  expect(call.purposes).toEqual(["ticketTaken", "ask:anythingElse"]);
  expect(call.ledger.tickets).toHaveLength(1);
});

test("whoever does not want to be called is taken off the list, and hears it to the end", async () => {
  const call = await answered("+15035550177");
  await call.types("please stop calling me", "yes");
  expect(call.purposes).toEqual(["callingStopped"]);
  expect(call.end).toBe("stopCalling");
});

describe("the next opening", () => {
  test("is told before anything personal is asked, and may be booked", async () => {
    const call = await answered();
    await call.type("when is your next available appointment?");
    expect(call.purpose).toBe("ask:complaint");
    await call.types("a sore throat", "no");
    expect(call.purpose).toBe("offerTimes");
    await call.type("the first one");
    expect(call.ledger.liveHolds).toHaveLength(1);
    await answerUntil(call, "readBack");
    await call.type("yes");
    expect(call.ledger.bookings).toHaveLength(1);
  });
});

describe("the waiting list", () => {
  test("on request", async () => {
    const call = await answered("+15035550177");
    await call.type("can you put me on the waiting list for Dr. Garcia?");
    await answerUntil(call, "ask:phone");
    await call.type("yes");
    await answerUntil(call, "ask:anythingElse");
    expect(call.ledger.waitlist).toHaveLength(1);
  });

  test("when there is nothing at all, with what is known already", async () => {
    const call = await answerUntil(await answered("+15035550177"), "ask:doctor");
    const none = { kind: "findOpenings", outcome: { kind: "openings", openings: [] } } as const;
    call.ledger.instead.push(none, none, none, none);
    await call.type("Dr. Garcia");
    expect(call.purpose).toBe("ask:waitlist");
    await call.type("yes please");
    expect(call.purposes).toEqual(["waiting", "ask:anythingElse"]);
    expect(call.ledger.waitlist).toHaveLength(1);
  });
});

describe("questions", () => {
  const facts: readonly (readonly [question: string, answer: RegExp])[] = [
    ["what are your hours today?", /Today we are open|We are open Monday/],
    ["are you open on Saturday?", /On Saturday, March seventh we are open from nine/],
    [
      "are you open on Saturdays?",
      /We are open Saturday from nine in the morning to one in the afternoon\. /,
    ],
    ["are you open on Sundays?", /We are closed on Sunday\. /],
    ["are you open on Mondays and Wednesdays?", /We are open Monday from .* Wednesday from/],
    ["are you open on weekends?", /We are open Saturday from nine/],
    ["are you open tomorrow?", /Tomorrow, Tuesday, March third, we are open from eight/],
    ["are you open on Sunday?", /On Sunday, March eighth we are closed/],
    ["where are you located?", /240 Oak Street/],
    ["how do I get there?", /across from the public library/],
    ["where can I park?", /garage/],
    ["how much is a visit?", /between 120 and 180 dollars/],
    ["what should I bring?", /photo ID/],
    ["what insurance do you take?", /Aetna/],
    ["do you take Cigna?", /Yes, we take Cigna/],
    ["what services do you offer?", /We offer a new-patient visit/],
    ["is this Dr. Smith's office?", /assistant of Willow Creek Clinic/],
  ];
  for (const [question, answer] of facts)
    test(`"${question}" is answered, and the call goes on`, async () => {
      const call = await answered();
      await call.type(question);
      expect(call.said).toMatch(answer);
      expect(call.purpose).toBe("howCanIHelp");
      await call.type("no, that's all");
      expect(call.end).toBe("done");
    });

  test("whoever has the wrong number hears whom they have called", async () => {
    const call = await answered();
    await call.type("oh sorry, wrong number");
    expect(call.said).toContain("Willow Creek Clinic");
    expect(call.end).toBe("done");
  });
});

describe("another task in the middle", () => {
  test("a question: the booking continues where it was", async () => {
    const call = await answerUntil(await answered(), "ask:payer");
    await call.type("actually, first, are you open Saturday?");
    expect(call.said).toContain("Saturday");
    expect(call.purpose).toBe("ask:payer");
    await call.type("Aetna");
    expect(call.purpose).toBe("ask:memberId");
  });

  test("a cancellation: afterwards the booking is offered again and goes on", async () => {
    const call = await answered();
    await bookedBefore(call, ["2026-03-05"]);
    await answerUntil(call, "ask:payer");
    const script: Script = [
      ["wait, I also need to cancel my appointment on Thursday", "ask:reason"],
      ["skip", "ask:agree"],
      ["yes", "ask:resume"],
      ["yes", "ask:payer"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.ledger.bookings[0]?.state).toBe("cancelled");
    await answerUntil(call, "readBack");
    await call.type("yes");
    expect(call.ledger.bookings.filter(({ state }) => state === "booked")).toHaveLength(1);
  });

  test("a held time stays held meanwhile, and is given back when nobody goes on", async () => {
    const call = await answerUntil(await answered(), "readBack");
    expect(call.ledger.liveHolds).toHaveLength(1);
    await call.type("can I leave a message for Dr. Chen first?");
    await call.type("I will call her again tomorrow");
    expect(call.purpose).toBe("ask:resume");
    expect(call.ledger.liveHolds).toHaveLength(1);
    await call.type("no thank you");
    expect(call.purpose).toBe("ask:anythingElse");
    expect(call.ledger.liveHolds).toEqual([]);
  });

  test("cancel alone asks what is meant", async () => {
    const call = await answered();
    await bookedBefore(call, ["2026-03-05"]);
    await answerUntil(call, "ask:payer");
    await call.type("actually I want to cancel");
    expect(call.purpose).toBe("ask:reallyStop");
    await call.type("I mean my appointment on Thursday");
    expect(call.purpose).toBe("ask:reason");
  });

  test("emergency words come before every task", async () => {
    for (const wish of ["cancel my appointment", "I want to leave a message", "please call me back"]) {
      const call = await answered();
      await call.types(wish, "wait, I have crushing chest pain");
      expect(call.purposes[0]).toBe("emergency");
    }
  });
});
