import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { WorldError } from "../ports/world-error.ts";
import { endOf } from "./run-command.ts";
import { SettingsError } from "./settings.ts";
import { wholeNumber } from "./usage-error.ts";

const readPort = (args: string[]) =>
  parseArgs({ args, options: { port: { type: "string" } }, allowPositionals: true });

test.for<readonly [what: string, act: () => unknown, told: string]>([
  ["an option that nobody knows", () => readPort(["--prot", "1"]), "Unknown option '--prot'"],
  ["a word where none belongs", () => parseArgs({ args: ["now"] }), "Unexpected argument 'now'"],
  [
    "a number out of its range",
    () => wholeNumber("port", "70000", 0, 65535),
    '--port is "70000"; it must be a whole number from 0 to 65535',
  ],
  [
    "a number that is none",
    () => wholeNumber("port", "", 0, 65535),
    '--port is ""; it must be a whole number from 0 to 65535',
  ],
])("%s ends a command with 2 and the way to its help", ([, act, told]) => {
  expect(endOf(thrownBy(act), [])).toEqual({ told: `${told}\n\n--help explains the options.`, code: 2 });
});

test("a mistake that can be mended is told without its stack", () => {
  const error = new SettingsError(["PORT: must be a whole number"]);
  expect(endOf(error, [SettingsError])).toEqual({ told: error.message, code: 1 });
});

test("a service that is away is told with its cause, and the way to find out more", () => {
  const cause = new Error("connect ECONNREFUSED 127.0.0.1:5432");
  const error = new WorldError("database", "connecting", { retryable: true, cause });
  expect(endOf(error, [])).toEqual({
    told: expect.stringMatching(
      /^database failed while connecting: connect ECONN[\s\S]*npm run check-config/,
    ),
    code: 1,
  });
});

test("a bug is told with all that is known of it", () => {
  const bug = new TypeError("x is undefined");
  expect(endOf(bug, [SettingsError])).toEqual({ told: bug, code: 1 });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
