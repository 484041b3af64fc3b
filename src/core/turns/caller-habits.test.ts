import { expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import { runScripts, type TurnTable } from "./testing/run-scripts.ts";
import { playTurns } from "./testing/turn-script.ts";

const words: Partial<Expectation> = { asked: ["complaint"] };

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
     4200 I3 no
     4300 E
     4700 T3 no`,
    [
      "1000 clear",
      "1540 finish",
      "1700 resume 1 from 0",
      "2500 clear",
      "3040 finish",
      "3200 resume 2 from 0",
      "4200 clear",
      "4340 finish",
      '4700 turn "no"',
    ],
  ],
];
runScripts(learning, words);

test("learning: who makes long pauses is given them", () => {
  const story = (at: number) => `${at} S\n${at + 1000} E\n${at + 1010} I the blue thing`;
  const first = playTurns(`${story(1000)}\n9000 A`, words);
  const finishAfterMs = Number(first[0]?.split(" ")[0]) - (2000 - 160);
  const pauseMs = finishAfterMs - 100;
  const slow = playTurns(`${story(1000)}\n${1840 + pauseMs} S\n${3000 + pauseMs} E\n20000 A`, words);
  expect(slow[0]).toBe(`${Math.round(3000 - 160 + pauseMs + 1.3 * pauseMs)} finish`);
});
