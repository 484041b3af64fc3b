// Callers who begin with a question, want somebody of the practice, or have called the wrong one.
import { describe, expect, test } from "vitest";
import { demoClinic } from "./testing/demo-clinic.ts";
import { demoGarage } from "./testing/demo-garage.ts";
import { TypedCall } from "./testing/typed-call.ts";

const clinic = () => TypedCall.answered({ practice: demoClinic, from: "+15035550177" });
const garage = () => TypedCall.answered({ practice: demoGarage, from: "+17205550177" });

type Answers = readonly (readonly [line: string, answer: string])[];

const answers: readonly (readonly [whose: string, answered: () => Promise<TypedCall>, rows: Answers])[] = [
  [
    "a clinic",
    clinic,
    [
      ["who are your doctors?", "Dr. Elena Garcia, family medicine"],
      ["what does Dr. Wilson do?", "Dr. James Wilson, orthopedics"],
      ["when is Dr. Patel in?", "usually here on Monday, Tuesday, Wednesday, Friday and Saturday"],
      ["what are Dr. Chen's hours?", "usually here on Monday, Tuesday, Thursday and Friday"],
      ["is Dr. Patel in on Friday?", "is here on Friday, March sixth, from nine in the morning to one"],
      ["is Dr. Garcia working today?", "Dr. Elena Garcia is here today"],
      ["does Dr. Chen work on Wednesday", "isn't here on Wednesday"],
      ["do I need to fast before my physical?", "do not eat for eight hours"],
      ["how long does a physical take?", "A physical takes forty-five minutes"],
      ["do you do physicals?", "Yes, we do that."],
      ["is this the dentist?", "automated assistant of Willow Creek Clinic"],
      ["did I reach the pizza place", "automated assistant of Willow Creek Clinic"],
      ["I'm trying to reach Oak Dental", "automated assistant of Willow Creek Clinic"],
    ],
  ],
  [
    "a service department",
    garage,
    [
      ["do you do tires?", "Yes, we do that."],
      ["how long does an oil change take?", "An oil change takes forty-five minutes"],
      ["how long is a brake job?", "takes two hours"],
      ["is this the Toyota dealer?", "automated assistant of Cedar Ridge"],
    ],
  ],
];

for (const [whose, answered, rows] of answers)
  describe(`asked of ${whose}`, () => {
    for (const [line, answer] of rows)
      test(`"${line}" is answered, and nothing is begun`, async () => {
        const call = await answered();
        await call.type(line);
        expect(call.said).toContain(answer);
        expect(call.purpose).toBe("howCanIHelp");
      });
  });

describe("what a question is about", () => {
  test("may be booked next", async () => {
    const call = await garage();
    await call.type("how much is an oil change?");
    expect(call.said).toContain("Would you like to book that?");
    await call.type("yes please");
    expect(call.purpose).toBe("ask:waiting");
    expect(call.fields.services).toBe("oil change");
  });

  test("or whom it is about is who is booked with", async () => {
    const call = await clinic();
    await call.type("when is Dr. Patel in?");
    expect(call.said).toContain("Would you like an appointment?");
    await call.type("yes");
    expect(call.purpose).toBe("ask:complaint");
    expect(call.fields.doctor).toBe("Dr. Priya Patel");
  });

  test("need not be", async () => {
    const call = await garage();
    await call.types("how much is an oil change?", "no thanks");
    expect(call.end).toBe("done");
  });

  test("is not promised where it is not offered", async () => {
    const call = await garage();
    await call.type("do you do body work?");
    expect(call.said).not.toContain("Yes");
    expect(call.purpose).toBe("howCanIHelp");
  });
});

describe("somebody of the practice", () => {
  for (const line of [
    "is Rosa there?",
    "can I speak with Helen in medical records",
    "I got a message from Dr. Patel",
    "I'm returning a call from Dr. Garcia",
    "I missed a call from you guys",
  ])
    test(`"${line}" is put through`, async () => {
      const call = await clinic();
      await call.type(line);
      expect(call.end).toBe("transferred");
    });

  test("who is named gets the ticket when nobody can be put through", async () => {
    const night = Temporal.ZonedDateTime.from("2026-03-02T22:00[America/Los_Angeles]").epochMilliseconds;
    const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177", instant: night });
    await call.types("I got a message from Dr. Patel", "yes");
    expect(call.end).toBe("ticketTaken");
    expect(call.ledger.tickets[0]).toMatchObject({ to: "patel", purpose: "handOff" });
  });

  test("who is named calls back", async () => {
    const call = await garage();
    await call.types("have Maria call me", "yes");
    expect(call.ledger.tickets[0]).toMatchObject({ to: "santos", purpose: "callBack" });
  });

  test("what they are told is the message", async () => {
    const call = await garage();
    await call.types("let Tom know that I left the keys in the box", "Paul Brenner", "yes");
    expect(call.purposes).toEqual(["ticketTaken", "ask:anythingElse"]);
    expect(call.ledger.tickets[0]).toMatchObject({ to: "becker", purpose: "message" });
    expect(JSON.stringify(call.ledger.tickets[0])).toContain("keys in the box");
  });
});

describe("nothing wanted", () => {
  for (const line of [
    "never mind",
    "forget it",
    "nothing, thanks",
    "oh sorry, wrong number",
    "I dialed by accident",
  ])
    test(`"${line}" ends the call`, async () => {
      const call = await clinic();
      await call.type(line);
      expect(call.end).toBe("done");
    });
});
