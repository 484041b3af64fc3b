// Goal: what goes wrong in other telephone agents cannot go wrong here. Method: each row is one such fault as a sequence of
// events, with what is decided instead.
import { runScripts, type TurnTable } from "./testing/run-scripts.ts";

const faults: TurnTable = [
  [
    "PHSEITXT: the words of one answer that come twice do not answer the next question",
    `0 P1 What is your name?
     1500 H1
     2000 S
     2800 E
     2810 I1 maria lopez
     3000 T1 maria lopez
     3010 X
     3020 T1 maria lopez
     3500 T1 maria lopez`,
    ["2900 finish", '3000 turn "maria lopez"'],
  ],
  [
    "SETTSETTSEIT: a long answer that the recognizer cuts at every pause is one answer",
    `1000 S
     2600 E
     2610 T1 it's um
     3200 T2
     3400 S
     4600 E
     4610 T3 maria and the family name is
     5200 T4
     5600 S
     6400 E
     6410 I5 lopez
     7300 T5 lopez`,
    ["3140 finish", "5140 finish", "6500 finish", '7300 turn "it\'s um maria and the family name is lopez"'],
  ],
  [
    "PSEIT: what is said while we speak is heard",
    `0 P1 What is your name? Please tell me the first and the last name.
     1000 S
     1900 E
     1910 I maria lopez
     2100 T maria lopez`,
    ["1000 clear", "2000 finish", '2100 turn "maria lopez"'],
  ],
  [
    "PSEIT in the second prompt of an answer, and in the fifth: we can be stopped at any time",
    `0 P1 One.
     0 P2 Two.
     0 P3 Three.
     0 P4 Four.
     0 P5 And what is your name?
     2000 H1
     2500 H2
     3000 H3
     3500 H4
     3600 S
     4400 E
     4410 I maria lopez
     4600 T maria lopez`,
    ["3600 clear", "4500 finish", '4600 turn "maria lopez"'],
  ],
  [
    "PH-PH-: silence is noticed after the second prompt as after the first, and not while we speak",
    `0 P1 What is your name?
     5000 H1
     10990 A
     11000 P2 Are you still there? What is your name?
     15000 H2
     20990 A
     21000 A`,
    ["11000 no input 1", "21000 no input 2"],
  ],
  [
    "P-: a prompt whose end nobody reports ends all the same, and silence is noticed",
    `0 P1 What is your name?
     17000 A`,
    ["11200 no input 1"],
  ],
  [
    "PSHH: marks of what was stopped count for nothing, so that the next prompt can be stopped too",
    `0 P1 What is your name? Please tell me the first and the last name.
     1000 S
     1010 H1
     1800 E
     1810 I maria lopez
     2000 T maria lopez
     2010 P2 Thanks, Maria. And your date of birth?
     2020 H1
     2900 S`,
    ["1000 clear", "1900 finish", '2000 turn "maria lopez"', "2900 clear"],
  ],
  [
    "SI-: speech that is never finished by the recognizer is answered all the same",
    `1000 S
     1800 E
     1810 I maria lopez
     9000 A`,
    ["1900 finish", "3000 overdue", '3900 turn "maria lopez"'],
  ],
  [
    "IT: words on a line whose voice nobody noticed are an answer",
    `1000 I maria lopez
     1400 T maria lopez
     4000 A`,
    ["1260 finish", '1400 turn "maria lopez"'],
  ],
];
runScripts(faults, { asked: ["name"] });

const storyFaults: TurnTable = [
  [
    "SIIII-: somebody who tells a long story is heard out",
    `1000 S
     3000 I my knee
     5500 I my knee hurts
     8000 I my knee hurts since i was running
     10500 I my knee hurts since i was running in the park
     11000 E
     11010 I my knee hurts since i was running in the park
     11900 T my knee hurts since i was running in the park`,
    ["11500 finish", '11900 turn "my knee hurts since i was running in the park"'],
  ],
];
runScripts(storyFaults, { asked: ["complaint"] });

const yesFaults: TurnTable = [
  [
    "SEIT: a short yes is answered at once, and never waits for more",
    `1000 S
     1400 E
     1410 I yes
     1500 T yes`,
    ["1440 finish", '1500 turn "yes"'],
  ],
  [
    "SI-T: a television that goes on behind a yes does not hold up the answer",
    `1000 S
     1400 I yes
     2600 I yes
     4600 T yes
     9000 E`,
    ["4400 finish", '4600 turn "yes"'],
  ],
  [
    "SI-TEIT: but words that only came late do",
    `1000 S
     1400 I1 yes
     4700 T1 yes but not on
     5600 E
     5610 I2 tuesday
     6300 T2 tuesday`,
    ["4400 finish", "6220 finish", '6300 turn "yes but not on tuesday"'],
  ],
  [
    "SEIT: a reaction as short as a cough is a yes when the recognizer hears one",
    `1000 S
     1300 E
     1700 T sure`,
    ["1540 finish", '1700 turn "sure"'],
  ],
];
runScripts(yesFaults, { asked: ["yesNo"] });
