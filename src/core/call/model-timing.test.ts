// When a language model is asked, how long it is waited for, and what takes the question back.
import { describe, expect, test } from "vitest";
import { replay } from "./call.ts";
import type { Effect } from "./effects.ts";
import { answerUntil } from "./testing/answers.ts";
import { assisted, mumble } from "./testing/assisted-call.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";

const practice = demoClinic;
const parking = practice.facts.find(({ id }) => id === "parking")?.answer ?? "";

describe("time", () => {
  async function asking() {
    const { call } = await assisted({ practice }, () => ({ facts: ["fact-parking"] }));
    await answerUntil(call, "ask:name");
    call.replies = "held";
    await call.type(mumble);
    const asked = call.requests.at(-1);
    if (asked?.request.kind !== "askModel") throw new Error("no model was asked");
    return { call, asked };
  }

  test("silence of 700 ms is filled once, and after 4 s the rules go on; the answer is not wanted any more", async () => {
    const { call, asked } = await asking();
    call.pass(690);
    expect(call.purposes).toEqual([]);
    call.pass(10);
    expect(call.purposes).toEqual(["oneMoment"]);
    call.pass(3_290);
    expect(call.purposes).toEqual(["oneMoment"]);
    call.pass(10);
    expect(call.purposes).toEqual(["oneMoment", "noMatch:name"]);
    expect(call.effects.at(-1)).toEqual({ kind: "cancel", id: asked.id });
    const before = call.words.length;
    call.answer(asked.id, await call.perform(asked));
    expect(call.words).toHaveLength(before);
  });

  test("a look-up for the answer is not waited for any longer", async () => {
    const { call } = await assisted({ practice }, () => ({ lookUp: "bookings" }));
    await bookedBefore(call, ["2026-03-05"]);
    await call.types("I need to reschedule", "Maria Lopez", "March 5th 1985");
    call.replies = "held";
    await call.type(mumble);
    call.pass(1_000);
    const asked = call.requests.at(-1);
    if (asked === undefined) throw new Error("nothing was asked");
    call.answer(asked.id, await call.perform(asked));
    expect(call.requests.at(-1)?.request.kind).toBe("listBookings");
    call.pass(2_990);
    expect(call.purposes).toEqual(["oneMoment"]);
    call.pass(10);
    expect(call.purposes).toEqual(["oneMoment", "noMatch:offerTimes"]);
  });

  test("an answer within 700 ms is filled with nothing", async () => {
    const { call, asked } = await asking();
    call.pass(500);
    call.answer(asked.id, await call.perform(asked));
    expect(call.purposes).toEqual(["answer", "ask:name"]);
  });

  test("an answer that has begun is no silence, and what is missing after 4 s is left out", async () => {
    const { call, asked } = await asking();
    call.pass(600);
    await call.gets({ kind: "modelSaid", at: call.now, request: asked.id, fact: "fact-parking" });
    expect(call.purposes).toEqual(["answer"]);
    call.pass(3_400);
    expect(call.purposes).toEqual(["answer", "ask:name"]);
  });

  test("the next line of the caller takes the question back", async () => {
    const { call, asked } = await asking();
    await call.type("Maria Lopez");
    expect(call.effects).toContainEqual({ kind: "cancel", id: asked.id });
    expect(call.purpose).toBe("ask:dateOfBirth");
    call.answer(asked.id, await call.perform(asked));
    expect(call.purpose).toBe("ask:dateOfBirth");
  });

  test("so does hanging up", async () => {
    const { call, asked } = await asking();
    await call.hangsUp();
    expect(call.effects).toContainEqual({ kind: "cancel", id: asked.id });
  });

  test("a line that breaks has it asked again, under its own number", async () => {
    const { call, asked } = await asking();
    await call.gets({ kind: "resumed", at: call.now });
    expect(call.requests.at(-1)).toEqual({ kind: "request", ...asked });
    call.answer(asked.id, await call.perform(asked));
    expect(call.said).toContain(parking);
    expect(call.purpose).toBe("ask:name");
  });
});

