// Callers who go, give up, or only seem to: what ends a call, and what asks first.
import { describe, expect, test } from "vitest";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { TypedCall } from "./testing/typed-call.ts";

const booking = async () => {
  const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177" });
  return await call.type("I need a checkup");
};

describe("in the middle", () => {
  for (const line of ["bye", "ok thanks bye", "I have to go, goodbye"])
    test(`"${line}" ends the call`, async () => {
      const call = await booking();
      await call.type(line);
      expect(call.end).toBe("done");
    });

  for (const line of ["never mind", "oh forget it", "no wait, never mind"])
    test(`"${line}" asks first, and a no goes on`, async () => {
      const call = await booking();
      await call.type(line);
      expect(call.purpose).toBe("ask:reallyStop");
      await call.type("no");
      expect(call.purpose).toBe("ask:seenBefore");
    });

  test("a spoken that's-all may be an answer misheard, and ends nothing by itself", async () => {
    const call = new SpokenTurns(await booking());
    await call.listens();
    await call.says("hi also that's all thank you goodbye then", { confidence: 0.4 });
    expect(call.call.purpose).toBe("ask:reallyStop");
  });
});

describe("a call back that nobody has asked for", () => {
  const handedOff = async () => {
    const night = Temporal.ZonedDateTime.from("2026-03-02T22:00[America/Los_Angeles]").epochMilliseconds;
    const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177", instant: night });
    return await call.types("blub", "blub", "blub");
  };

  for (const line of ["no thanks", "that's all, thank you", "never mind"])
    test(`is declined by "${line}"`, async () => {
      const call = await handedOff();
      expect(call.purpose).toBe("ask:phone");
      await call.type(line);
      expect(call.end).toBe("done");
      expect(call.ledger.tickets).toHaveLength(0);
    });

  test("is made for a yes", async () => {
    const call = await handedOff();
    await call.type("yes please");
    expect(call.end).toBe("ticketTaken");
  });
});

test("a yes to anything else has forgotten what was booked", async () => {
  const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177" });
  await call.types(
    "what are your hours?",
    "a checkup please",
    "no",
    "Maria Lopez",
    "March 5th 1985",
    "self pay",
  );
  await call.types("skip", "yes", "skip", "anyone", "the first one", "yes", "yes");
  expect(call.said).toContain("How can I help you");
});
