import type { Expectation } from "../language/expectation.ts";
import { runScripts, type TurnTable } from "./testing/run-scripts.ts";

const yesNo: Partial<Expectation> = { asked: ["yesNo"], keypad: { kind: "yesNo" } };

const watchdog: TurnTable = [
  [
    "SEI-: without final words the hypothesis must do, and the late words belong to nobody",
    `1000 S
     1400 E
     1410 I1 yes
     3500 X
     3600 P1 What brings you in?
     3700 T1 yes
     4600 H1
     9000 A`,
    ["1440 finish", '3440 turn "yes"'],
  ],
  [
    "SE-SEIT: late words do not become the next answer, nor do later ones of a slow recognizer",
    `1000 S
     1800 E
     5000 S
     5300 T1 a sore throat
     5400 E
     5410 I2 yes
     5600 T2 yes`,
    ["2060 finish", "4060 no match", "5440 finish", '5600 turn "yes"'],
  ],
  [
    "SE-SE-T-T: even if they come when the next are awaited",
    `1000 S
     1800 E
     5000 S
     5400 E
     5700 T1 a sore throat
     6500 T2 yes`,
    ["2060 finish", "4060 no match", "5640 finish", '6500 turn "yes"'],
  ],
  [
    "SE-T: words that come after all, to a question that still stands, are its answer",
    `1000 S
     1800 E
     4100 P1 Sorry, I did not catch that.
     4500 T1 yes
     6000 A`,
    ["2060 finish", "4060 no match", "4500 clear", '4500 turn "yes"'],
  ],
  [
    "SE-SET-SET-SET: a recognizer that does not count what it lost is heard again after two turns",
    `1000 S
     1800 E
     5000 S
     5500 E
     5900 T1 red
     9000 S
     9500 E
     9900 T2 red
     13000 S
     13500 E
     13900 T3 yes`,
    [
      ...["2060 finish", "4060 no match", "5760 finish", "7900 no match", "9760 finish", "11900 no match"],
      ...["13760 finish", '13900 turn "yes"'],
    ],
  ],
  [
    "SEITT: the same final twice is one turn",
    `1000 S
     1400 E
     1410 I yes
     1500 T yes
     1600 T yes
     1700 I yes
     4000 A`,
    ["1440 finish", '1500 turn "yes"'],
  ],
  [
    "S-T: somebody who never stops is interrupted after a minute",
    `1000 S
     5000 I a long story
     61100 T a long story
     62000 A`,
    ["61000 finish", '61100 turn "a long story"'],
  ],
  [
    "S-T: sound without words is looked into after ten seconds",
    `1000 S
     11100 T
     20000 E
     30000 A`,
    ["11000 finish", "11100 no match"],
  ],
  [
    "S-TE: a story that the recognizer keeps to itself is not cut by that",
    `1000 S
     11100 T1 my story
     14000 E
     14100 I2 yes
     15200 T2 yes
     16000 A`,
    ["11000 finish", "14100 finish", '15200 turn "my story yes"'],
  ],
];

runScripts(watchdog, yesNo);
