import { describe, expect, test } from "vitest";
import { nextDeadline } from "./call.ts";
import { answerUntil, play } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { mondayMorning, TypedCall } from "./testing/typed-call.ts";

const closed = { ...demoClinic, transferTo: null };
const answered = (practice = demoClinic, from: string | null = null) =>
  TypedCall.answered({ practice, from });
const at = async (purpose: string, practice = demoClinic, from: string | null = null) =>
  answerUntil(await answered(practice, from), purpose);

describe("misunderstandings", () => {
  test("a question is put again, then in another way, then a person takes over", async () => {
    const call = await at("ask:dateOfBirth");
    await call.type("blah blah blah");
    expect(call.purpose).toBe("noMatch:dateOfBirth");
    await call.type("blah blah blah");
    expect(call.said).toContain("keypad");
    await call.type("blah blah blah");
    expect(call.purpose).toBe("transfer");
    expect(call.end).toBe("transferred");
  });

  test("what can wait is left to the front desk instead", async () => {
    const call = await at("ask:email");
    await call.types("blah blah", "blah blah", "the people at work always call me about that");
    expect(call.said).toContain("couldn't get your e-mail address");
    expect(call.purpose).toBe("ask:doctor");
  });

  test("where nobody can be put through, somebody calls back", async () => {
    const call = await at("ask:dateOfBirth", closed);
    const script = [
      ["blah blah blah", "noMatch:dateOfBirth"],
      ["blah blah blah", "noMatch:dateOfBirth"],
      ["blah blah blah", "ask:phone"],
      ["503 555 0123", "ticketTaken"],
    ] as const;
    expect(await play(call, script)).toEqual(script);
    expect(call.ledger.tickets).toMatchObject([
      {
        about: "notUnderstood:dateOfBirth",
        phone: "+15035550123",
        message: "Name: Maria Lopez\nAbout: I have a sore throat",
      },
    ]);
    expect(call.end).toBe("ticketTaken");
  });

  test("keys answer where words fail", async () => {
    const call = await at("ask:dateOfBirth");
    await call.types("blah", "blah blah");
    await call.press("03051985");
    expect(call.fields["dateOfBirth"]).toBe("1985-03-05");
    expect(call.purpose).toBe("ask:payer");
  });

  test("a birthday in the future is said to be one", async () => {
    const call = await at("ask:dateOfBirth");
    await call.press("03052031");
    expect(call.said).toContain("year of birth");
    expect(call.purpose).toBe("noMatch:dateOfBirth");
  });
});

