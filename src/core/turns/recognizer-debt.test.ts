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
    ["1440 finish", "2540 overdue", '3440 turn "yes"'],
  ],
  [
    "SE-SEIT: late words do not become the next answer, nor do later ones of a slow recognizer",
    `1000 S
     1800 E
     7000 S
     7300 T1 a sore throat
     7400 E
     7410 I2 yes
     7600 T2 yes`,
    ["2060 finish", "3160 overdue", "5560 no match", "7440 finish", '7600 turn "yes"'],
  ],
  [
    "SE-SE-T-T: even if they come when the next are awaited",
    `1000 S
     1800 E
     7000 S
     7400 E
     7700 T1 a sore throat
     8500 T2 yes`,
    ["2060 finish", "3160 overdue", "5560 no match", "7640 finish", '8500 turn "yes"'],
  ],
  [
    "SE-T: words that come after all, to a question that still stands, are its answer",
    `1000 S
     1800 E
     5600 P1 Sorry, I did not catch that.
     6000 T1 yes
     8000 A`,
    ["2060 finish", "3160 overdue", "5560 no match", "6000 clear", '6000 turn "yes"'],
  ],
  [
    "SE-T: words that are long in coming are excused once, and are not about the excuse",
    `1000 S
     1800 E
     3160 F1 One moment.
     3700 T1 okay
     8000 A`,
    ["2060 finish", "3160 overdue", '3700 turn "okay"'],
  ],
  [
    "SE-SET: a caller who goes on speaking stops the excuse, which is not taken up again",
    `1000 S
     1800 E
     3160 F1 One moment.
     3300 S
     3400 T1 the blue
     3600 E
     3700 I2 one
     4600 T2 one
     8000 A`,
    ["2060 finish", "3160 overdue", "3300 clear", "4532 finish", '4600 turn "the blue one"'],
  ],
  [
    "SE-XT: but not to another question",
    `1000 S
     1800 E
     5600 X
     5600 P1 Which colour?
     6000 T1 yes
     8000 A`,
    ["2060 finish", "3160 overdue", "5560 no match"],
  ],
  [
    "SE-SE-: a recognizer that was slow is given more time",
    `1000 S
     1800 E
     6500 T1
     8000 S
     8800 E
     14400 T2 yes`,
    ["2060 finish", "3160 overdue", "5560 no match", "9060 finish", "10160 overdue", '14400 turn "yes"'],
  ],
  [
    "SEIT SE-T: one that has answered before is waited for, and nobody is told that nothing was heard",
    `1000 S
     1400 E
     1410 I1 yes
     1500 T1 yes
     8000 S
     8800 E
     14500 T2 yes`,
    ["1440 finish", '1500 turn "yes"', "9060 finish", "10160 overdue", '14500 turn "yes"'],
  ],
  [
    "SE-SET-SET-SET: a recognizer that does not count what it lost is heard again after two turns",
    `1000 S
     1800 E
     7000 S
     7500 E
     7900 T1 red
     15000 S
     15500 E
     15900 T2 red
     23000 S
     23500 E
     23900 T3 yes`,
    [
      ...[
        "2060 finish",
        "3160 overdue",
        "5560 no match",
        "7760 finish",
        "8860 overdue",
        "13900 no match",
        "15760 finish",
        "16860 overdue",
        "21900 no match",
      ],
      ...["23760 finish", '23900 turn "yes"'],
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
    ["11000 finish", "14100 finish", "15200 overdue", '15200 turn "my story yes"'],
  ],
];

runScripts(watchdog, yesNo);
