import type { Expectation } from "../language/expectation.ts";
import { colour, runScripts, type TurnTable } from "./testing/run-scripts.ts";

const phone: Partial<Expectation> = {
  ...colour,
  asked: ["phone", "choice"],
  keypad: { kind: "digits", minLength: 10, maxLength: 11 },
};

const silence: TurnTable = [
  [
    "PH--: counted from the end of the prompt",
    "0 P1 Your number?\n2000 H1\n15000 A",
    ["8000 no input 1", "14000 no input 2"],
  ],
  [
    "P-: a prompt that nobody reports heard ends by itself",
    "0 P1 Fifteen letters\n12000 A",
    [`${Math.round((15 / 15) * 1000 + 4000 + 6000)} no input 1`],
  ],
  [
    "HSET-: counted from the last sound, a cough too",
    `0 P1 Your number?
     2000 H1
     4000 S
     4300 E
     4700 T
     10500 A`,
    ["4540 finish", "10140 no input 1"],
  ],
  [
    "HSEITX-: starts again when the caller was heard",
    `0 P1 Your number?
     1000 H1
     7500 S
     7900 E
     7910 I blue
     8000 T blue
     8100 X
     15000 A`,
    ["7000 no input 1", "7940 finish", '8000 turn "blue"', "14100 no input 1"],
  ],
  [
    "PHX-: a reply about which nothing is said does not start it again",
    `0 P1 Your number?
     2000 H1
     5000 X
     13000 X
     15000 A`,
    ["8000 no input 1", "14000 no input 2"],
  ],
  [
    "SEIT-: not while it is our move",
    "1000 S\n1400 E\n1410 I blue\n1500 T blue\n60000 A",
    ["1440 finish", '1500 turn "blue"'],
  ],
];
runScripts(silence, phone);
