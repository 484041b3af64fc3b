import { expect, test } from "vitest";
import { callers } from "../sim/callers.ts";
import { callerList, readCallOptions } from "./call-options.ts";

test("without options the new patient calls the clinic", () => {
  const options = readCallOptions([], callers);
  if (typeof options === "string") throw new Error(options);
  expect(options.callers.map(({ name }) => name)).toEqual(["new-patient"]);
  expect([options.base, options.seed, options.repeat, options.parallel]).toEqual([null, 1, 1, 1]);
});

test("another practice has a first caller of its own, and named callers bring their practice", () => {
  const names = (...args: string[]) => {
    const options = readCallOptions(args, callers);
    return typeof options === "string" ? options : options.callers.map(({ name }) => name);
  };
  expect(names("--practice", "auto-service")).toEqual(["oil-change"]);
  expect(names("--caller", "oil-change")).toEqual(["oil-change"]);
  expect(() => names("--practice", "clinic", "--caller", "oil-change")).toThrow(/leave --practice out/);
});

test("a name that several practices have is that of the practice that is called, the clinic if none is named", () => {
  const [patient] = callers;
  if (patient === undefined) throw new Error("nobody calls");
  const mine = ["clinic", "my-clinic"].map((practice) => ({ ...patient, name: "moves", practice }));
  const called = (...args: string[]) => {
    const options = readCallOptions(args, [...mine, { ...patient, name: "asks", practice: "my-clinic" }]);
    return typeof options === "string" ? options : options.callers.map(({ practice }) => practice);
  };
  expect(called("--caller", "moves")).toEqual(["clinic"]);
  expect(called("--caller", "moves", "--practice", "my-clinic")).toEqual(["my-clinic"]);
  expect(called("--caller", "asks")).toEqual(["my-clinic"]);
  expect(called("--practice", "my-clinic", "--caller", "all")).toEqual(["my-clinic", "my-clinic"]);
});

test("the list has a line for each caller, with their practice", () => {
  const lines = callerList(callers).split("\n");
  expect(lines).toHaveLength(callers.length);
  for (const [index, { name, practice }] of callers.entries())
    expect(lines[index]?.split(/ +/).slice(0, 2)).toEqual([name, practice]);
});

test("callers may be several, or all", () => {
  const named = readCallOptions(["--caller", "chest-pain,next-week"], callers);
  const all = readCallOptions(["--caller", "all"], callers);
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
    const options = readCallOptions(["--url", url], callers);
    expect(typeof options === "string" ? options : options.base).toBe(base);
  });

test("all mistakes are told at once", () => {
  const mistaken = ["--caller", "nobody", "--repeat", "0", "--voice", "none", "--url", "desk"];
  expect(() => readCallOptions(mistaken, callers)).toThrow(/nobody.*[\s\S]*none|none[\s\S]*nobody/);
  expect(() => readCallOptions(mistaken, callers)).toThrow(/--repeat/);
  expect(() => readCallOptions(mistaken, callers)).toThrow(/--url/);
});

test("the line and the manners", () => {
  const args = "--noise 15 --loss 3 --jitter 100 --interrupt 0.3 --backchannel 0.2 --hesitate 0.1";
  const options = readCallOptions(args.split(" "), callers);
  if (typeof options === "string") throw new Error(options);
  expect(options.line).toEqual({ noiseDb: 15, lossPercent: 3, jitterMs: 100, echoDb: null });
  expect(options.manners).toEqual({ interrupts: 0.3, backChannels: 0.2, hesitates: 0.1 });
});

const echoes: readonly (readonly [readonly string[], number | null])[] = [
  [[], null],
  [["--echo"], 20],
  [["--echo", "--json"], 20],
  [["--echo", "12"], 12],
  [["--echo=12"], 12],
];
test.for(echoes)("%j is an echo of %s dB", ([args, echoDb]) => {
  const options = readCallOptions(args, callers);
  expect(typeof options === "string" ? options : options.line.echoDb).toBe(echoDb);
});

test("recordings follow --wav, and nothing else stands alone", () => {
  const options = readCallOptions(["--wav", "one.wav", "two.wav", "--seed", "2"], callers);
  expect(typeof options === "string" ? options : options.wavFiles).toEqual(["one.wav", "two.wav"]);
  expect(() => readCallOptions(["one.wav"], callers)).toThrow(/behind --wav/);
});

const wrong: readonly (readonly [string, RegExp])[] = [
  ["--interrupt 2", /--interrupt is "2"; it must be a number from 0 to 1/],
  ["--repeat 1.5", /--repeat is "1.5"; it must be a whole number/],
  ["--jitter late", /--jitter is "late"/],
  ["--practice bakery", /there is no practice "bakery"; there are: clinic, auto-service/],
  ["--voice nobody", /choose one of/],
];
test.for(wrong)("%s is refused, and how to mend it is said", ([args, message]) => {
  expect(() => readCallOptions(args.split(" "), callers)).toThrow(message);
});

test("--help and --list ask for nothing else", () => {
  expect(readCallOptions(["--help"], callers)).toBe("help");
  expect(readCallOptions(["--list"], callers)).toBe("list");
});
