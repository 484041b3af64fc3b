import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { understandLine, understandLines } from "./understand-lines.ts";

const at = { reference: "2026-03-02T09:00", opening: "08:00-18:00" };

function answer(fields: Record<string, unknown>): Record<string, unknown> {
  return understandLine(JSON.stringify({ ...at, ...fields }));
}

test("a line gives each field that was found, and nothing else", () => {
  expect(answer({ id: 7, text: "next thursday at half past two please", asked: ["date"] })).toMatchObject({
    id: 7,
    date: "2026-03-12",
    time: "14:30",
    complete: 0.8,
  });
  expect(answer({ text: "um" })).toEqual({ complete: 0.15 });
});

test("ranges say what days and times would do", () => {
  expect(answer({ text: "any day but monday after three" })["range"]).toEqual({
    except: [1],
    fromTime: "15:00",
  });
});

test("choices come as their index", () => {
  const choices = ["Tuesday at 9 am", "Wednesday at 2 pm"];
  expect(answer({ text: "the later one", asked: ["choice"], choices })).toMatchObject({ choice: 1 });
});

test("a fault of the line is its answer", () => {
  expect(understandLine("nonsense")).toEqual({ error: "not JSON" });
  expect(understandLine("[1]")).toEqual({ error: "not a JSON object" });
  expect(answer({ id: "a" })).toEqual({ id: "a", error: "text: missing" });
  expect(answer({ id: "a", text: 5 })).toEqual({ id: "a", error: "text: not a string" });
  expect(answer({ text: "", asked: "date" })).toEqual({ error: "asked: not a list of strings" });
  expect(answer({ text: "", asked: ["slot"] })["error"]).toMatch(/^asked: no field kind/);
  expect(answer({ text: "", reference: "soon" })["error"]).toMatch(/^reference:/);
  expect(answer({ text: "", opening: "always" })["error"]).toMatch(/^opening:/);
  expect(understandLine('{"text":"","timeZone":"Mars/Phobos"}')["error"]).toMatch(/^timeZone:/);
});

test("a stream is answered line by line, in order, over faults", async () => {
  const lines = Array.from({ length: 2000 }, (_, id) =>
    id % 100 === 50 ? "{" : JSON.stringify({ ...at, id, text: "yes" }),
  );
  const answers: unknown[] = [];
  const output = new Writable({
    highWaterMark: 64,
    write(chunk: Buffer, _encoding, done) {
      answers.push(JSON.parse(chunk.toString()));
      setImmediate(done);
    },
  });
  await understandLines(Readable.from(`${lines.join("\n")}\n`), output);
  expect(answers).toHaveLength(2000);
  expect(answers[50]).toEqual({ error: "not JSON" });
  expect(answers[1999]).toMatchObject({ id: 1999, reply: "yes" });
});
