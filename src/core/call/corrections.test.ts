import { describe, expect, test } from "vitest";
import { answerUntil, play } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const at = async (purpose: string) =>
  answerUntil(await TypedCall.answered({ practice: demoClinic }), purpose);

test("the last answer is put right in the same breath as a no", async () => {
  const call = await at("ask:email");
  await call.type("no, my phone number is 503 555 0199");
  expect(call.fields["phone"]).toBe("+15035550199");
  expect(call.purpose).toBe("ask:email");
});

test("an earlier answer is put right in the middle", async () => {
  const call = await at("ask:payer");
  await call.type("sorry, my name is Maria Gomez");
  expect(call.fields["name"]).toBe("Maria Gomez");
  expect(call.purpose).toBe("ask:payer");
});

test("a no that puts an earlier answer right says nothing of insurance", async () => {
  const call = await at("ask:payer");
  await call.type("sorry, that was wrong, my date of birth is April 6th 1990");
  expect(call.fields["dateOfBirth"]).toBe("1990-04-06");
  expect(call.fields["payer"]).toBeUndefined();
  expect(call.purpose).toBe("ask:payer");
});

test("only the street of an address is put right", async () => {
  const call = await at("ask:phone");
  await call.type("no, it's 350 Main Street");
  expect(call.fields["address"]).toBe("350 Main Street, Portland, OR 97205");
});

test("a field can be named without its new value", async () => {
  const call = await at("ask:phone");
  expect(
    await play(call, [
      ["I need to change my date of birth", "ask:dateOfBirth"],
      ["April 6th 1990", "ask:phone"],
    ]),
  ).toEqual([
    ["I need to change my date of birth", "ask:dateOfBirth"],
    ["April 6th 1990", "ask:phone"],
  ]);
  expect(call.fields["dateOfBirth"]).toBe("1990-04-06");
});

test("in the final read-back, with the value", async () => {
  const call = await at("readBack");
  await call.type("no, my date of birth is April 6th 1990");
  expect(call.purpose).toBe("readBack");
  expect(call.said).toContain("April sixth, nineteen ninety");
  await call.type("yes");
  expect(call.ledger.bookings[0]?.details.dateOfBirth).toBe("1990-04-06");
});

test("in the final read-back, by name of the field", async () => {
  const call = await at("readBack");
  const script = [
    ["no", "ask:correctWhat"],
    ["the phone number", "ask:phone"],
    ["503 555 0199", "readBack"],
    ["yes", "ask:anythingElse"],
  ] as const;
  expect(await play(call, script)).toEqual(script);
  expect(call.ledger.bookings[0]?.details.phone).toBe("+15035550199");
});

test("in the final read-back, another time", async () => {
  const call = await at("readBack");
  const before = call.ledger.liveHolds[0]?.opening;
  await call.type("no, I'd rather come next week");
  expect(call.purpose).toBe("offerTimes");
  expect(call.ledger.liveHolds).toEqual([]);
  await call.types("the first one", "yes");
  expect(call.ledger.bookings[0]?.start).toBeGreaterThan(before?.start ?? Number.POSITIVE_INFINITY);
});

test("a name heard wrongly twice in the same way is asked for letter by letter", async () => {
  const call = await answerUntil(await TypedCall.answered({ practice: demoClinic }), "readBack");
  await call.type("no, my name is Maria Lopez");
  expect(call.purpose).toBe("ask:name");
  expect(call.said).toContain("letter by letter");
  await call.type("Maria Lopez");
  expect(call.said).toContain("hearing it wrong");
});

test("no street is called like a sentence about a name", async () => {
  const call = await answerUntil(await TypedCall.answered({ practice: demoClinic }), "readBack");
  await call.type("no oh my name is alastair moore");
  expect(call.fields.address).toContain("350 Oak Street");
});

test("nothing was wrong after all", async () => {
  const call = await at("readBack");
  const script = [
    ["no", "ask:correctWhat"],
    ["nothing", "readBack"],
    ["yes", "ask:anythingElse"],
  ] as const;
  expect(await play(call, script)).toEqual(script);
});

test("the calling number, declined and then told after all, is the caller's", async () => {
  const call = await answerUntil(
    await TypedCall.answered({ practice: demoClinic, from: "+15035550177" }),
    "ask:phone",
  );
  expect(call.said).toContain("calling from");
  await call.type("no, my name is Maria Gomez");
  await call.type("503 555 0177");
  expect(call.fields["phone"]).toBe("+15035550177");
});

test("a value that was denied is never accepted again", async () => {
  const call = await at("ask:name");
  await call.type("Maria Lopez");
  await call.type("no, that's wrong");
  expect(call.purpose).toBe("ask:name");
  await call.type("Maria Lopez");
  expect(call.purpose).toBe("noMatch:name");
  expect(call.fields["name"]).toBeUndefined();
  await call.type("Mario Lopez");
  expect(call.fields["name"]).toBe("Mario Lopez");
});

