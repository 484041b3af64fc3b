// What a language model may do for a call: each test says what the model makes of words that no rule knows, and what comes of it.
import { describe, expect, test } from "vitest";
import { answerUntil } from "./testing/answers.ts";
import { assisted, mumble } from "./testing/assisted-call.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { demoGarage } from "./testing/demo-garage.ts";
import { TypedCall } from "./testing/typed-call.ts";

const practice = demoClinic;
const factOf = (id: string) => practice.facts.find((fact) => fact.id === id)?.answer ?? "";

describe("an answer", () => {
  test("is the facts' own words, and the open question follows", async () => {
    const { call } = await assisted({ practice }, () => ({ facts: ["fact-parking", "fact-directions"] }));
    await answerUntil(call, "ask:name");
    await call.type(mumble);
    expect(call.purposes).toEqual(["answer", "answer", "ask:name"]);
    expect(call.words[0]).toBe(factOf("parking"));
    expect(call.words[1]).toBe(factOf("directions"));
  });

  test("tells what the practice file knows beside its facts: hours of a day, how long a visit takes", async () => {
    const { call } = await assisted({ practice }, () => ({ facts: ["hours-sun", "takes-followUp"] }));
    await call.type(mumble);
    expect(call.words[0]).toMatch(/On Sunday, .*we are closed/);
    expect(call.words[1]).toMatch(/minutes/);
  });

  test("of more than three facts is cut short", async () => {
    const facts = ["fact-parking", "fact-hours", "fact-location", "fact-directions"];
    const { call } = await assisted({ practice }, () => ({ facts }));
    await call.type(mumble);
    expect(call.purposes).toEqual(["answer", "answer", "answer", "howCanIHelp"]);
  });

  test("to a question without a fact takes the place of an excuse", async () => {
    const { call, model } = await assisted({ practice }, () => ({ facts: ["fact-parking"] }));
    await call.type("what is the name of your cat?");
    expect(model.questions).toHaveLength(1);
    expect(call.said).toContain(factOf("parking"));
  });
});

describe("a candidate for a field", () => {
  test("is read by the field's own parser, and counts when the caller has said yes to it", async () => {
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "dateOfBirth", text: "march 5th 1985" }],
    }));
    await answerUntil(call, "ask:dateOfBirth");
    await call.type(mumble);
    expect(call.purpose).toBe("confirm:dateOfBirth");
    expect(call.requests.map(({ request }) => request.kind)).not.toContain("identify");
    await call.type("yes");
    expect(call.fields["dateOfBirth"]).toContain("1985");
  });

  test("takes the place of one that waits for its yes, a few times", async () => {
    const names = ["Maria Lopez", "Mario Lopez", "Marta Lopez", "Marco Lopez", "Mara Lopez"];
    let asked = 0;
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "name", text: names[asked++] }],
    }));
    await answerUntil(call, "ask:name");
    await call.types(mumble, mumble);
    expect(call.purpose).toBe("confirm:name");
    expect(call.said).toContain("M A R I O");
    await call.types(mumble, mumble);
    expect(call.purpose).toBe("noMatch:name");
  });

  test("that is said again is nothing new", async () => {
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "name", text: "Maria Lopez" }],
    }));
    await answerUntil(call, "ask:name");
    await call.types(mumble, mumble);
    expect(call.purpose).toBe("noMatch:name");
  });

  test("that its parser makes nothing of is none", async () => {
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "dateOfBirth", text: "the year of the rat" }],
    }));
    await answerUntil(call, "ask:dateOfBirth");
    await call.type(mumble);
    expect(call.purpose).toBe("noMatch:dateOfBirth");
  });

  test("that the caller has denied is not brought up again", async () => {
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "name", text: "Maria Lopez" }],
    }));
    await answerUntil(call, "ask:name");
    await call.types(mumble, "no", mumble);
    expect(call.purpose).not.toBe("confirm:name");
  });

  test("for what is wrong with somebody leaves their words as they are", async () => {
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "complaint", text: "sore throat" }],
    }));
    await call.types(mumble, "yes");
    const entry = call.state.dialogue.entries.complaint;
    expect(entry?.kind === "value" && entry.value.reveal()).toEqual({
      words: mumble,
      category: "soreThroat",
    });
  });

  test("for a time is a wish, resolved here and looked up like any other", async () => {
    const { call } = await assisted({ practice }, () => ({
      fields: [{ field: "time", text: "next friday" }],
    }));
    await answerUntil(call, "offerTimes");
    await call.type(mumble);
    expect(call.purpose).toBe("offerTimes");
    expect(call.said).toContain("March thirteenth");
  });
});