describe("wishes about the conversation", () => {
  test("a person, while the practice is open", async () => {
    const call = await at("ask:payer");
    await call.type("can I talk to a real person please");
    expect(call.effects.at(-1)).toEqual({ kind: "transfer", to: demoClinic.transferTo });
    expect(call.end).toBe("transferred");
  });

  test("a person, at night: a ticket with the number of the line", async () => {
    const night = await TypedCall.answered({
      practice: demoClinic,
      from: "+15035550177",
      instant: mondayMorning + 14 * 3_600_000,
    });
    await night.types("let me speak to someone", "yes");
    expect(night.purpose).toBe("ticketTaken");
    expect(night.ledger.tickets).toMatchObject([{ about: "callerAsked", phone: "+15035550177" }]);
  });

  test("a held time is given back when a person takes over", async () => {
    const call = await at("readBack");
    expect(call.ledger.liveHolds).toHaveLength(1);
    await call.type("I want to talk to a person");
    expect(call.ledger.liveHolds).toEqual([]);
  });

  test("hold on: a minute of patience, then a question whether the caller is there", async () => {
    const call = await at("ask:memberId");
    await call.type("hold on, let me get my card");
    expect(call.purpose).toBe("wait");
    call.pass(50_000);
    expect(call.purposes).toEqual(["wait"]);
    call.pass(15_000);
    expect(call.purposes).toEqual(["wait", "noInput"]);
    await call.type("W123456789");
    expect(call.fields["memberId"]).toBe("W123456789");
  });

  test.each(["ask:memberId", "readBack"])(
    "while the caller looks for something at %s, talk that is not for us disturbs nobody",
    async (purpose) => {
      const call = await at(purpose);
      await call.type("hold on a second");
      for (const words of ["honey where did you put it", "not there", "blah blah"]) {
        await call.type(words);
        expect(call.purposes).toEqual([]);
      }
      await call.type("okay, I'm back");
      expect(call.purpose).toBe(purpose);
    },
  );

  test("repeat says our last words again, the confirmation included", async () => {
    const call = await at("readBack");
    await call.type("yes");
    const said = call.words;
    await call.type("can you repeat that?");
    expect(call.words).toEqual(said);
  });

  test("help explains the question and puts it again", async () => {
    const call = await at("ask:memberId");
    await call.type("help");
    expect(call.said).toContain("front of your insurance card");
    expect(call.purpose).toBe("ask:memberId");
  });

  test("why is answered", async () => {
    const call = await at("ask:dateOfBirth");
    await call.type("why do you need that?");
    expect(call.said).toContain("right person");
    expect(call.purpose).toBe("ask:dateOfBirth");
  });

  test("a question in the middle is answered from the practice's facts, and the question put again", async () => {
    const call = await at("ask:name");
    await call.type("are you open on Saturday?");
    expect(call.said).toContain("On Saturday, March seventh we are open from nine in the morning to one");
    expect(call.purpose).toBe("ask:name");
    await call.type("where can I park?");
    expect(call.said).toContain("garage");
  });

  test("a robot says that it is one", async () => {
    const call = await at("ask:name");
    await call.type("am I talking to a robot?");
    expect(call.said).toContain("automated assistant of Willow Creek Clinic");
  });

  test("I don't know who: anyone is looked for", async () => {
    const call = await at("ask:doctor");
    await call.type("I don't know");
    expect(call.purpose).toBe("offerTimes");
  });

  test("never mind: asked once, then the call ends without a booking", async () => {
    const call = await at("offerTimes");
    await call.type("cancel that, never mind");
    expect(call.purpose).toBe("ask:reallyStop");
    await call.type("yes");
    expect([call.end, call.ledger.bookings.length]).toEqual(["done", 0]);
  });

  test.each(["that's it", "yes that's all"])("%j in the middle takes no leave", async (text) => {
    const call = await at("ask:dateOfBirth");
    await call.type(text);
    expect(call.end).toBeNull();
    expect(call.purpose).toMatch(/dateOfBirth/);
  });

  test("goodbye in the middle ends the call", async () => {
    const call = await at("ask:payer");
    await call.type("goodbye");
    expect(call.end).toBe("done");
  });
});

describe("silence", () => {
  test("the question again, then whether the caller is there, then a polite end", async () => {
    const call = await at("ask:name");
    await call.waits();
    expect([call.purpose, call.said]).toEqual(["noInput", "What is your full name?"]);
    await call.waits();
    expect([call.purpose, call.said]).toEqual(["noInput", "Are you still there? What is your full name?"]);
    await call.waits();
    expect([call.purpose, call.end]).toEqual(["goodbye", "callerSilent"]);
  });

  test("a held time is given back", async () => {
    const call = await at("readBack");
    for (let times = 0; times < 3; times++) await call.waits();
    expect(call.end).toBe("callerSilent");
    expect(call.ledger.liveHolds).toEqual([]);
  });

  test("an answer starts the ladder anew", async () => {
    const call = await at("ask:name");
    await call.waits();
    await call.type("Maria Lopez");
    await call.waits();
    expect(call.end).toBeNull();
    expect(call.said).not.toContain("still there");
  });
});

