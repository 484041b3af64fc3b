import { expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import { colour, runScripts, type TurnTable } from "./testing/run-scripts.ts";
import { playTurns } from "./testing/turn-script.ts";

const complaint: Partial<Expectation> = { asked: ["complaint"] };

const learning: TurnTable = [
  [
    "a line whose noise stopped us twice must do more than begin",
    `0 P1 What brings you in today?
     1000 S
     1300 E
     1700 T1
     1800 P2 What brings you in today?
     2500 S
     2800 E
     3200 T2
     3300 P3 What brings you in today?
     4000 S
     4300 E
     4700 T3
     5000 S
     5600 A`,
    [
      "1000 clear",
      "1540 finish",
      "1700 resume 1 from 0",
      "2500 clear",
      "3040 finish",
      "3200 resume 2 from 0",
      "4540 finish",
      "5400 clear",
    ],
  ],
  [
    "words are still enough",
    `0 P1 What brings you in today?
     1000 S
     1300 E
     1700 T1
     1800 P2 What brings you in today?
     2500 S
     2800 E
     3200 T2
     3300 P3 What brings you in today?
     4000 S
     4200 I3 blue
     4300 E
     4700 T3 blue`,
    [
      "1000 clear",
      "1540 finish",
      "1700 resume 1 from 0",
      "2500 clear",
      "3040 finish",
      "3200 resume 2 from 0",
      "4200 clear",
      "4340 finish",
      '4700 turn "blue"',
    ],
  ],
];
runScripts(learning, colour);

test("an echo of ours stops us five times in a call at most", () => {
  const prompts = Array.from({ length: 12 }, (_, index) => {
    const at = 1000 + index * 10_000;
    // The echo lasts as long as the prompt and has no words.
    return `${at} P${index + 1} What brings you in today? You can tell me in your own words.
      ${at + 500} S
      ${at + 4500} E
      ${at + 5600} T${index + 1}
      ${at + 5700} H${index + 1}`;
  });
  const stops = playTurns(prompts.join("\n"), colour).filter((decision) => decision.endsWith("clear"));
  expect(stops.length).toBeLessThanOrEqual(5);
});

test("learning: who makes long pauses is given them", () => {
  const story = (at: number) => `${at} S\n${at + 1000} E\n${at + 1010} I the blue thing`;
  const first = playTurns(`${story(1000)}\n9000 A`, complaint);
  const finishAfterMs = Number(first[0]?.split(" ")[0]) - (2000 - 160);
  const pauseMs = finishAfterMs - 100;
  expect(pauseMs).toBeGreaterThan(300);
  const slow = playTurns(`${story(1000)}\n${1840 + pauseMs} S\n${3000 + pauseMs} E\n20000 A`, complaint);
  expect(slow[0]).toBe(`${Math.round(3000 - 160 + pauseMs + 1.3 * pauseMs)} finish`);
});
