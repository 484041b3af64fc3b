import { describe, expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import { hide } from "../values/private.ts";
import { isEcho } from "./echo.ts";
import { runScripts, type TurnTable } from "./testing/run-scripts.ts";
import { circumstancesOf } from "./testing/turn-script.ts";

const said =
  "Thanks, Sarah. I have Tuesday at ten in the morning; or Wednesday at one. Which one would you like?";

function echo(words: string, asked: Partial<Expectation>, heardUpTo: number): boolean {
  const queued = {
    prompt: 1,
    playback: 1,
    characters: said.length,
    text: hide(said),
    questionFrom: 0,
    statedUpTo: null,
    bargeIn: true,
    filler: false,
    queuedAt: 0,
  };
  return isEcho({ text: words, alternatives: [words] }, [{ ...queued, heardUpTo }], circumstancesOf(asked));
}

const phone: Partial<Expectation> = { asked: ["phone"] };
const offers: Partial<Expectation> = {
  asked: ["choice"],
  choices: [
    { id: "a", spoken: ["Tuesday at ten in the morning", "Tuesday"] },
    { id: "b", spoken: ["Wednesday at one", "Wednesday"] },
  ],
};

describe("our own words", () => {
  test.each(["thanks sarah i have tuesday", "i have tuesday at ten", "ten in the morning or wednesday"])(
    "%s",
    (words) => {
      expect(echo(words, phone, 60)).toBe(true);
    },
  );
});

describe("somebody else's", () => {
  const rows: readonly (readonly [words: string, asked: Partial<Expectation>, heardUpTo: number])[] = [
    ["which one would you like", phone, 20],
    ["in the evening", phone, 60],
    ["sarah", phone, 60],
    ["at ten", phone, 60],
    ["tuesday at ten in the morning", offers, 60],
    ["wednesday at one", offers, 60],
    ["i have a dog", phone, 60],
  ];
  test.each(rows)("%s", (words, asked, heardUpTo) => {
    expect(echo(words, asked, heardUpTo)).toBe(false);
  });
});

const overAPrompt: TurnTable = [
  [
    "PSEIT: an echo does not end our prompt for good",
    `0 P1 What brings you in today? You can tell me in your own words.
     2500 H1 40
     2600 S
     3600 E
     3610 I you can tell me
     4400 T you can tell me`,
    ["2600 clear", "4100 finish", "4400 resume 1 from 26"],
  ],
  [
    "PSETSEIT: whoever goes on when we have long been silent says our words themselves",
    `0 P1 What brings you in today? You can tell me in your own words.
     2500 H1 40
     2600 S
     3000 E
     3320 T you can
     3800 S
     4600 E
     4610 I2 tell me
     5400 T2 tell me`,
    ["2600 clear", "3240 finish", "5364 finish", '5400 turn "you can tell me"'],
  ],
];
runScripts(overAPrompt, { asked: ["complaint"] });
