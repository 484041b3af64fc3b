// Calls to the service department: each row is what is typed and the purpose of what is said last.
import { describe, expect, test } from "vitest";
import { play, type Script } from "./testing/answers.ts";
import { demoGarage, nora } from "./testing/demo-garage.ts";
import { TypedCall } from "./testing/typed-call.ts";

/** A call that may come from the number of a customer on file. */
async function answered(from: string | null = "+17205550177"): Promise<TypedCall> {
  const call = new TypedCall({ practice: demoGarage, from });
  call.ledger.people.push(nora);
  await call.settle();
  return call;
}
const known = () => answered(nora.details.phone ?? null);

describe("booking", () => {
  test("a new customer, question by question", async () => {
    const call = await answered();
    const script: Script = [
      ["I need an oil change", "ask:waiting"],
      ["I'll wait for it", "ask:vehicle"],
      ["a 2019 Toyota Camry", "ask:mileage"],
      ["about twenty six thousand", "ask:plate"],
      ["7 A B 1 2 3", "ask:name"],
      ["Paul Brenner", "ask:phone"],
      ["yes", "ask:email"],
      ["skip", "offerTimes"],
      ["the first one", "readBack"],
      ["yes", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.said).toMatch(
      /^You're booked: .* with (Maria Santos|Tom Becker|Denise Carter)\. Your confirmation number/,
    );
    expect(call.ledger.bookings[0]).toMatchObject({
      offering: "oilChange",
      details: { given: "Paul", family: "Brenner", vehicle: { year: 2019, make: "Toyota", model: "Camry" } },
      visit: { services: ["oilChange"], waiting: true, mileage: 26_000 },
    });
  });

  const all = "an oil change for my 2020 Ford Explorer. My plate is seven alpha bravo one two three";
  for (const line of [`I need ${all}`, `I need an oil change. ${all}`, `i need an oil change ${all}`])
    test(`"${line}" is all about the booking`, async () => {
      const call = await answered();
      await call.type(line);
      expect(call.purpose).toBe("ask:waiting");
      expect(call.fields).toMatchObject({ plate: "7AB123", vehicle: "2020 Ford Explorer" });
    });

  for (const [line, task] of [
    ["can you change my oil", "book"],
    ["I need to change my tires", "book"],
    ["an oil change, the oil change", "book"],
    ["I need to change my oil change to Friday", "reschedule"],
    ["I need to change my appointment", "reschedule"],
  ] as const)
    test(`"${line}" is a wish to ${task}`, async () => {
      const call = await answered();
      await call.type(line);
      expect(call.state.dialogue.task).toBe(task);
    });

  test("without the plate, the ZIP code is what tells a new customer next time", async () => {
    const call = await answered();
    await call.types("I need an oil change, I'll wait", "a 2019 Toyota Camry", "I don't know the mileage");
    const script: Script = [
      ["I don't have it with me", "ask:name"],
      ["Paul Brenner", "ask:phone"],
      ["yes", "ask:zip"],
      ["eight zero two zero five", "ask:email"],
      ["skip", "offerTimes"],
      ["the first one", "readBack"],
      ["yes", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.ledger.bookings[0]?.details.address?.zip).toBe("80205");
  });

  test("the VIN tells the vehicle, and only what it does not hold is asked for", async () => {
    const call = await answered();
    await call.types("I need an oil change", "I'll drop it off", "the VIN is 1HGCM82633A004352");
    expect(call.said).toContain("which model");
    await call.type("an Accord");
    expect(call.fields.vehicle).toBe("2003 Honda Accord");
  });

  test("neither plate nor ZIP code is no hindrance to a new customer", async () => {
    const call = await answered();
    await call.types("I need an oil change, I'll wait", "a 2019 Toyota Camry", "I don't know the mileage");
    await call.types("I don't have it with me", "Paul Brenner", "yes");
    expect(call.purpose).toBe("ask:zip");
    await call.types("I'd rather not say", "skip", "the first one", "yes");
    expect(call.booking).not.toBeNull();
    expect(call.ledger.bookings[0]?.details.address).toBeNull();
  });

  test("the plate of a vehicle that is left to an advisor is kept", async () => {
    const call = await answered();
    await call.types("I need an oil change, I'll wait", "I don't know", "I don't know", "7 A B 1 2 3");
    await call.types("Paul Brenner", "yes", "skip", "the first one", "yes");
    expect(call.ledger.bookings[0]?.details.vehicle).toMatchObject({ make: null, plate: "7AB123" });
  });

  test("a symptom leads to the service, and a drop-off is not asked to wait", async () => {
    const call = await answered();
    await call.type("there's a grinding noise when I brake");
    expect(call.purpose).toBe("ask:waiting");
    expect(call.fields["services"]).toMatch(/brake/);
  });

  test("a known customer tells the plate, and neither name nor vehicle", async () => {
    const call = await known();
    const script: Script = [
      ["I'd like to book an oil change, I'll drop it off", "ask:plate"],
      ["A B C 1 2 3 4", "ask:mileage"],
      ["twenty six thousand", "ask:email"],
      ["skip", "offerTimes"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.fields).toMatchObject({ name: "Nora Fischer", vehicle: "2018 Honda Civic" });
  });

  test("what the miles speak for is proposed once", async () => {
    for (const [answer, services] of [
      ["yes please", ["oilChange", "scheduled"]],
      ["no thanks", ["oilChange"]],
    ] as const) {
      const call = await answered();
      await call.types(
        "I need an oil change",
        "no, I drop it off",
        "a 2019 Toyota Camry",
        "sixty thousand miles",
        "I don't have it with me",
        "Paul Brenner",
        "yes",
        "skip",
        "skip",
      );
      expect(call.purpose).toBe("ask:suggest");
      await call.type(answer);
      expect(call.purpose).toBe("offerTimes");
      await call.types("the first one", "yes");
      expect(call.ledger.bookings[0]?.visit.services).toHaveLength(services.length);
    }
  });
});

describe("a customer on file", () => {
  async function withBooking(): Promise<TypedCall> {
    const before = await known();
    await before.types("book an oil change, I'll wait there");
    for (let turn = 0; turn < 12 && before.booking === null; turn++) {
      const answers: Record<string, string> = {
        "ask:vehicle": "Honda Civic from 2018",
        "ask:plate": "A B C 1 2 3 4",
        "ask:mileage": "forty six thousand",
        "ask:phone": "yes",
        "ask:email": "skip",
        "ask:suggest": "no",
        offerTimes: "the first one",
      };
      await before.type(answers[before.purpose] ?? "yes");
    }
    expect(before.booking).not.toBeNull();
    return before;
  }

  test("moves a booking after number and plate", async () => {
    const call = await withBooking();
    const script: Script = [
      ["I need to reschedule my service", "offerTimes"],
      ["the second one", "readBack"],
      ["yes", "ask:anythingElse"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.ledger.bookings.filter(({ state }) => state === "booked")).toHaveLength(1);
  });

  test("whoever is asked which appointment, and wants none of them, books", async () => {
    const call = await known();
    await call.types("I need to change my appointment", "no, I need an oil change");
    expect(call.state.dialogue.task).toBe("book");
    expect(call.fields.services).toBe("oil change");
  });

  test("the family name is enough beside the ZIP code", async () => {
    const call = await known();
    await call.types("is my car ready?", "I don't know the plate", "Fischer", "80203");
    expect(call.purpose).toBe("ask:anythingElse");
    expect(call.requests.map(({ request }) => request.kind)).toContain("askStatus");
  });

  for (const vin of ["the last six of the VIN are 004352", "my VIN is 1HGCM82633A004352"])
    test(`"${vin}" is as good as the plate that was asked for`, async () => {
      const call = await known();
      await call.types("is my car ready?", vin);
      expect(call.requests.map(({ request }) => request.kind)).toContain("askStatus");
    });

  test("proves who they are by plate, by name and ZIP code, or by the end of the VIN", async () => {
    const ways: readonly (readonly string[])[] = [
      ["A B C 1 2 3 4"],
      ["I don't know it", "Nora Fischer", "eight zero two zero three"],
    ];
    for (const lines of ways) {
      const call = await known();
      await call.type("is my car ready?");
      expect(call.purpose).toBe("ask:plate");
      for (const line of lines) await call.type(line);
      for (let turn = 0; turn < 2 && call.purpose.startsWith("confirm:"); turn++) await call.type("yes");
      expect(call.purposes).toEqual(["status", "ask:anythingElse"]);
    }
  });

  test("hears how far the work is", async () => {
    const call = await known();
    call.ledger.instead.push({
      kind: "askStatus",
      outcome: { kind: "status", items: [{ vehicle: "2018 Honda Civic", state: "ready", since: 0 }] },
    });
    await call.types("is my car ready?", "A B C 1 2 3 4");
    if (call.purpose === "confirm:plate") await call.type("yes");
    expect(call.said).toContain("Your 2018 Honda Civic is ready to be picked up.");
  });
});

describe("questions", () => {
  const facts: readonly (readonly [question: string, answer: RegExp])[] = [
    [
      "how much is an oil change?",
      /An oil change costs between fifty-nine dollars and one hundred (and )?nineteen dollars/,
    ],
    ["do you have a shuttle?", /shuttle is free/],
    ["what services do you offer?", /We offer an oil change/],
    ["where are you?", /1850 Foundry Road/],
  ];
  for (const [question, answer] of facts)
    test(`"${question}"`, async () => {
      const call = await answered();
      await call.type(question);
      expect(call.said).toMatch(answer);
    });
});

test("a message for a department", async () => {
  const call = await answered();
  await call.types(
    "can I leave a message for the parts department",
    "the filter for my truck has not come yet",
    "Paul Brenner",
    "yes",
  );
  expect(call.purposes).toEqual(["ticketTaken", "ask:anythingElse"]);
  expect(call.ledger.tickets).toHaveLength(1);
});

test("an emergency on the road reaches the instruction", async () => {
  const call = await answered();
  await call.type("my engine is smoking and I can't breathe");
  expect(call.purposes[0]).toBe("emergency");
});
