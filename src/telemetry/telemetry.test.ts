import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { WorldError } from "../ports/world-error.ts";
import { openTelemetry } from "./telemetry.ts";

function recorded(options: { terminal?: boolean; level?: "debug" | "info" } = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const level = options.level ?? "info";
  return {
    lines,
    ...openTelemetry({ level, destination, terminal: options.terminal ?? false, colour: false }),
  };
}

test("a line is one JSON object with level, time, message and fields", () => {
  const { lines, log } = recorded();
  log.with({ call: "CA1" }).warn("a thing happened", { count: 3, left: undefined, ok: true });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] as string)).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    message: "a thing happened",
    call: "CA1",
    count: 3,
    ok: true,
  });
});

test("what is below the level is not written", () => {
  const { lines, log } = recorded();
  log.debug("unimportant");
  expect(lines).toEqual([]);
});

test("people get a short line", () => {
  const { lines, log } = recorded({ terminal: true });
  log.info("listening", { port: 3000 });
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d listening port=3000\n$/);
});

test("an error is logged with its kind, code, cause and frames, and with nothing else that hangs on it", () => {
  const { lines, log } = recorded();
  const cause = Object.assign(new Error('invalid input syntax for type date: "Ada Lovelace"'), {
    code: "22007",
    detail: "Ada Lovelace",
    parameters: ["Ada Lovelace"],
  });
  log.error("failed", { error: new WorldError("database", "booking", { retryable: true, cause }) });
  const entry = JSON.parse(lines[0] as string);
  expect(entry.error).toMatchObject({
    type: "WorldError",
    message: "database failed while booking",
    retryable: true,
    cause: { code: "22007", message: 'invalid input syntax for type date: "[value]"' },
  });
  expect(entry.error.stack).toContain("telemetry.test.ts");
  expect(lines[0]).not.toContain("Ada");
});

test.each([
  ["call +15035550123 back", "call [number] back"],
  ["(503) 555-0123", "[number]"],
  ["503 555 0123, please", "[number], please"],
  ["to ada.l+x@mail.example.com failed", "to [email] failed"],
  ["CA0123456789abcdef0123456789abcdef", "CA0123456789abcdef0123456789abcdef"],
  ["took 1234 ms of 5000", "took 1234 ms of 5000"],
])("text of others: %s", (text, redacted) => {
  const { lines, log } = recorded();
  log.error("failed", { error: new Error(text), text });
  const entry = JSON.parse(lines[0] as string);
  expect(entry.error.message).toBe(redacted);
  expect(entry.text).toBe(redacted);
});

test("values that are no log values are refused, and messages are ASCII", () => {
  const { lines, log } = recorded();
  log.info("caf\u00e9", { words: hide("chest pain") as never, row: { name: "Ada" } as never });
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    message: "caf?",
    words: "[refused]",
    row: "[refused]",
  });
});

test("metrics have the prefix, base units and their labels", async () => {
  const { meter, expose } = recorded();
  meter.count("calls_total", { status: "done" });
  meter.count("calls_total", { status: "done" }, 2);
  meter.gauge("active_calls", 4);
  meter.observeSeconds("answer_gap_seconds", 0.3);
  const text = await expose();
  expect(text).toContain('frontdesk_calls_total{status="done"} 3');
  expect(text).toContain("frontdesk_active_calls 4");
  expect(text).toContain('frontdesk_answer_gap_seconds_bucket{le="0.35"} 1');
  expect(text).toContain("frontdesk_process_cpu_seconds_total");
});

test("labels that are no categories are refused and counted", async () => {
  const { meter, expose } = recorded();
  meter.count("things_total", { kind: "good" });
  meter.count("things_total", { kind: "ada@example.com" });
  meter.count("things_total", { other: "label" });
  for (let i = 0; i < 300; i++) meter.count("things_total", { kind: `number${i}` });
  const text = await expose();
  expect(text).not.toContain("example.com");
  expect(text).toContain("frontdesk_meter_errors_total 103");
});
