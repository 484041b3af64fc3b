import { describe, expect, test } from "vitest";
import { hide } from "../values/private.ts";
import { answers, answerUntil } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const answered = (practice = demoClinic) => TypedCall.answered({ practice });
const failed = { kind: "failed", retryable: true } as const;

describe("hanging up", () => {
  for (const purpose of Object.keys(answers))
    test(`at ${purpose} leaves no time reserved and books nothing more`, async () => {
      const call = await answerUntil(await answered(), purpose);
      const before = call.ledger.bookings.length;
      await call.hangsUp();
      expect(call.end).toBe("callerHungUp");
      expect(call.ledger.liveHolds).toEqual([]);
      expect(call.ledger.bookings).toHaveLength(before);
    });

  test("while a time is being reserved gives it back when it comes", async () => {
    const call = await answerUntil(await answered(), "offerTimes");
    call.replies = "held";
    await call.type("the first one");
    await call.hangsUp();
    call.replies = "atOnce";
    await call.settle();
    expect(call.requests.at(-1)?.request.kind).toBe("release");
    expect(call.ledger.liveHolds).toEqual([]);
  });

  test("in the middle of an answer keeps what was said of it", async () => {
    const call = await answered();
    await call.gets({ kind: "speechStarted", at: call.now });
    call.pass(500);
    await call.gets({ kind: "speechStopped", at: call.now, silentSince: call.now });
    call.pass(1000);
    const piece = { utterance: 1, confidence: 0.9 } as const;
    const said = { text: hide("i would like"), alternatives: hide([]) };
    await call.gets({ kind: "transcribed", at: call.now, ...piece, ...said, final: true });
    // A deadline that is due just then is not served any more.
    await call.gets({ kind: "hungUp", at: call.now + 5000 });
    const lines = call.state.history.filter(({ by }) => by === "caller");
    expect(lines.map(({ text }) => text.reveal())).toEqual(["i would like"]);
  });

  test("while the booking is on its way lets it arrive", async () => {
    const call = await answerUntil(await answered(), "readBack");
    call.replies = "held";
    await call.type("yes");
    await call.hangsUp();
    call.replies = "atOnce";
    await call.settle();
    expect(call.ledger.bookings).toHaveLength(1);
    expect(call.booking?.confirmation).toBe(call.ledger.bookings[0]?.confirmation);
  });

  test("while a booking is on its way that then fails gives its time back", async () => {
    const call = await answerUntil(await answered(), "readBack");
    call.replies = "held";
    await call.type("yes");
    await call.hangsUp();
    call.ledger.instead.push({ kind: "book", outcome: failed });
    call.replies = "atOnce";
    await call.settle();
    expect(call.ledger.bookings).toEqual([]);
    expect(call.ledger.liveHolds).toEqual([]);
  });
});

test("a time that comes when a ticket is on its way instead is given back", async () => {
  const call = await answerUntil(await answered({ ...demoClinic, transferTo: null }), "offerTimes");
  call.replies = "held";
  await call.types("the first one", "can I talk to a real person");
  expect(call.requests.at(-1)?.request.kind).toBe("takeTicket");
  call.replies = "atOnce";
  await call.settle();
  expect(call.end).toBe("ticketTaken");
  expect(call.ledger.liveHolds).toEqual([]);
});

describe("a transfer that nobody takes", () => {
  test("is told to the caller, who leaves a message instead", async () => {
    const call = await answerUntil(await answered(), "ask:payer");
    await call.type("can I talk to a real person");
    expect(call.end).toBe("transferred");
    await call.gets({ kind: "transferFailed", at: 600_000 });
    expect([call.end, call.purpose]).toEqual([null, "ask:phone"]);
    expect(call.said).toContain("somebody will call you back");
    await call.type("503 555 0123");
    expect([call.end, call.purpose]).toEqual(["ticketTaken", "ticketTaken"]);
    expect(call.ledger.tickets).toMatchObject([{ about: "callerAsked", phone: "+15035550123" }]);
  });

  test("counts for nothing when none was asked for, or when the caller has hung up", async () => {
    const call = await answerUntil(await answered(), "ask:payer");
    const before = call.state.dialogue;
    await call.gets({ kind: "transferFailed", at: 0 });
    expect(call.state.dialogue).toEqual(before);
    await call.hangsUp();
    await call.gets({ kind: "transferFailed", at: 0 });
    expect(call.end).toBe("callerHungUp");
  });
});

