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
  expect(answer({ text: "", timeZone: "Mars/Phobos" })["error"]).toMatch(/^timeZone:/);
});

test.each<[field: string, values: unknown[]]>([
  ["text", [5, ["yes"], {}, true]],
  ["previous", [5, []]],
  ["asked", ["date", [5], {}, ["slot"]]],
  ["nbest", ["yes", [null], 5]],
  ["reference", [5, "tomorrow", "2026-13-01"]],
  ["timeZone", [5, "EST5EDT4"]],
  ["opening", [5, "8-20", "25:00-26:00"]],
  ["choices", ["Tuesday", [1]]],
  ["shape", [5, ["AA"]]],
])("a %s of the wrong type names the field and keeps the id", (field, values) => {
  for (const value of values) {
    const { id, error } = answer({ id: "x-1", text: "yes", [field]: value });
    expect([id, String(error).split(":")[0]]).toEqual(["x-1", field]);
  }
});

test("the id of a line that is not JSON is found when it can be read", () => {
  expect(understandLine('{"id": 12, "text": "yes"')).toEqual({ id: 12, error: "not JSON" });
  expect(understandLine('{"id":"a\\"b","text":yes}')).toEqual({ id: 'a"b', error: "not JSON" });
  expect(understandLine(`{"id":7,"text":"${"a".repeat(1_000_001)}"}`)).toMatchObject({ id: 7 });
});

/** Every field of the output, each with words that it is found in. */
const outputs: readonly (readonly [expected: Record<string, unknown>, fields: Record<string, unknown>])[] = [
  [{ date: "2026-03-05" }, { text: "thursday" }],
  [{ time: "15:30" }, { text: "half past three" }],
  [{ dates: ["2026-03-03", "2026-03-05"] }, { text: "tuesday or thursday" }],
  [{ times: ["09:00", "14:00"] }, { text: "at nine or at two pm" }],
  [{ range: { to: "2026-03-06" } }, { text: "by friday" }],
  [{ reply: "yes" }, { text: "sounds good", asked: ["yesNo"] }],
  [{ reply: "no" }, { text: "not really", asked: ["yesNo"] }],
  [{ choice: 1 }, { text: "the second one", asked: ["choice"], choices: ["nine", "ten"] }],
  [{ number: 7 }, { text: "seven", asked: ["number"] }],
  [{ duration: "P2D" }, { text: "for two days", asked: ["duration"] }],
  [{ phone: "+15035550123" }, { text: "five oh three five five five oh one two three", asked: ["phone"] }],
  [{ email: "jane.doe@example.com" }, { text: "jane dot doe at example dot com", asked: ["email"] }],
  [{ name: { given: "Sarah", family: "Johnson" } }, { text: "sarah johnson", asked: ["name"] }],
  [{ dateOfBirth: "1982-03-05" }, { text: "march fifth nineteen eighty two", asked: ["dateOfBirth"] }],
  [{ identifier: "ABC123" }, { text: "a b c one two three", asked: ["identifier"], shape: "AAA999" }],
  [
    { address: { number: "12", street: "Oak Street", unit: "4B", city: "Salem", state: "OR", zip: "97301" } },
    { text: "twelve oak street apartment four b salem oregon nine seven three oh one", asked: ["address"] },
  ],
  [
    { address: { city: "Salem", state: "OR", poBox: "45" } },
    { text: "PO Box 45, Salem, OR", asked: ["address"] },
  ],
  [{ payer: "aetna" }, { text: "I have Aetna", asked: ["payer"] }],
  [{ complaint: "headache" }, { text: "a bad headache", asked: ["complaint"] }],
  [{ service: "oilChange" }, { text: "an oil change", asked: ["service"] }],
  [
    { vehicle: { year: 2019, make: "Honda", model: "Civic" } },
    { text: "a 2019 honda civic", asked: ["vehicle"] },
  ],
  [{ vin: "1HGCM82633A004352" }, { text: "1 H G C M 8 2 6 3 3 A 0 0 4 3 5 2", asked: ["vin"] }],
  [{ pain: 7 }, { text: "about a seven", asked: ["pain"] }],
  [{ redFlag: { kind: "emergency", category: "chestPain" } }, { text: "I have chest pain" }],
  [{ acts: ["repeat"] }, { text: "can you repeat that" }],
];

test.each(outputs)("%j comes out", (expected, fields) => {
  const found = answer(fields);
  expect(found).toMatchObject(expected);
  expect(found["complete"]).toBeTypeOf("number");
  for (const [start, end] of Object.values((found["spans"] ?? {}) as Record<string, [number, number]>)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(String(fields["text"]).length);
  }
});

test("lines end at line feeds only, with or without a carriage return, and the last needs none", async () => {
  const answers: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      answers.push(chunk.toString());
      done();
    },
  });
  const pieces = ['{"id":1,"text":"yes\u2028no"}\r', '\n{"id":2,"te', 'xt":"no"}\n\n{"id":3,"text":"yes"}'];
  await understandLines(Readable.from(pieces, { objectMode: false }), output);
  const read = answers.map((line): Record<string, unknown> => JSON.parse(line));
  expect(read.map(({ id, error }) => id ?? error)).toEqual([1, 2, "not JSON", 3]);
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
