import type { Expectation } from "../language/expectation.ts";
import { colour, runScripts, type TurnTable } from "./testing/run-scripts.ts";

const yesNo: Partial<Expectation> = { asked: ["yesNo"], keypad: { kind: "yesNo" } };
const phone: Partial<Expectation> = {
  ...colour,
  asked: ["phone", "choice"],
  keypad: { kind: "digits", minLength: 10, maxLength: 11 },
};
const zip: Partial<Expectation> = {
  asked: ["address"],
  keypad: { kind: "digits", minLength: 5, maxLength: 5 },
};

const numberKeys: TurnTable = [
  ["PK: the first digit stops the prompt", "0 P1 Your number?\n1000 K 5\n1500 A", ["1000 clear"]],
  ["K: the tenth digit of a number ends the turn", "1000 K 5035550123", ['1000 turn keys "5035550123"']],
  ["K: after a leading one it is the eleventh", "1000 K 15035550123", ['1000 turn keys "15035550123"']],
  ["KA: a pause of three seconds ends it", "1000 K 503\n2000 K 555\n5500 A", ['5000 turn keys "503555"']],
  ["K#: so does the square key", "1000 K 503555#", ['1000 turn keys "503555"']],
  ["K*K: the star erases", "1000 K 503*5035550123", ['1000 turn keys "5035550123"']],
  ["K*: alone it goes back", "1000 K *", ['1000 turn keys "*"']],
  [
    "SKTK: what is spoken while keying is dropped, now and later",
    `1000 S
     1100 K 5
     1200 T five
     1500 K 035550123
     3000 S
     3400 E
     3410 I2 blue
     3500 T2 blue`,
    ["1100 finish", '1500 turn keys "5035550123"', "3440 finish", '3500 turn "blue"'],
  ],
  [
    "KSEITK: reading out what one keys is no turn",
    `1000 K 503
     1200 S
     1700 E
     1710 I blue
     1800 T blue
     2500 K 5550123`,
    ["1740 finish", '2500 turn keys "5035550123"'],
  ],
];
runScripts(numberKeys, phone);
runScripts(
  [["K: the last digit of a fixed length ends the turn", "1000 K 97201", ['1000 turn keys "97201"']]],
  zip,
);
runScripts([["K: one key answers yes or no", "1000 K 1", ['1000 turn keys "1"']]], yesNo);
runScripts(
  [
    [
      "PW: a typed turn is whole and stops the prompt",
      "0 P1 Your number?\n500 W no",
      ["500 clear", '500 turn typed "no"'],
    ],
  ],
  phone,
);