describe("a world that fails", () => {
  test("the booking is sent again under its own number, and booked once", async () => {
    const call = await answerUntil(await answered(), "readBack");
    call.ledger.instead.push({ kind: "book", outcome: failed });
    await call.type("yes");
    expect(call.purposes).toEqual([]);
    call.pass(2_000);
    await call.settle();
    expect(call.purposes).toContain("booked");
    const numbers = call.requests.filter(({ request }) => request.kind === "book").map(({ id }) => id);
    expect(new Set(numbers).size).toBe(1);
    expect(call.ledger.bookings).toHaveLength(1);
  });

  test("a booking that cannot be made is spoken about, and a person takes over", async () => {
    const call = await answerUntil(await answered(), "readBack");
    call.ledger.instead.push({ kind: "book", outcome: { kind: "failed", retryable: false } });
    await call.type("yes");
    expect(call.said).toContain("couldn't complete your booking");
    expect(call.said).not.toMatch(/you're booked/i);
    expect(call.end).toBe("transferred");
  });

  test("a database that is away for ten seconds is waited for", async () => {
    const call = await answerUntil(await answered(), "ask:doctor");
    const kind = "findOpenings";
    call.ledger.instead.push({ kind, outcome: failed }, { kind, outcome: failed }, { kind, outcome: failed });
    await call.type("Dr. Garcia");
    for (let second = 0; second < 12; second++) {
      call.pass(1_000);
      await call.settle();
    }
    expect(call.purpose).toBe("offerTimes");
  });

  test("a slow reply is excused in a word, once, and then in others when it gets long", async () => {
    const call = await answerUntil(await answered(), "ask:doctor");
    call.replies = "held";
    await call.type("Dr. Garcia");
    call.pass(690);
    expect(call.words).toEqual([]);
    call.pass(20);
    expect(call.purposes).toEqual(["oneMoment"]);
    call.pass(8_000);
    expect(call.purposes).toEqual(["oneMoment"]);
    call.pass(1_000);
    expect(new Set(call.words).size).toBe(2);
    call.replies = "atOnce";
    await call.settle();
    expect(call.purpose).toBe("offerTimes");
  });

  test("a wait for several replies is one wait, and the next one is excused in other words", async () => {
    const call = await answerUntil(await answered(), "ask:doctor");
    const excuses: string[] = [];
    const slowly = async (line: string) => {
      call.replies = "held";
      await call.type(line);
      call.pass(1_000);
      excuses.push(call.said);
      call.replies = "atOnce";
      await call.settle();
    };
    await slowly("Dr. Garcia");
    await slowly("the first one");
    expect(new Set(excuses).size).toBe(2);
    expect(excuses).not.toContain("");
  });

  test("what is looked up while the caller is asked something else needs no excuse, and none is repeated on request", async () => {
    const call = await answerUntil(await answered(), "ask:address");
    call.replies = "held";
    await call.type("350 Oak Street, Portland, Oregon 97205");
    call.pass(3_000);
    expect(call.purposes).toEqual(["ask:phone"]);
    call.replies = "atOnce";
    await call.settle();
    await answerUntil(call, "ask:doctor");
    call.replies = "held";
    await call.type("Dr. Garcia");
    call.pass(1_000);
    call.replies = "atOnce";
    await call.settle();
    await call.type("can you repeat that");
    expect(call.purposes).toEqual(["offerTimes"]);
  });

  test("people who cannot be looked up are treated as new", async () => {
    const call = await answerUntil(await answered(), "ask:dateOfBirth");
    call.ledger.instead.push({ kind: "identify", outcome: { kind: "failed", retryable: false } });
    await call.type("March 5th 1985");
    expect(call.purpose).toBe("ask:payer");
  });

  test("a ticket that cannot be taken is not promised", async () => {
    const call = await answered({ ...demoClinic, transferTo: null });
    call.ledger.instead.push({ kind: "takeTicket", outcome: { kind: "failed", retryable: false } });
    await call.types("I want to talk to a person", "503 555 0123");
    expect(call.said).toContain("can't take a message");
    expect(call.end).toBe("fault");
  });
});
