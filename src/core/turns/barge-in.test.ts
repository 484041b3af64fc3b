import type { Expectation } from "../language/expectation.ts";
import { colour, runScripts, type TurnTable } from "./testing/run-scripts.ts";

const yesNo: Partial<Expectation> = { asked: ["yesNo"], keypad: { kind: "yesNo" } };

const bargeIn: TurnTable = [
  [
    "PSEIT: speech stops the prompt at once",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 26
     1500 S
     2400 E
     2410 I the blue one
     3300 T the blue one`,
    ["1500 clear", "2440 finish", '3300 turn "the blue one"'],
  ],
  [
    "PSET: after a cough the prompt goes on at the clause",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1800 E
     2300 T
     2310 P1 You can tell me in your own words.
     4000 H1`,
    ["1500 clear", "2040 finish", "2300 resume 1 from 26"],
  ],
  [
    "PSET: in its first clause it begins again",
    `0 P1 What insurance do you have?
     1000 H1 7
     1500 S
     1800 E
     2300 T`,
    ["1500 clear", "2040 finish", "2300 resume 1 from 0"],
  ],
  [
    "PSET: unless that is too long, and then at the word",
    `0 P1 What do you think would be the best time of the day for you to come and see us?
     1000 H1 46
     1500 S
     1800 E
     2300 T`,
    ["1500 clear", "2040 finish", "2300 resume 1 from 44"],
  ],
  [
    "PSEIT: after a mm-hm it goes on too",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1900 E
     1910 I Mm-hm.
     2800 T Mm-hm.`,
    ["1500 clear", "2140 finish", "2800 resume 1 from 26"],
  ],
  [
    "PSEIT: and after words that may as well be one",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1900 E
     1910 I the red one | uh-huh
     2800 T the red one | uh-huh`,
    ["1500 clear", "2140 finish", "2800 resume 1 from 26"],
  ],
  [
    "PSEITPSEIT: but not when they are said again",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1900 E
     1910 I the red one | uh-huh
     2800 T the red one | uh-huh
     2810 P2 You can tell me in your own words.
     3400 H2 8
     3500 S
     3900 E
     3910 I2 the red one | uh-huh
     4800 T2 the red one | uh-huh`,
    [
      "1500 clear",
      "2140 finish",
      "2800 resume 1 from 26",
      "3500 clear",
      "3940 finish",
      '4800 turn "the red one"',
    ],
  ],
  [
    "SEIT: which are an answer when nothing is being said",
    `1500 S
     1900 E
     1910 I the red one | uh-huh
     2800 T the red one | uh-huh`,
    ["1940 finish", '2800 turn "the red one"'],
  ],
  [
    "PSET: a prompt that was heard but for its mark is not said again",
    `0 P1 What brings you in today?
     2000 H1 24
     2050 S
     2350 E
     2700 T
     8100 A`,
    ["2050 clear", "2590 finish"],
  ],
  [
    "!PSEITH: a hello while we introduce ourselves is no turn",
    `0 P1 !This call is recorded. How can I help?
     300 S
     700 E
     710 I hello
     1050 T hello
     4000 H1
     9900 A`,
    ["940 finish"],
  ],
  [
    "PPSET: so do the prompts that came after it",
    `0 P1 Thank you.
     0 P2 What brings you in today?
     1000 H1
     1400 H2 9
     1500 S
     1800 E
     2300 T`,
    ["1500 clear", "2040 finish", "2300 resume 2 from 0"],
  ],
  [
    "PS-T: a television does not silence us for long",
    `0 P1 What brings you in today?
     1500 S
     5600 T
     5610 P1 What brings you in today?
     9000 H1`,
    ["1500 clear", "5500 finish", "5600 resume 1 from 0"],
  ],
  [
    "PSET: a long sound that was no words is not understood",
    `0 P1 What brings you in today?
     1500 S
     4000 E
     4600 T`,
    ["1500 clear", "4260 finish", "4600 no match"],
  ],
  [
    "PIT: words without voice activity stop it as well",
    `0 P1 What brings you in today?
     1500 I the blue
     1600 I the blue one
     2500 T the blue one`,
    ["1500 clear", "1800 finish", '2500 turn "the blue one"'],
  ],
  [
    "!PSEITH: what must be heard whole is, and the words count after it",
    `0 P1 !This call is recorded.
     1000 S
     1400 E
     1410 I blue
     1500 T blue
     3000 H1`,
    ["1440 finish", '3000 turn "blue"'],
  ],
  [
    "!PPSEITH: what follows it may be stopped",
    `0 P1 !This call is recorded.
     0 P2 How can I help?
     1000 S
     1400 E
     1410 I blue
     1500 T blue
     3000 H1`,
    ["1440 finish", "3000 clear", '3000 turn "blue"'],
  ],
  [
    "!PSEITH: an okay meanwhile is nothing",
    `0 P1 !This call is recorded.
     1000 S
     1400 E
     1410 I okay
     1700 T okay
     2000 H1
     7900 A`,
    ["1640 finish"],
  ],
  [
    "!PSEIHT: nor is it if its words come after the end",
    `0 P1 !This call is recorded.
     1000 S
     1400 E
     1410 I okay
     1500 H1
     1700 T okay
     7100 A`,
    ["1640 finish"],
  ],
  [
    "SPEIT: we do not begin to speak while the caller does",
    `1000 S
     1100 P1 What brings you in today?
     1800 E
     1810 I the blue
     2800 T the blue`,
    ["1100 clear", "1840 finish", '2800 turn "the blue"'],
  ],
  [
    "SPEIT: and what they had begun before us is no listener's murmur, however short",
    `1000 S
     1100 P1 Let me look that up.
     1300 E
     1310 I the blue
     1700 T the blue`,
    ["1100 clear", "1340 finish", '1700 turn "the blue"'],
  ],
  [
    "PSEITPSEIT: many words in a short time may be those of what was said before, of which none came",
    `0 P1 What colour would you like?
     2000 H1
     3000 S
     4500 E
     5500 T1
     5510 P2 Sorry, I didn't catch that. What colour would you like?
     7000 S
     7500 E
     8600 T2 well i should like to have the blue one`,
    [
      "4760 finish",
      "5500 no match",
      "7000 clear",
      "7760 finish",
      '8600 turn "well i should like to have the blue one"',
    ],
  ],
  [
    "PSEITPSEIT: but not of what had its words",
    `0 P1 What colour would you like?
     2000 H1
     3000 S
     4500 E
     5500 T1 the blue
     5510 P2 What colour would you like? Take your time.
     7000 S
     7500 E
     8600 T2 well i should like to have the blue one`,
    ["4760 finish", '5500 turn "the blue"', "7000 clear", "7760 finish", "8600 resume 2 from 0"],
  ],
  [
    "PSH: reports about the stopped sound count for nothing",
    `0 P1 What brings you in today? Tell me all.
     1500 S
     1510 H1
     1800 E
     2300 T`,
    ["1500 clear", "2040 finish", "2300 resume 1 from 0"],
  ],
];

runScripts(bargeIn, colour);

const backChannels: TurnTable = [
  [
    "okay answers a yes-or-no question that was heard",
    `0 P1 Shall I book it?
     1000 H1 15
     1100 S
     1400 E
     1410 I okay
     1500 T okay`,
    ["1100 clear", "1440 finish", '1500 turn "okay"'],
  ],
  [
    "mm-hm does when all of it was heard",
    `0 P1 Shall I book it?
     1000 H1 17
     1100 S
     1400 E
     1410 I mm-hm
     1500 T mm-hm`,
    ["1100 clear", "1440 finish", '1500 turn "mm-hm"'],
  ],
  [
    "and not in the middle of it",
    `0 P1 I have Tuesday, March third, at ten with Dr. Garcia. Shall I book it?
     1000 H1 55
     1100 S
     1400 E
     1410 I mm-hm
     1700 T mm-hm`,
    ["1100 clear", "1640 finish", "1700 resume 1 from 53"],
  ],
  [
    "okay before the question was heard does not",
    `0 P1 I have Tuesday, March third, at ten with Dr. Garcia. Shall I book it?
     1000 H1 15
     1100 S
     1400 E
     1410 I okay
     1700 T okay`,
    ["1100 clear", "1640 finish", "1700 resume 1 from 7"],
  ],
  [
    "nor does it while a long statement is read before the question",
    `0 P1 I have your date of birth as August thirtieth, nineteen sixty-six. ^Is that right?
     1000 H1 55
     1100 S
     1400 E
     1410 I right
     1700 T right`,
    ["1100 clear", "1640 finish", "1700 resume 1 from 47"],
  ],
  [
    "okay just before the question is an answer, as it is known to come",
    `0 P1 I have your date of birth as August thirtieth, nineteen sixty-six. ^Is that right?
     1000 H1 62
     1100 S
     1400 E
     1410 I okay
     1500 T okay`,
    ["1100 clear", "1440 finish", '1500 turn "okay"'],
  ],
  [
    "nor does it in the middle of a long question",
    `0 P1 ^Have you been to our clinic before?
     1000 H1 20
     1100 S
     1400 E
     1410 I okay
     1700 T okay`,
    ["1100 clear", "1640 finish", "1700 resume 1 from 0"],
  ],
  [
    "which it answers when it is nearly over",
    `0 P1 ^Have you been to our clinic before?
     1000 H1 25
     1100 S
     1400 E
     1410 I okay
     1500 T okay`,
    ["1100 clear", "1440 finish", '1500 turn "okay"'],
  ],
  [
    "yes does, however early",
    `0 P1 I have Tuesday, March third, at ten with Dr. Garcia. Shall I book it?
     1000 H1 15
     1100 S
     1400 E
     1410 I yes
     1500 T yes`,
    ["1100 clear", "1440 finish", '1500 turn "yes"'],
  ],
  [
    "a yes to what is told answers no question that waits behind it",
    `0 P1 You are booked. Your number is K, seven, M.
     10 P2 Is there anything else?
     2000 H1 30
     2100 S
     2400 E
     2410 I yeah
     2700 T yeah`,
    ["2100 clear", "2640 finish", "2700 resume 1 from 16", "2700 resume 2 from 0"],
  ],
];
runScripts(backChannels, yesNo);
