// Goal: keep the house in order without debate. Method: read every source file as text and hold it against the rules below.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const src = join(root, "src");

/** Rooms from the inside out: a room may import from itself and from those before it. */
const rooms = [
  "core/values",
  "core/audio",
  "core/practice",
  "core/language",
  "core/scheduling",
  "core/turns",
  "core/dialogue",
  "core/wording",
  "core/call",
  "ports",
  "practices",
  "runtime",
  "telephony",
  "speech",
  "models",
  "ledger",
  "partners",
  "jobs",
  "telemetry",
  "console",
  "sim",
  "app",
];

/** Edges against the order, each with its reason. */
const allowedEdges: readonly { from: string; to: string; why: string }[] = [
  { from: "core/dialogue", to: "core/wording", why: "only the types of what can be said" },
];

/** Rooms beside each other on the outside: none of them may know another; the composition root joins them. */
const apart: readonly [string, string][] = [
  ["telephony", "runtime"],
  ["speech", "runtime"],
  ["speech", "telephony"],
  ["ledger", "runtime"],
  ["ledger", "telephony"],
  ["ledger", "speech"],
  ["partners", "ledger"],
  ["partners", "telephony"],
  ["console", "runtime"],
  ["console", "ledger"],
  ["console", "speech"],
];

const bannedInCore: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /\bDate\.now\b|\bnew Date\b/, instead: "take the time from the event" },
  { pattern: /\bTemporal\.Now\b/, instead: "take the time from the event" },
  { pattern: /\bMath\.random\b|\bcrypto\b\./, instead: "take chance as an argument" },
  { pattern: /\bset(Timeout|Interval|Immediate)\b/, instead: "answer from nextDeadline" },
  { pattern: /\bconsole\./, instead: "return what happened" },
  { pattern: /from "node:/, instead: "keep the core free of the machine" },
  { pattern: /\basync\b|\bawait\b/, instead: "return an effect" },
];

const bannedEverywhere: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /\b(TODO|FIXME|XXX)\b/, instead: "finish it, or say in the docs what is left out" },
  { pattern: /\b(test|it|describe)\.(only|skip)\(/, instead: "run it; skip only through a stated condition" },
  { pattern: /\+1(?!\d{3}55501)\d{10}\b/, instead: "use a number that is nobody's: 555-0100 to 555-0199" },
];

/** Ways to reach somebody outside, or to try again, past `Upstream` and `Resilience`. */
const bannedConnections: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /(?<![.\w]|async )(?:globalThis\.)?fetch\((?!\w+:)/, instead: "ask through an Upstream" },
  { pattern: /from "(?:undici|axios|got|ky)"/, instead: "ask through an Upstream" },
  {
    pattern: /import \{[^}]*\b(?:request|get)\b[^}]*\} from "node:https?"/,
    instead: "ask through an Upstream",
  },
  { pattern: /import \w+ from "node:https?"|from "node:http2"/, instead: "ask through an Upstream" },
  {
    pattern: /\bnew (?:WebSocket|EventSource)\(/,
    instead: "open it through Resilience, in a file listed here",
  },
  { pattern: /from "(?:cockatiel|p-retry|async-retry)"/, instead: "run it through Resilience" },
  {
    pattern: /from "node:timers\/promises"|new Promise.*(?:setTimeout|\.after)\(/,
    instead: "do not sleep: run what may fail through Resilience",
  },
];

/** Who may, and why. A name that ends in a slash is a folder. */
const ownConnections: readonly { path: string; why: string }[] = [
  { path: "partners/http/", why: "is the door" },
  { path: "partners/resilience/", why: "is the policy" },
  { path: "speech/deepgram/", why: "WebSockets, opened by a Resilience" },
  { path: "sim/", why: "plays the other side, and measures what comes of it" },
  { path: "console/web/", why: "runs in the browser and asks our own server" },
  { path: "app/call-server.ts", why: "asks whether a server of ours runs here" },
  { path: "ledger/directory-lock.ts", why: "waits for another process of ours on this machine" },
];

const sizeCeiling = 400;
const isData = (path: string) => /(-table|\.data)\.ts$/.test(path);

interface Source {
  readonly path: string;
  readonly text: string;
  readonly test: boolean;
}

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.split(sep).join("/"))
  .map((path) => ({
    path,
    text: readFileSync(join(src, path), "utf8"),
    test: /\.test\.ts$|\/testing\/|\.contract\.ts$/.test(path),
  }));