describe("a command", () => {
  test("begins a task, which proves who it is as ever", async () => {
    const { call } = await assisted({ practice }, () => ({ task: "cancel" }));
    await call.type(mumble);
    expect(call.purpose).toBe("ask:name");
    expect(call.state.dialogue.task).toBe("cancel");
  });

  test("for the next opening, in the middle of a booking, becomes that booking, which is made once", async () => {
    const { call } = await assisted({ practice }, () => ({ task: "nextAvailable" }));
    await answerUntil(call, "ask:dateOfBirth");
    await call.types(mumble, "the first one");
    await answerUntil(call, "readBack");
    expect(call.ledger.liveHolds).toHaveLength(1);
    await call.type("yes");
    expect(call.purposes).toEqual(["booked", "ask:anythingElse"]);
    expect(call.ledger.bookings).toHaveLength(1);
  });

  test.each([
    ["repeat", "ask:name"],
    ["wait", "wait"],
    ["help", "ask:name"],
    ["stop", "ask:reallyStop"],
    ["emergency", "ask:emergency"],
    ["crisis", "ask:emergency"],
  ])("%s leads to %s", async (command, purpose) => {
    const { call } = await assisted({ practice }, () => ({ command }));
    await answerUntil(call, "ask:name");
    await call.type(mumble);
    expect(call.purpose).toBe(purpose);
  });

  test("chooses among offers by an id that means nothing else; the choice is held and read back", async () => {
    const { call } = await assisted({ practice }, () => ({ offer: "offer-2" }));
    await answerUntil(call, "offerTimes");
    const second = call.state.dialogue.negotiation.offers?.[1];
    await call.type(mumble);
    expect(call.state.dialogue.negotiation.held?.opening.id).toBe(second?.id);
    expect(call.purpose).toBe("readBack");
    expect(call.booking).toBeNull();
  });
});

describe("what a caller agrees to, they agree to in their own words", () => {
  async function atReadBack(call: TypedCall) {
    await answerUntil(call, "readBack");
  }
  async function atValue(call: TypedCall) {
    await answerUntil(call, "ask:name");
    await call.type(mumble);
  }
  async function atCancelling(call: TypedCall) {
    await bookedBefore(call, ["2026-03-05"]);
    await call.types("cancel my appointment", "Maria Lopez", "March 5th 1985", "no reason");
  }

  test.each([
    ["readBack", atReadBack],
    ["confirm:name", atValue],
    ["ask:agree", atCancelling],
  ])("at %s a model's yes is none", async (purpose, lead) => {
    const { call, model } = await assisted({ practice }, ({ asked, fields }) =>
      asked === "ask:name" && fields.includes("name")
        ? { fields: [{ field: "name", text: "Maria Lopez" }] }
        : { command: "yes" },
    );
    await lead(call);
    expect(call.purpose).toBe(purpose);
    await call.type(mumble);
    expect(model.questions.at(-1)?.commands).not.toContain("yes");
    expect(call.purpose).toContain("noMatch");
  });
});

describe("what would be written at once", () => {
  const sunday = Date.UTC(2026, 2, 1, 20);

  test("while nobody is there a person is not on offer, for a message would be taken", async () => {
    const { call, model } = await assisted({ practice, instant: sunday }, () => ({}));
    await call.type(mumble);
    expect(model.questions[0]?.commands).not.toContain("person");
  });

  test("in a task that ends without a last yes, what is missing is not given up for the caller", async () => {
    const { call, model } = await assisted({ practice }, () => ({}));
    await call.types(
      "can I leave a message for the billing department",
      "please call me about my bill",
      mumble,
    );
    expect(model.questions.at(-1)?.task).toBe("message");
    expect(model.questions.at(-1)?.commands).not.toContain("dontKnow");
  });
});

