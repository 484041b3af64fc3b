import { expect, test } from "vitest";
import { readCallOptions } from "./call-options.ts";

test("without options the new patient calls the clinic", () => {
  const options = readCallOptions([]);
  if (typeof options === "string") throw new Error(options);
  expect(options.callers.map(({ name }) => name)).toEqual(["new-patient"]);
  expect([options.base, options.seed, options.repeat, options.parallel]).toEqual([null, 1, 1, 1]);
});

test("callers may be several, or all", () => {
  const named = readCallOptions(["--caller", "chest-pain,next-week"]);
  const all = readCallOptions(["--caller", "all"]);
  if (typeof named === "string" || typeof all === "string") throw new Error("not options");
  expect(named.callers.map(({ name }) => name)).toEqual(["chest-pain", "next-week"]);
  expect(all.callers.length).toBeGreaterThanOrEqual(5);
});

const bases: readonly (readonly [string, string])[] = [
  ["ws://127.0.0.1:3000", "ws://127.0.0.1:3000"],
  ["http://localhost:3000/", "ws://localhost:3000"],
  ["wss://desk.example.com/line/clinic", "wss://desk.example.com"],
];
for (const [url, base] of bases)
  test(`${url} is the server at ${base}`, () => {
    const options = readCallOptions(["--url", url]);
    expect(typeof options === "string" ? options : options.base).toBe(base);
  });

test("all mistakes are told at once", () => {
  const mistaken = ["--caller", "nobody", "--repeat", "0", "--voice", "none", "--url", "desk"];
  expect(() => readCallOptions(mistaken)).toThrow(/nobody.*[\s\S]*none|none[\s\S]*nobody/);
  expect(() => readCallOptions(mistaken)).toThrow(/--repeat/);
  expect(() => readCallOptions(mistaken)).toThrow(/--url/);
});

test("--help and --list ask for nothing else", () => {
  expect(readCallOptions(["--help"])).toBe("help");
  expect(readCallOptions(["--list"])).toBe("list");
});
