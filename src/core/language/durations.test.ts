import { describe, expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";

// Since-phrases count from Monday 2 March 2026.
const phrases: readonly (readonly [iso: string | null, said: readonly string[]])[] = [
  [
    "P2D",
    [
      "for two days",
      "two days",
      "about two days",
      "a couple of days",
      "for about 2 days now",
      "it's been two days",
      "two days ago",
    ],
  ],
  ["P3D", ["three days", "two or three days", "for three days now", "a few days"]],
  ["P1W", ["a week", "about a week", "for one week", "a week or so"]],
  [
    "P2W",
    ["two weeks", "a couple weeks", "a week or two", "a fortnight".replace("a fortnight", "about two weeks")],
  ],
  ["P11D", ["a week and a half", "about a week and a half", "one and a half weeks"]],
  ["P1M", ["a month", "for a month now", "about one month"]],
  ["P1Y6M", ["a year and a half", "one and a half years"]],
  ["PT3H", ["three hours", "for the last three hours", "3 hours ago"]],
  ["PT30M", ["half an hour", "thirty minutes", "about 30 minutes"]],
  ["P1Y3M", ["a year and three months"]],
  ["P7D", ["since last monday", "since monday"]],
  ["P3D", ["since friday"]],
  ["P1D", ["since yesterday"]],
  ["P5D", ["since wednesday"]],
];

describe("lengths of time", () => {
  for (const [iso, said] of phrases) {
    for (const text of said) {
      test(`"${text}" is ${iso}`, () =>
        expect(first(hear(text, { asked: ["duration"] }), "duration")?.value.iso).toBe(iso));
    }
  }
});

test("since keeps its beginning", () => {
  const since = (text: string) =>
    first(hear(text, { asked: ["duration"] }), "duration")?.value.since?.toString();
  expect([
    since("since monday"),
    since("since the 20th"),
    since("since march 2024"),
    since("since last week"),
  ]).toEqual(["2026-02-23", "2026-02-20", "2024-03-01", "2026-02-23"]);
});

test.each([
  ["hold on a minute", undefined],
  ["wait a second", undefined],
  ["just a minute please", undefined],
  ["give me five minutes", undefined],
  ["just five minutes", "PT5M"],
  ["it lasts a minute", "PT1M"],
])("%s lasts %s", (text, iso) => {
  expect(first(hear(text, { asked: ["duration"] }), "duration")?.value.iso).toBe(iso);
});

test("on and off is intermittent", () => {
  const duration = first(hear("on and off since january", { asked: ["duration"] }), "duration");
  expect(duration?.value).toMatchObject({ intermittent: true, iso: "P2M" });
  expect(duration?.value.since?.toString()).toBe("2026-01-01");
});

test("chest pain for about two days is a duration and no pain of two", () => {
  const understanding = hear("for about two days", { asked: ["duration", "pain"] });
  expect(first(understanding, "duration")?.value.iso).toBe("P2D");
  expect(first(understanding, "pain")).toBeUndefined();
});