const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`));

function importsOf(source: Source): string[] {
  const found = source.text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...found].map((match) => {
    const target = resolve(dirname(join(src, source.path)), match[1] as string);
    return relative(src, target).split(sep).join("/");
  });
}

function forbiddenEdge(from: string, to: string): string | null {
  if (from === to) return null;
  if (allowedEdges.some((edge) => edge.from === from && edge.to === to)) return null;
  if (apart.some(([a, b]) => (a === from && b === to) || (b === from && a === to)))
    return `${from} and ${to} are kept apart`;
  return rooms.indexOf(to) > rooms.indexOf(from) ? `${from} may not import from ${to}` : null;
}

test("there are sources to look at", () => {
  expect(sources.length).toBeGreaterThan(20);
});

test("every file lives in a known room", () => {
  expect(sources.filter((source) => roomOf(source.path) === undefined).map((source) => source.path)).toEqual(
    [],
  );
});

test("imports point one way", () => {
  const wrong = sources
    .filter((source) => !source.test)
    .flatMap((source) =>
      importsOf(source).flatMap((target) => {
        const [from, to] = [roomOf(source.path), roomOf(target)];
        const fault = from && to ? forbiddenEdge(from, to) : null;
        return fault ? [`${source.path} imports ${target}: ${fault}`] : [];
      }),
    );
  expect(wrong).toEqual([]);
});

test("the core knows no clock, chance, input or output", () => {
  const wrong = sources
    .filter((source) => source.path.startsWith("core/") && !source.test)
    .flatMap((source) => findBanned(source, bannedInCore));
  expect(wrong).toEqual([]);
});

test("nothing unfinished, no test switched off, nobody's telephone number", () => {
  expect(sources.flatMap((source) => findBanned(source, bannedEverywhere))).toEqual([]);
});

test(`no file but tables is longer than ${sizeCeiling} lines, tests included`, () => {
  const long = sources
    .filter((source) => !isData(source.path))
    .map((source) => ({ path: source.path, lines: source.text.split("\n").length - 1 }))
    .filter((source) => source.lines > sizeCeiling);
  expect(long).toEqual([]);
});

test("the environment is read in one place", () => {
  const readers = sources
    .filter((source) => /process\.env\b/.test(source.text) && !source.test)
    .map((source) => source.path)
    .filter((path) => !path.startsWith("app/"));
  expect(readers).toEqual([]);
});

test("whoever is outside is asked through the one door, and again by the one policy", () => {
  const exempt = (path: string) =>
    ownConnections.some((one) => (one.path.endsWith("/") ? path.startsWith(one.path) : path === one.path));
  const wrong = sources
    .filter((source) => !source.test && !exempt(source.path))
    .flatMap((source) => findBanned(source, bannedConnections));
  expect(wrong).toEqual([]);
});

test.each(ownConnections)("$path still needs its exception", ({ path }) => {
  const own = sources.filter((source) => !source.test && source.path.startsWith(path));
  expect(own.flatMap((source) => findBanned(source, bannedConnections))).not.toEqual([]);
});

test("log messages are constant plain ASCII", () => {
  const wrong = sources
    .filter((source) => !source.test)
    .flatMap((source) =>
      [...source.text.matchAll(/\blog\.(?:debug|info|warn|error)\(\s*(`[^`]*`|"[^"]*")/g)]
        .map((match) => match[1] as string)
        .filter((message) => message.startsWith("`") || /[^\x20-\x7e]/.test(message))
        .map((message) => `${source.path}: ${message}`),
    );
  expect(wrong).toEqual([]);
});

function findBanned(source: Source, rules: readonly { pattern: RegExp; instead: string }[]): string[] {
  return source.text.split("\n").flatMap((line, index) => {
    if (/^\s*(\/\/|\*|\/\*)/.test(line)) return [];
    return rules
      .filter((rule) => rule.pattern.test(line))
      .map((rule) => `${source.path}:${index + 1}: ${line.trim()} (${rule.instead})`);
  });
}