describe("the line", () => {
  test("after a break the open question is put again", async () => {
    const call = await at("ask:payer");
    await call.gets({ kind: "resumed", at: 60_000 });
    expect(call.said).toContain("cut off");
    expect(call.purpose).toBe("ask:payer");
  });

  test("a lost recognizer hands over those who speak, not those who type", async () => {
    const typing = await at("ask:payer");
    await typing.gets({ kind: "recognizerLost", at: 60_000 });
    expect(typing.end).toBeNull();
    const speaking = await answered();
    await speaking.gets({ kind: "recognizerLost", at: 10_000 });
    expect(speaking.end).toBe("transferred");
  });

  test("a question is not asked to its end once nobody can hear the answer", async () => {
    const call = await answered();
    call.hears = false;
    await call.waits();
    expect(call.purpose).toBe("noInput");
    const before = call.effects.length;
    await call.gets({ kind: "recognizerLost", at: 10_000 });
    expect(call.effects.slice(before).map(({ kind }) => kind)).toEqual(["clearAudio", "speak"]);
  });

  test("a question that is put again stops when the reply brings the next one", async () => {
    const call = await at("ask:dateOfBirth");
    call.replies = "held";
    await call.type("March 5th 1985");
    call.hears = false;
    await call.type("could you repeat that");
    const before = call.effects.length;
    call.replies = "atOnce";
    await call.settle();
    const said = call.effects.slice(before).map(({ kind }) => kind);
    expect(said.filter((kind) => kind === "clearAudio" || kind === "speak")).toEqual(["clearAudio", "speak"]);
  });

  test("silence is noticed after a last word that changed nothing", async () => {
    const caller = new SpokenTurns(await at("ask:seenBefore"));
    await caller.says("no");
    await caller.says("i haven't");
    await caller.listens();
    const { state } = caller.call;
    expect(nextDeadline(state)).toBeLessThan(state.at + 20_000);
  });

  test("no call lasts longer than half an hour", async () => {
    const call = await at("ask:payer");
    for (let turn = 0; turn < 400 && call.end === null; turn++) {
      call.pass(6_000);
      await call.type("hold on");
    }
    expect(call.end).toBe("tooLong");
  });
});

describe("the confirmation number", () => {
  test("is said before goodbye when the caller stopped us before it", async () => {
    const call = await at("readBack");
    call.hears = false;
    await call.type("yes");
    call.hears = true;
    await call.type("no thanks, that's all");
    expect(call.said).toContain("Your confirmation number is K as in kilo");
    expect(call.end).toBe("done");
  });

  test("is not repeated to a caller who has heard it", async () => {
    const call = await at("readBack");
    await call.types("yes", "no thanks, that's all");
    expect(call.said).not.toContain("confirmation number");
  });
});

describe("the first question", () => {
  test("that fails twice becomes one that yes or no answers", async () => {
    const call = await answered();
    await call.types("blah blah", "blah blah");
    expect(call.said).toContain("Would you like to book an appointment?");
    await call.type("yes");
    expect(call.purpose).toBe("ask:complaint");
  });

  test("may be about the caller's insurance", async () => {
    const call = await answered();
    await call.type("do you take Aetna?");
    expect(call.said).toContain("Yes, we take Aetna.");
  });
});

test("after a break a reply that was lost is asked for again under its own number", async () => {
  const call = await at("readBack");
  call.replies = "held";
  await call.type("yes");
  await call.gets({ kind: "resumed", at: 60_000 });
  const numbers = call.requests.filter(({ request }) => request.kind === "book").map(({ id }) => id);
  expect(numbers).toHaveLength(2);
  expect(new Set(numbers).size).toBe(1);
  call.replies = "atOnce";
  await call.settle();
  expect(call.purposes).toContain("booked");
  expect(call.ledger.bookings).toHaveLength(1);
});

test("great pain makes the visit urgent", async () => {
  const call = await at("ask:pain");
  await call.type("nine");
  await answerUntil(call, "readBack");
  await call.type("yes");
  expect(call.ledger.bookings[0]).toMatchObject({ offering: "urgentVisit", visit: { urgency: "urgent" } });
});

test("the tail of the answer before is no misunderstanding", async () => {
  const call = await at("ask:email");
  await call.type("yes, that's right");
  expect([call.purpose, call.said]).toEqual(["ask:email", "What is your e-mail address? You can say skip."]);
});
