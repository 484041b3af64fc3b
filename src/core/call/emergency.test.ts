import { describe, expect, test } from "vitest";
import { hide } from "../values/private.ts";
import { answers, answerUntil } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const { emergencyInstruction, crisisInstruction } = demoClinic.wording;
const answered = () => TypedCall.answered({ practice: demoClinic });

describe("emergency words are answered first", () => {
  for (const purpose of [...Object.keys(answers)])
    test(`at ${purpose}`, async () => {
      const call = await answerUntil(await answered(), purpose);
      await call.type("I have really bad chest pain right now");
      expect(call.words[0]).toBe(emergencyInstruction);
      expect(call.purposes).toEqual(["emergency", "ask:emergency"]);
    });

  const detours: readonly (readonly [name: string, lines: readonly string[]])[] = [
    ["what to change", ["no"]],
    ["another time", ["none of those", "none of those"]],
    ["whether to stop", ["cancel"]],
  ];
  for (const [name, lines] of detours)
    test(`when asked about ${name}`, async () => {
      const call = await answerUntil(await answered(), name === "what to change" ? "readBack" : "offerTimes");
      await call.types(...lines);
      await call.type("my chest hurts and I can't breathe");
      expect(call.words[0]).toBe(emergencyInstruction);
    });

  test("while a reply is waited for", async () => {
    const call = await answerUntil(await answered(), "readBack");
    call.replies = "held";
    await call.type("yes");
    await call.type("I think I'm having a heart attack");
    expect(call.words[0]).toBe(emergencyInstruction);
  });

  test("while goodbye is said", async () => {
    const call = await answerUntil(await answered(), "ask:anythingElse");
    await call.type("my chest hurts badly");
    expect(call.words[0]).toBe(emergencyInstruction);
  });
});

test("the instruction cannot be interrupted", async () => {
  const call = await answered();
  await call.type("chest pain");
  const prompt = call.effects.findLast(
    (effect) => effect.kind === "speak" && effect.prompt.purpose === "emergency",
  );
  expect(prompt).toMatchObject({ prompt: { bargeIn: false } });
});

test("an emergency ends the call politely with the instruction once more", async () => {
  const call = await answered();
  await call.types("I have chest pain", "yes");
  expect(call.words[0]).toBe(emergencyInstruction);
  expect(call.end).toBe("emergency");
});

test("only a clear no goes on, and the visit is urgent", async () => {
  const call = await answered();
  await call.types("I had chest pain and would like to see a doctor", "no, it's not an emergency");
  expect(call.purpose).toBe("ask:duration");
  await answerUntil(call, "readBack");
  await call.type("yes");
  expect(call.ledger.bookings[0]?.visit).toMatchObject({ urgency: "urgent", complaintCategory: "chestPain" });
});

test("an unclear answer is asked about once, then the call ends", async () => {
  const call = await answered();
  await call.types("I have chest pain", "well it comes and goes");
  expect(call.purpose).toBe("ask:emergency");
  await call.type("I can't really say");
  expect(call.end).toBe("emergency");
});

test("a recognizer that is lost asks for nothing beside the instruction", async () => {
  const call = await answered();
  const text = hide("I have crushing chest pain");
  await call.gets({ kind: "speechStarted", at: 1_000 });
  await call.gets({ kind: "speechStopped", at: 3_000, silentSince: 2_800 });
  call.pass(6_000);
  const spoken = {
    kind: "transcribed",
    utterance: 1,
    text,
    confidence: 0.9,
    alternatives: hide([]),
  } as const;
  await call.gets({ ...spoken, at: 6_100, final: true });
  expect(call.purpose).toBe("ask:emergency");
  await call.gets({ kind: "recognizerLost", at: 8_000 });
  expect(call.purpose).toBe("ask:emergency");
  await call.waits();
  await call.waits();
  expect(call.end).toBe("emergency");
});

test("silence after the instruction ends the call", async () => {
  const call = await answered();
  await call.type("I have chest pain");
  await call.waits();
  expect(call.purpose).toBe("ask:emergency");
  await call.waits();
  expect(call.end).toBe("emergency");
});

test("a person can be asked for after the instruction", async () => {
  const call = await answered();
  await call.types("I have chest pain", "let me talk to a person");
  expect(call.end).toBe("transferred");
});

test("thoughts of suicide reach 988, and a yes reaches a person", async () => {
  const call = await answered();
  await call.type("I want to kill myself");
  expect(call.words[0]).toBe(crisisInstruction);
  await call.type("yes");
  expect(call.end).toBe("transferred");
});

test("what was said before the emergency is kept", async () => {
  const call = await answerUntil(await answered(), "ask:payer");
  await call.types("my chest hurts", "no it's not an emergency");
  expect(call.purpose).toBe("ask:payer");
  expect(call.fields["name"]).toBe("Maria Lopez");
});
