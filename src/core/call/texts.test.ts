// Texts: asked for when a time stands, once, and kept in the caller's own words; taken back at any time.
import { describe, expect, test } from "vitest";
import { hide } from "../values/private.ts";
import { answerUntil, play, type Script } from "./testing/answers.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic, textingClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const practice = textingClinic;
/** Somebody new who has just heard that they are booked, and the question that follows. */
const booked = async () => answerUntil(await TypedCall.answered({ practice }), "ask:texts");

describe("after a booking", () => {
  test("the booking stands before anything is asked, and the question names the number's end", async () => {
    const call = await booked();
    expect(call.purposes).toEqual(["booked", "ask:texts"]);
    expect(call.booking).toMatchObject({ messages: ["email"] });
    expect(call.words.at(-1)).toContain("the number ending in zero one two three?");
  });

  test("yes: texted about, and kept word for word", async () => {
    const call = await booked();
    await call.type("sure, go ahead");
    expect(call.purposes).toEqual(["ask:anythingElse"]);
    expect(call.said).toContain("the text is on its way");
    expect(call.ledger.bookings[0]?.messages).toEqual(["email", "text"]);
    expect(call.ledger.consents).toMatchObject([
      { to: "texts", given: true, words: { answered: "sure, go ahead" } },
    ]);
    expect(call.ledger.consents[0]?.words?.asked).toContain("May we text you");
  });

  const unanswered: Script = [
    ["what is your address?", "ask:anythingElse"],
    ["that's all", "goodbye"],
    ["I'd like to leave a message for Dr. Garcia", "ask:messageText"],
    ["can I cancel my appointment", "ask:reason"],
  ];
  test.each(unanswered)('"%s" is no answer, and leads on', async (line, purpose) => {
    const call = await booked();
    await call.type(line);
    expect(call.purpose).toBe(purpose);
    expect(call.ledger.consents).toEqual([]);
    expect(call.ledger.bookings[0]?.messages).toEqual(["email"]);
  });

  const refused: Script = [
    ["no", "ask:anythingElse"],
    ["no thanks, goodbye", "goodbye"],
  ];
  test.each(refused)('"%s" is a no that is kept', async (line, purpose) => {
    const call = await booked();
    await call.type(line);
    expect(call.purpose).toBe(purpose);
    expect(call.ledger.consents).toMatchObject([{ to: "texts", given: false, words: { answered: line } }]);
    expect(call.ledger.bookings[0]?.messages).toEqual(["email"]);
  });

  test("what is not understood is asked once more and then left", async () => {
    const call = await booked();
    const script: Script = [
      ["purple monkey dishwasher", "noMatch:texts"],
      ["purple monkey dishwasher", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.ledger.consents).toEqual([]);
  });

  test("an answer that cannot be kept is said so, and the booking stands", async () => {
    const call = await booked();
    call.ledger.instead.push({ kind: "answerTexts", outcome: { kind: "failed", retryable: false } });
    await call.type("yes");
    expect(call.said).toContain("I couldn't do that");
    expect(call.purpose).toBe("ask:anythingElse");
    expect(call.ledger.bookings[0]?.state).toBe("booked");
  });
});

test("a booking that is moved asks too, after the move", async () => {
  const call = await TypedCall.answered({ practice });
  await bookedBefore(call, ["2026-03-05"]);
  await call.types("I need to reschedule my appointment", "Maria Lopez", "March 5th 1985");
  await call.types("next Tuesday", "the first one", "yes");
  expect(call.purposes).toEqual(["rescheduled", "ask:texts"]);
  await call.type("yes please");
  expect(call.ledger.bookings[0]?.messages).toContain("text");
});

describe("is not asked", () => {
  const said = (given: boolean) =>
    ["+15035550123", { to: "texts", given }, { call: "call-0", request: 1 }] as const;

  test.each([true, false])("whoever has answered %j before", async (given) => {
    const call = await TypedCall.answered({ practice });
    const [phone, consent, key] = said(given);
    await call.ledger.port.recordConsent(practice.id, hide(phone), consent, key);
    await answerUntil(call, "ask:anythingElse");
    expect(call.ledger.bookings[0]?.messages).toEqual(given ? ["email", "text"] : ["email"]);
    expect(call.requests.map(({ request }) => request.kind)).not.toContain("answerTexts");
  });

  test("anybody, where the practice sends no texts", async () => {
    const call = await answerUntil(await TypedCall.answered({ practice: demoClinic }), "ask:anythingElse");
    expect(call.ledger.consents).toEqual([]);
  });
});

describe("stop texting me", () => {
  test("at the beginning of a call", async () => {
    const call = await TypedCall.answered({ practice, from: "+15035550123" });
    const script: Script = [
      ["please stop texting me", "ask:phone"],
      ["yes", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.purposes).toEqual(["textsAnswered", "ask:anythingElse"]);
    expect(call.ledger.consents).toMatchObject([
      {
        to: "texts",
        given: false,
        phone: expect.stringContaining("5035550123"),
        words: { answered: "please stop texting me" },
      },
    ]);
  });

  test("in the call in which they were agreed to", async () => {
    const call = await booked();
    await call.types("yes", "actually, don't text me");
    expect(await call.ledger.port.consent(practice.id, hide("+15035550123"), "texts")).toBe(false);
  });
});
