import { inspect } from "node:util";
import { expect, test } from "vitest";
import { fixedSecret } from "./hidden-secret.ts";

test("the current value is sent, and the one before it is let in too", () => {
  const secret = fixedSecret("new", "old");
  expect(secret.current()).toBe("new");
  expect(secret.accepted()).toEqual(["new", "old"]);
  expect(fixedSecret("only").accepted()).toEqual(["only"]);
});

test.each<[string, (secret: unknown) => string]>([
  ["a template", (secret) => `${secret}`],
  ["JSON", (secret) => JSON.stringify({ secret })],
  ["the console", (secret) => inspect({ secret }, { depth: 9, showHidden: true })],
  ["its own properties", (secret) => JSON.stringify(Object.entries(secret as object))],
])("%s does not give it away", (_way, text) => {
  expect(text(fixedSecret("hunter2", "hunter1"))).not.toContain("hunter");
});
