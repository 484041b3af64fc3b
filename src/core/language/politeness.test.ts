import { describe, expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

const before = ["um ", "uh so ", "well "];
const behind = [" please", " thanks", " thank you"];
const around = (text: string): readonly string[] => [
  ...before.map((words) => words + text),
  ...behind.map((words) => text + words),
  ...before.flatMap((first) => behind.map((last) => first + text + last)),
];

describe("hesitations and thanks change no reply", () => {
  test.each<[text: string, reply: "yes" | "no"]>([
    ["okay", "yes"],
    ["correct", "yes"],
    ["roger that", "yes"],
    ["i guess", "yes"],
    ["it is", "yes"],
    ["never", "no"],
    ["pass", "no"],
    ["neither", "no"],
    ["too early for me", "no"],
    ["i'm busy then", "no"],
  ])("%s is %s", (text, reply) => {
    for (const said of around(text))
      expect([said, hear(said, { asked: ["yesNo"] }).reply]).toEqual([said, reply]);
  });
});

describe("hesitations and thanks hide no act", () => {
  test.each(["operator", "help", "previous", "hold up", "wrong number", "go back", "i forget"])(
    "%s",
    (text) => {
      const acts = hear(text).acts.map(({ kind }) => kind);
      expect(acts).not.toEqual([]);
      for (const said of around(text))
        expect([said, ...hear(said).acts.map(({ kind }) => kind)]).toEqual(
          expect.arrayContaining([said, ...acts]),
        );
    },
  );
});

test('an "uh huh" is no hesitation', () => {
  expect(hear("uh huh", { asked: ["yesNo"] }).reply).toBe("yes");
});
