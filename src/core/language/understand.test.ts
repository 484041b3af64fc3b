import { describe, expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";

const kinds = (text: string, hearing: Parameters<typeof hear>[1] = {}) =>
  hear(text, hearing).acts.map((act) => act.kind);

describe("faults that were seen elsewhere", () => {
  test("payer and member ID in one sentence", () => {
    const heard = hear("I have Blue Cross insurance and my member ID is ABC123456", {
      asked: ["payer", "identifier"],
    });
    expect(first(heard, "payer")?.value).toMatch(/blue/i);
    expect(first(heard, "identifier")?.value).toBe("ABC123456");
  });

  test.each(["hold on", "I don't have it with me", "help", "one moment please", "what is that", "um"])(
    "%s is no member ID",
    (text) => {
      expect(first(hear(text, { asked: ["identifier"] }), "identifier")).toBeUndefined();
    },
  );

  test("I don't have insurance is self-pay", () => {
    expect(first(hear("I don't have insurance", { asked: ["payer"] }), "payer")?.value).toBe("self");
  });

  test("two days are no pain of two", () => {
    const heard = hear("for about two days", { asked: ["duration"] });
    expect(first(heard, "duration")?.value.iso).toBe("P2D");
    expect(first(heard, "pain")).toBeUndefined();
  });

  test.each([
    ["dr garcia", 2],
    ["two", 1],
    ["the second one", 1],
    ["number 2", 1],
  ])("of three doctors, %s is not the first", (text, expected) => {
    const choices = ["Dr. Maria Lopez", "Dr. Alan Chen", "Dr. Elena Garcia"];
    const heard = hear(text, { asked: ["choice"], choices });
    expect(first(heard, "choice")?.value).toBe(expected);
    expect(first(heard, "time")).toBeUndefined();
  });

  test.each(["none of those work", "no, cancel", "next week"])("%s takes no time on offer", (text) => {
    const choices = ["Tuesday at 9 a.m.", "Tuesday at 2 p.m.", "Wednesday at 11 a.m."];
    expect(first(hear(text, { asked: ["choice"], choices }), "choice")).toBeUndefined();
  });

  test("12 pm is noon; tomorrow at 10 is tomorrow", () => {
    expect(first(hear("12 pm"), "time")?.value.toString()).toBe("12:00:00");
    const heard = hear("tomorrow at 10");
    expect([first(heard, "date")?.value.toString(), first(heard, "time")?.value.toString()]).toEqual([
      "2026-03-03",
      "10:00:00",
    ]);
  });

  test("no, that's not right is never a yes", () => {
    for (const text of ["no, that's not right", "no that's not right", "that's not right"]) {
      expect([hear(text).reply, kinds(text).includes("affirm")]).toEqual(["no", false]);
    }
  });

  test("I need to reschedule my service is no new booking", () => {
    expect(kinds("I need to reschedule my service")).toContain("change");
    expect(kinds("I need to reschedule my service")).not.toContain("book");
  });

  test("an appointment that is to be cancelled or moved is no new booking", () => {
    expect(kinds("hi this is john smith i need to cancel my appointment on thursday")).not.toContain("book");
    expect(kinds("i need to change my appointment")).not.toContain("book");
  });

  test("an oil change changes no appointment, and one second street asks for no patience", () => {
    expect(kinds("i need an oil change")).not.toContain("change");
    expect(kinds("i live at two twenty one second street")).not.toContain("wait");
  });

  test("since last night is no day to book", () => {
    const heard = hear("a fever since last night", { asked: ["complaint"] });
    expect(
      heard.readings.filter(
        ({ kind, confidence }) => (kind === "date" || kind === "days") && confidence > 0.5,
      ),
    ).toEqual([]);
  });

  test("who speaks first says neither yes nor no by asking for a booking", () => {
    expect(hear("i'd like to book an appointment").reply).toBeNull();
  });

  test("my boss drives it too asks for nobody", () => {
    expect(kinds("my boss drives it too")).not.toContain("person");
  });

  test("can you take care of my brakes is no goodbye", () => {
    expect(kinds("can you take care of my brakes")).not.toContain("goodbye");
  });

  test("11 digits that begin with 1 are a number with its country code", () => {
    expect(first(hear("1 503 555 0123", { asked: ["phone"] }), "phone")?.value).toBe("+15035550123");
    const spoken = "one five oh three five five five oh one two three";
    expect(first(hear(spoken, { asked: ["phone"] }), "phone")?.value).toBe("+15035550123");
  });

  test("addresses: words are no states, and 4123 Main Street is one", () => {
    expect(
      first(hear("I live in 350 Fifth Avenue", { asked: ["address"] }), "address")?.value.state ?? null,
    ).toBeNull();
    expect(first(hear("4123 Main Street", { asked: ["address"] }), "address")?.value).toMatchObject({
      number: "4123",
    });
    const whole = "742 evergreen terrace san diego california 92101";
    expect(first(hear(whole, { asked: ["address"] }), "address")?.value.state).toBe("CA");
  });
});

describe("several things in one breath", () => {
  test("a day, a time and a yes", () => {
    const heard = hear("yes please next thursday at half past two", {
      asked: ["yesNo"],
      previous: "Would you like to book a visit?",
    });
    expect(heard.reply).toBe("yes");
    expect(first(heard, "date")?.value.toString()).toBe("2026-03-12");
    expect(first(heard, "time")?.value.toString()).toBe("14:30:00");
  });

  test("a complaint with its duration", () => {
    const heard = hear("i've had a sore throat for three days", { asked: ["complaint"] });
    expect(first(heard, "complaint")).toBeDefined();
    expect(first(heard, "duration")?.value.iso).toBe("P3D");
  });

  test("an answer to something else than what was asked", () => {
    const heard = hear("actually before that what are your hours on saturday", { asked: ["dateOfBirth"] });
    expect(heard.acts.find((act) => act.kind === "question")?.topic).toBe("hours");
    expect(first(heard, "dateOfBirth")).toBeUndefined();
  });
});

describe("other hypotheses of the recognizer", () => {
  test("help when the best has nothing of what was asked, and want confirming", () => {
    const heard = hear("tooth day at", { asked: ["date"], nbest: ["tooth day at", "tuesday at"] });
    expect(first(heard, "date")).toMatchObject({ confidence: 0.5, span: { start: 0, end: 12 } });
    expect(first(heard, "date")?.value.toString()).toBe("2026-03-03");
  });

  test("change nothing when the best is clear", () => {
    const heard = hear("thursday", { asked: ["date"], nbest: ["tuesday"] });
    expect(heard.readings.map(({ value }) => String(value))).toEqual(["2026-03-05"]);
  });
});