describe("look-ups", () => {
  test("are on offer only to somebody whom the ledger has verified", async () => {
    const { call, model } = await assisted({ practice }, () => ({}));
    await call.type(mumble);
    expect(model.questions[0]?.lookUps).toEqual([]);
  });

  test("tell the verified caller's own bookings, once, as the ledger has them", async () => {
    const { call, model } = await assisted({ practice }, ({ lookUps }) =>
      lookUps.includes("bookings") ? { lookUp: "bookings" } : { facts: ["booking-1"] },
    );
    await bookedBefore(call, ["2026-03-05"]);
    await call.types("I need to reschedule", "Maria Lopez", "March 5th 1985");
    expect(call.purpose).toBe("offerTimes");
    await call.type(mumble);
    expect(model.questions).toHaveLength(2);
    expect(call.words[0]).toMatch(/You're booked for Thursday, March fifth/);
    expect(call.purpose).toBe("offerTimes");
    expect(call.state.dialogue.requests).toEqual([]);
  });

  test("that fail leave the turn to the rules", async () => {
    const { call } = await assisted({ practice }, () => ({ lookUp: "bookings" }));
    await bookedBefore(call, ["2026-03-05"]);
    await call.types("I need to reschedule", "Maria Lopez", "March 5th 1985");
    call.replies = "held";
    await call.type(mumble);
    const [asked] = call.requests.slice(-1);
    if (asked === undefined) throw new Error("nothing was asked");
    call.answer(asked.id, await call.perform(asked));
    const looking = call.requests.at(-1);
    expect(looking?.request.kind).toBe("listBookings");
    call.answer(looking?.id ?? 0, { kind: "failed", retryable: true });
    expect(call.purpose).toBe("noMatch:offerTimes");
  });
});

describe("nothing", () => {
  test.each<[string, () => unknown]>([
    ["an empty form", () => ({})],
    ["a form of another kind", () => ({ facts: "all of them" })],
    ["an id that was not in the question", () => ({ facts: ["fact-secret"] })],
    ["a command that does not exist", () => ({ command: "book" })],
    ["a failure", () => new Error("no")],
  ])("%s leaves the turn to the rules, word for word", async (_, script) => {
    const { call } = await assisted({ practice }, script);
    const plain = await TypedCall.answered({ practice });
    await answerUntil(call, "ask:name");
    await answerUntil(plain, "ask:name");
    for (let turn = 0; turn < 3; turn++) {
      await call.type(mumble);
      await plain.type(mumble);
      expect([call.purposes, call.words]).toEqual([plain.purposes, plain.words]);
    }
  });
});

describe("is not asked", () => {
  test("what the rules know", async () => {
    const { call, model } = await assisted({ practice }, () => ({ command: "stop" }));
    await answerUntil(call, "ask:anythingElse");
    expect(model.questions).toEqual([]);
  });

  test("while the caller may be in danger", async () => {
    const { call, model } = await assisted({ practice }, () => ({ command: "no" }));
    await call.types("I have crushing chest pain", mumble);
    expect(call.purpose).toBe("ask:emergency");
    expect(model.questions).toEqual([]);
  });

  test("more than twenty-five times in a call", async () => {
    const { call, model } = await assisted({ practice }, () => ({ facts: ["fact-parking"] }));
    for (let turn = 0; turn < 30; turn++) await call.type(mumble);
    expect(model.questions).toHaveLength(25);
  });

  test("about keys", async () => {
    const { call, model } = await assisted({ practice }, () => ({}));
    await call.press("99999");
    expect(model.questions).toEqual([]);
  });

  test("in a call without one: no such effect, and the same events as ever", async () => {
    const call = await answerUntil(await TypedCall.answered({ practice }), "offerTimes");
    await call.types(mumble, "what is the name of your cat?");
    const kinds = new Set(call.effects.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind === "foresee" || kind === "cancel")).toEqual([]);
    expect(call.requests.map(({ request }) => request.kind)).not.toContain("askModel");
    expect(Object.keys(call.events[0] ?? {})).not.toContain("assisted");
  });
});

describe("what is asked", () => {
  test("holds no value that the caller has told, and none of what is on file", async () => {
    const { call, model } = await assisted({ practice, from: "+15035550123" }, () => ({}));
    await bookedBefore(call, ["2026-03-05"]);
    await answerUntil(call, "offerTimes");
    await call.type(mumble);
    const { question, ...asked } = model.questions.at(-1) ?? {};
    const text = JSON.stringify(reveal(asked));
    for (const told of ["Lopez", "1985", "W123456789", "Oak Street, Portland, Oregon", "5550123", "maria"])
      expect(text).not.toContain(told);
    expect(reveal(question)).toMatch(/Which one|Which/);
  });

  test("leaves the read-back before a booking out, which holds nearly everything", async () => {
    const { call, model } = await assisted({ practice }, () => ({}));
    await answerUntil(call, "readBack");
    await call.type(mumble);
    expect(model.questions.at(-1)?.question).toBeNull();
  });

  test("is words of the caller and of ours only under a wrapping that no log opens", async () => {
    const { call, model } = await assisted({ practice }, () => ({}));
    await call.type(mumble);
    expect(JSON.stringify(model.questions[0])).not.toContain("wibble");
  });

  test("names the garage's own tasks and look-ups only there", async () => {
    const { call, model } = await assisted({ practice: demoGarage }, () => ({}));
    await call.type(mumble);
    expect(model.questions[0]?.tasks).toContain("status");
  });
});

/** Everything in the open, as it goes to the model. */
function reveal(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("reveal" in value && typeof value.reveal === "function") return reveal(value.reveal());
  if (Array.isArray(value)) return value.map(reveal);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reveal(part)]));
}
