import { describe, expect, test } from "vitest";
import { answerUntil, play, type Script } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { TypedCall } from "./testing/typed-call.ts";

const at = async (purpose: string) =>
  answerUntil(await TypedCall.answered({ practice: demoClinic }), purpose);

describe("an e-mail address that is not understood", () => {
  test("is asked for letter by letter, then in two parts, and read back whole", async () => {
    const call = await at("ask:email");
    await call.type("blah blah");
    expect(call.said).toContain("letter by letter");
    await call.type("blah blah");
    expect(call.said).toContain("before the at sign");
    const script: Script = [
      ["m a r i a", "ask:email"],
      ["gmail dot com", "ask:doctor"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.fields["email"]).toBe("maria@gmail.com");
  });

  test("can be said whole at any of these questions", async () => {
    const call = await at("ask:email");
    await call.types("blah", "blah blah", "maria dot lopez at example dot com");
    expect(call.fields["email"]).toBe("maria.lopez@example.com");
  });

  test("can be declined at any of these questions", async () => {
    const call = await at("ask:email");
    await call.types("blah", "blah blah", "I don't have one");
    expect(call.said).toContain("without e-mail");
    expect(call.purpose).toBe("ask:doctor");
  });

  test("is never lost silently", async () => {
    const call = await at("ask:email");
    await call.types("blah", "blah blah", "the people at work always call me about that");
    expect(call.said).toContain("no e-mail will be sent");
    await answerUntil(call, "readBack");
    await call.type("yes");
    expect(call.ledger.bookings[0]?.details.email).toBeNull();
  });

  test("has half of it forgotten when the other half is not understood", async () => {
    const call = await at("ask:email");
    await call.types("blah", "blah blah", "m a r i a", "blah blah");
    expect(call.said).toContain("no e-mail will be sent");
    expect(call.fields["email"]).toBeUndefined();
  });
});

describe("a name that the recognizer also heard otherwise", () => {
  test("is read back with its spelling", async () => {
    const call = await at("ask:name");
    await new SpokenTurns(call).says("maria lopez", { alternatives: ["mario lopez"] });
    expect(call.purpose).toBe("confirm:name");
    expect(call.said).toMatch(/spelled M.*A.*R.*I.*A/);
  });

  test("is taken as it is when all that was heard is the same", async () => {
    const call = await at("ask:name");
    await new SpokenTurns(call).says("maria lopez", { alternatives: ["uh maria lopez"] });
    expect(call.purpose).toBe("ask:dateOfBirth");
  });
});

describe("a yes to whether the caller is still there", () => {
  for (const yes of ["yes", "yeah", "yes I am"])
    test(`"${yes}" is none to the read-back that was open before`, async () => {
      const call = await at("readBack");
      await call.type("hold on");
      await call.waits();
      expect(call.said).toBe("Are you still there?");
      await call.type(yes);
      expect(call.purpose).toBe("readBack");
      expect(call.booking).toBeNull();
      await call.type("yes");
      expect(call.booking).not.toBeNull();
    });

  test("is not what else they want, either", async () => {
    const call = await at("ask:anythingElse");
    await call.type("hold on");
    await call.waits();
    await call.type("yes");
    expect(call.purpose).toBe("ask:anythingElse");
  });

  test("an answer to the question counts all the same", async () => {
    const call = await at("ask:payer");
    await call.type("hold on");
    await call.waits();
    await call.type("yes, Aetna");
    expect(call.purpose).toBe("ask:memberId");
  });
});

describe("a no to the first question of what was begun", () => {
  test("asks anew what is wanted, and listens for it", async () => {
    const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550123" });
    const script: Script = [
      ["please book it", "ask:complaint"],
      ["no please I'm calling", "howCanIHelp"],
      ["no please stop calling me", "ask:phone"],
    ];
    expect(await play(call, script)).toEqual(script);
    expect(call.state.dialogue.task).toBe("stopCalling");
  });

  test("is not taken for goodbye when more was said, and nobody is kept from leaving", async () => {
    const call = await TypedCall.answered({ practice: demoClinic });
    const script: Script = [
      ["please book it", "ask:complaint"],
      ["no please I'm calling", "howCanIHelp"],
      ["no please I'm calling", "noMatch:wish"],
      ["no thanks", "goodbye"],
    ];
    expect(await play(call, script)).toEqual(script);
  });

  test("is an answer where one is asked for", async () => {
    const call = await TypedCall.answered({ practice: demoClinic });
    await call.types("I need a checkup", "no");
    expect(call.purpose).toBe("ask:name");
  });
});