test("another payer forgets the old one's card", async () => {
  const call = await at("ask:address");
  await call.type("actually my insurance is Cigna");
  expect(call.purpose).toBe("ask:memberId");
  expect(call.fields["memberId"]).toBeUndefined();
});

test("another doctor after the offers gives up those offers", async () => {
  const call = await at("offerTimes");
  await call.type("do you have something with Dr. Chen?");
  expect(call.purpose).toBe("offerTimes");
  await call.types("the first one", "yes");
  expect(call.ledger.bookings[0]?.resource).toBe("chen");
});

test("going back asks the question before again", async () => {
  const call = await at("ask:dateOfBirth");
  await call.type("go back");
  expect(call.purpose).toBe("ask:name");
  await call.types("Maria Gomez");
  expect(call.purpose).toBe("ask:dateOfBirth");
});

test("the star key goes back too", async () => {
  const call = await at("ask:dateOfBirth");
  await call.press("*");
  expect(call.purpose).toBe("ask:name");
});

test("starting over forgets everything", async () => {
  const call = await at("readBack");
  await call.type("let's start over");
  expect(call.purpose).toBe("ask:complaint");
  expect(call.fields).toEqual({});
  expect(call.ledger.liveHolds).toEqual([]);
});

describe("once something is committed there is nothing to start over", () => {
  for (const [purpose, fillIn] of [
    ["ask:anythingElse", []],
    ["howCanIHelp", ["yes"]],
  ] as const)
    test(`a booking, at ${purpose}`, async () => {
      const call = await at("readBack");
      await call.types("yes", ...fillIn);
      expect(call.purpose).toBe(purpose);
      await call.type("let's start over");
      expect(call.purpose).toBe("ask:anythingElse");
      expect(call.said).toMatch(/^You're booked for .* I can change or cancel it/);
      await call.type("no thanks");
      expect(call.ledger.bookings).toHaveLength(1);
    });

  test("the booking that was made is changed or cancelled instead", async () => {
    for (const [line, purpose] of [
      ["yes, change it please", "offerTimes"],
      ["I'd like a different time", "offerTimes"],
      ["some other day please", "offerTimes"],
      ["cancel it", "ask:reason"],
      ["I need another appointment", "ask:complaint"],
      ["I need to book another visit on a different day", "ask:complaint"],
    ] as const) {
      const call = await at("readBack");
      await call.types("yes", "let's start over", line);
      expect(call.purpose).toBe(purpose);
    }
  });

  test("a call-back: it is asked what else is wanted", async () => {
    const call = await at("howCanIHelp");
    await call.types("please call me back", "503 555 0123", "yes");
    expect(call.ledger.tickets).toHaveLength(1);
    await call.type("let's start over");
    expect(call.purpose).toBe("howCanIHelp");
  });
});

test("another task than booking starts over as itself", async () => {
  const call = await at("howCanIHelp");
  await call.types("I need to reschedule", "Maria Lopez", "let's start over");
  expect(call.purpose).toBe("ask:name");
  expect(call.state.dialogue.task).toBe("reschedule");
});

test("a no with a new value is about what was said back, not about what is asked", async () => {
  const call = await at("ask:groupNumber");
  await call.type("no, it's W 1 2 3 4 5 6 7 8 8");
  expect(call.fields["memberId"]).toBe("W123456788");
  expect(call.fields["groupNumber"]).toBeUndefined();
  expect(call.purpose).toBe("ask:groupNumber");
});

test("of two payers in one breath the one that puts the other right counts", async () => {
  const call = await at("ask:payer");
  await call.type("aetna no sorry cigna");
  expect(call.fields["payer"]).toBe("Cigna");
  expect(call.purpose).toBe("ask:memberId");
});

test("what was left to the front desk can still be told", async () => {
  const call = await at("ask:address");
  await call.type("I'd rather not say");
  expect(call.purpose).toBe("ask:phone");
  await call.type("oh, my address is 12 Oak Street, Portland, Oregon 97205");
  expect(call.fields["address"]).toBe("12 Oak Street, Portland, OR 97205");
  expect(call.purpose).toBe("ask:phone");
});

test("letters of a name are no number of the card", async () => {
  const call = await at("ask:groupNumber");
  await call.type("oh wait, my name is spelled L O P E S");
  expect(call.fields["groupNumber"]).toBeUndefined();
  expect(call.purpose).toBe("ask:name");
});

for (const correction of ["no, a sore throat", "No, I said sore throat", "no it's a sore throat"])
  test(`the kind of complaint is said back, so that "${correction}" puts a misheard one right`, async () => {
    const call = await at("ask:complaint");
    await call.type("I've got joint pain");
    expect(call.said).toContain("joint pain");
    await call.type(correction);
    expect(call.said).toContain("sore throat");
    expect(call.purpose).toBe("ask:duration");
    expect(call.fields["complaint"]).toMatch(/^(I said |it's )?(a )?sore throat$/);
  });