describe("replay", () => {
  test("the journal gives the same call again, and asks no model", async () => {
    const { call, model } = await assisted({ practice }, ({ asked }) =>
      asked === "ask:name"
        ? { facts: ["fact-parking"] }
        : { fields: [{ field: "name", text: "Maria Lopez" }] },
    );
    await answerUntil(call, "ask:name");
    await call.types(mumble, "Maria Lopez", mumble);
    const asked = model.questions.length;
    expect(replay(practice, call.events)).toEqual(call.state);
    expect(model.questions).toHaveLength(asked);
  });
});

describe("by voice", () => {
  async function spoken() {
    const { call, model } = await assisted({ practice }, () => ({ facts: ["fact-parking"] }));
    await answerUntil(call, "ask:name");
    return { voice: new SpokenTurns(call), call, model };
  }

  test("a pause with words that no rule knows has the question begun, and the end of the turn asks it", async () => {
    const { voice, call } = await spoken();
    await voice.says(mumble);
    const wanted = call.effects.flatMap((effect) => (effect.kind === "foresee" ? [effect.request] : []));
    expect(wanted[0]?.kind).toBe("askModel");
    expect(call.requests.at(-1)?.request.kind).toBe("askModel");
    expect(call.said).toContain(parking);
  });

  test("a pause with words that a rule knows begins nothing", async () => {
    const { voice, call } = await spoken();
    await voice.says("Maria Lopez");
    expect(call.effects.filter(({ kind }) => kind === "foresee")).toEqual([]);
  });

  test("an answer that was heard badly is asked about, and stands when the model has nothing better", async () => {
    const { call, model } = await assisted({ practice }, () => ({}));
    await answerUntil(call, "ask:name");
    await new SpokenTurns(call).says("Maria Lopez", { confidence: 0.2 });
    expect(model.questions).toHaveLength(1);
    expect(call.purpose).toBe("confirm:name");
  });

  test("S I E S I E T: words that go on take the place of those before the pause", async () => {
    const { voice, call } = await spoken();
    await voice.begins("blorp fandango the");
    call.pass(160);
    await call.gets({ kind: "speechStopped", at: call.now, silentSince: call.now - 160 });
    await voice.says(mumble, { afterMs: 100 });
    expect(call.effects.filter(({ kind }) => kind === "foresee").map(textsOf)).toEqual([
      "blorp fandango the",
      mumble,
      "",
    ]);
  });

  test("words that come while the model is asked are asked about together with those before them", async () => {
    const { voice, call } = await spoken();
    call.replies = "held";
    await voice.says("blorp fandango the");
    const first = call.requests.at(-1);
    await voice.says("wibble of it", { afterMs: 100 });
    const second = call.requests.at(-1);
    expect(call.effects).toContainEqual({ kind: "cancel", id: first?.id });
    expect(second?.request.kind === "askModel" && second.request.question.words.reveal().text).toBe(
      "blorp fandango the wibble of it",
    );
  });

  test("a courtesy while the model is asked changes nothing", async () => {
    const { voice, call } = await spoken();
    call.replies = "held";
    await voice.says(mumble);
    const asked = call.requests.at(-1);
    await voice.says("thank you", { afterMs: 100 });
    expect(call.requests.at(-1)).toBe(asked);
    expect(call.effects.filter(({ kind }) => kind === "cancel")).toEqual([]);
  });

  test("whoever speaks over the answer hears no more of it", async () => {
    const { voice, call } = await spoken();
    call.replies = "held";
    await voice.says(mumble);
    const asked = call.requests.at(-1);
    await call.gets({ kind: "modelSaid", at: call.now, request: asked?.id ?? 0, fact: "fact-parking" });
    await voice.hears(10);
    await voice.says("my name is Maria Lopez");
    expect(call.effects).toContainEqual({ kind: "cancel", id: asked?.id });
    expect(call.purpose).toBe("ask:dateOfBirth");
  });
});

function textsOf(effect: Effect): string {
  if (effect.kind !== "foresee" || effect.request?.kind !== "askModel") return "";
  return effect.request.question.words.reveal().text;
}
