import type { Expectation } from "../language/expectation.ts";
import { runScripts, type TurnTable } from "./testing/run-scripts.ts";

const yesNo: Partial<Expectation> = { asked: ["yesNo"], keypad: { kind: "yesNo" } };

const endpointing: TurnTable = [
  [
    "SEIT: a complete answer ends 200 ms after the sound",
    `1000 S
     1400 E
     1410 I yes
     1500 T yes`,
    ["1440 finish", '1500 turn "yes"'],
  ],
  [
    "SIET: a hypothesis before the pause counts the same",
    `1000 S
     1300 I yes
     1400 E
     1500 T yes`,
    ["1440 finish", '1500 turn "yes"'],
  ],
  [
    "SET: without any hypothesis the pause is longer",
    `1000 S
     1600 E
     2200 T no`,
    ["1860 finish", '2200 turn "no"'],
  ],
  [
    "SEISEIT: hesitation is waited for, and both parts are one turn",
    `1000 S
     1600 E
     1610 I it's um
     3500 S
     4000 E
     4010 I it's um yes
     4300 T it's um yes`,
    ["4040 finish", '4300 turn "it\'s um yes"'],
  ],
  [
    "SEI T SEIT: speaking on while the final words are awaited joins the parts",
    `1000 S
     1400 E
     1410 I yes
     1450 S
     1500 T1 yes
     2400 E
     2410 I2 please
     2550 T2 please`,
    ["1440 finish", "2440 finish", '2550 turn "yes please"'],
  ],
  [
    "SEI SE TT: spoken on and paused again before the first words are here",
    `1000 S
     1400 E
     1410 I yes
     1450 S
     1800 E
     1810 T1 yes
     1900 T2 please`,
    ["1440 finish", "1840 finish", '1900 turn "yes please"'],
  ],
  [
    "STTET: finals that a recognizer gives by itself are joined",
    `1000 S
     2000 T1 well
     3000 T2 it's um
     3100 E
     3110 I3 yes
     3500 T3 yes`,
    ["3140 finish", '3500 turn "well it\'s um yes"'],
  ],
  [
    "T: words without any voice activity are speech",
    `1000 T1 yes
     1300 T2`,
    ["1200 finish", '1300 turn "yes"'],
  ],
  [
    "SET: sound without words is not understood",
    `1000 S
     2000 E
     2600 T`,
    ["2260 finish", "2600 no match"],
  ],
  [
    "SET: a cough is nothing",
    `1000 S
     1320 E
     1700 T
     1800 A`,
    ["1560 finish"],
  ],
];

runScripts(endpointing, yesNo);
