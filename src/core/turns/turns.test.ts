import { expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import { playTurns } from "./testing/turn-script.ts";

/** Names follow the sequence of events; the letters are explained beside `playTurns`. */
type Script = readonly [name: string, script: string, decisions: readonly string[]];

const yesNo: Partial<Expectation> = { asked: ["yesNo"], keypad: { kind: "yesNo" } };
const words: Partial<Expectation> = { asked: ["complaint"] };

function run(
  scripts: readonly Script[],
  asked: Partial<Expectation>,
  next: Partial<Expectation> = words,
): void {
  test.each(scripts)("%s", (_name, script, decisions) => {
    expect(playTurns(script, asked, next)).toEqual(decisions);
  });
}

const endpointing: readonly Script[] = [
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
    ["2140 finish", '2200 turn "no"'],
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
     2000 T1 well I have
     3000 T2 a sore throat
     3100 E
     3110 I3 yes
     3500 T3 yes`,
    ["3140 finish", '3500 turn "well I have a sore throat yes"'],
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
    ["2540 finish", "2600 no match"],
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

const watchdog: readonly Script[] = [
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
    "SE-: without any words it is not understood, and the late words belong to nobody",
    `1000 S
     1800 E
     4400 X
     4500 T1 a sore throat
     5000 S
     5400 E
     5410 I2 yes
     5600 T2 yes`,
    ["2340 finish", "4340 no match", "5440 finish", '5600 turn "yes"'],
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
     14100 I2 is over
     15200 T2 is over
     16000 A`,
    ["11000 finish", "14740 finish", '15200 turn "my story is over"'],
  ],
];

for (const [name, scripts] of Object.entries({ endpointing, watchdog }))
  run(
    scripts.map(([title, ...rest]) => [`${name}: ${title}`, ...rest]),
    yesNo,
  );

const bargeIn: readonly Script[] = [
  [
    "PSEIT: speech stops the prompt at once",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 26
     1500 S
     2400 E
     2410 I yes I have a sore throat
     3300 T yes I have a sore throat`,
    ["1500 clear", "2440 finish", '3300 turn "yes I have a sore throat"'],
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
    "PPSET: so do the prompts that came after it",
    `0 P1 Thank you.
     0 P2 What brings you in today?
     1000 H1
     1400 H2 9
     1500 S
     1800 E
     2300 T`,
    ["1500 clear", "2040 finish", "2300 resume 2 from 5"],
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
    ["1500 clear", "4540 finish", "4600 no match"],
  ],
  [
    "PIT: words without voice activity stop it as well",
    `0 P1 What brings you in today?
     1500 I no wait
     1600 I no wait please
     2500 T no wait please`,
    ["1500 clear", "1800 finish", '2500 turn "no wait please"'],
  ],
  [
    "!PSEITH: what must be heard whole is, and the words count after it",
    `0 P1 !This call is recorded.
     1000 S
     1400 E
     1410 I no
     1500 T no
     3000 H1`,
    ["1440 finish", '3000 turn "no"'],
  ],
  [
    "!PPSEITH: what follows it may be stopped",
    `0 P1 !This call is recorded.
     0 P2 How can I help?
     1000 S
     1400 E
     1410 I no
     1500 T no
     3000 H1`,
    ["1440 finish", "3000 clear", '3000 turn "no"'],
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
     1810 I no wait
     2800 T no wait`,
    ["1100 clear", "1840 finish", '2800 turn "no wait"'],
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

run(
  bargeIn.map(([title, ...rest]) => [`barge-in: ${title}`, ...rest]),
  words,
);

const backChannels: readonly Script[] = [
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
    "yes does, however early",
    `0 P1 I have Tuesday, March third, at ten with Dr. Garcia. Shall I book it?
     1000 H1 15
     1100 S
     1400 E
     1410 I yes
     1500 T yes`,
    ["1100 clear", "1440 finish", '1500 turn "yes"'],
  ],
];
run(backChannels, yesNo);

const phone: Partial<Expectation> = {
  asked: ["phone"],
  keypad: { kind: "digits", minLength: 10, maxLength: 11 },
};
const zip: Partial<Expectation> = {
  asked: ["address"],
  keypad: { kind: "digits", minLength: 5, maxLength: 5 },
};

const numberKeys: readonly Script[] = [
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
     3410 I2 yes
     3500 T2 yes`,
    ["1100 finish", '1500 turn keys "5035550123"', "3440 finish", '3500 turn "yes"'],
  ],
  [
    "KSEITK: reading out what one keys is no turn",
    `1000 K 503
     1200 S
     1700 E
     1710 I yes
     1800 T yes
     2500 K 5550123`,
    ["1740 finish", '2500 turn keys "5035550123"'],
  ],
];
run(numberKeys, phone);
run([["K: the last digit of a fixed length ends the turn", "1000 K 97201", ['1000 turn keys "97201"']]], zip);
run([["K: one key answers yes or no", "1000 K 1", ['1000 turn keys "1"']]], yesNo);
run(
  [
    [
      "PW: a typed turn is whole and stops the prompt",
      "0 P1 Your number?\n500 W no",
      ["500 clear", '500 turn typed "no"'],
    ],
  ],
  phone,
);

const silence: readonly Script[] = [
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
     7910 I no
     8000 T no
     8100 X
     15000 A`,
    ["7000 no input 1", "7940 finish", '8000 turn "no"', "14100 no input 1"],
  ],
  [
    "SEIT-: not while it is our move",
    "1000 S\n1400 E\n1410 I no\n1500 T no\n60000 A",
    ["1440 finish", '1500 turn "no"'],
  ],
];
run(
  silence.map(([title, ...rest]) => [`silence: ${title}`, ...rest]),
  phone,
);

const learning: readonly Script[] = [
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
run(
  learning.map(([title, ...rest]) => [`learning: ${title}`, ...rest]),
  words,
);

test("learning: who makes long pauses is given them", () => {
  const story = (at: number) => `${at} S\n${at + 1000} E\n${at + 1010} I the blue thing`;
  const first = playTurns(`${story(1000)}\n9000 A`, words);
  const finishAfterMs = Number(first[0]?.split(" ")[0]) - (2000 - 160);
  const pauseMs = finishAfterMs - 100;
  const slow = playTurns(`${story(1000)}\n${1840 + pauseMs} S\n${3000 + pauseMs} E\n20000 A`, words);
  expect(slow[0]).toBe(`${Math.round(3000 - 160 + pauseMs + 1.3 * pauseMs)} finish`);
});
