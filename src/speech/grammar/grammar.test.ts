import { expect, test } from "vitest";
import { type Expectation, nothingExpected } from "../../core/language/expectation.ts";
import type { Automaton } from "./automaton.ts";
import { compileGrammar } from "./grammar.ts";
import { grammarRequest } from "./grammar-request.ts";

/** Whether some way through the grammar says exactly these words; letters and garbage carry their marks. */
function accepts(grammar: Automaton, sentence: string): boolean {
  let states = closure(grammar, new Set([0]));
  for (const word of sentence.split(" ")) {
    const next = new Set<number>();
    for (const state of states)
      for (const arc of grammar.arcs[state] ?? []) if (arc.word === word) next.add(arc.to);
    states = closure(grammar, next);
  }
  return states.has(grammar.final);
}

/** After the end of a sentence the next may begin. */
function closure(grammar: Automaton, states: ReadonlySet<number>): ReadonlySet<number> {
  const reached = new Set(states);
  for (const state of reached) {
    if (state === grammar.final) reached.add(0);
    for (const arc of grammar.arcs[state] ?? []) if (arc.word === null) reached.add(arc.to);
  }
  return reached;
}

function grammarOf(expectation: Partial<Expectation>): Automaton {
  return compileGrammar(grammarRequest({ ...nothingExpected, ...expectation }));
}

const doctors = [
  { id: "garcia", spoken: ["Dr. Elena Garcia"] },
  { id: "chen", spoken: ["Dr. Wei Chen"] },
];

const answers: [question: string, expectation: Partial<Expectation>, sentences: string[]][] = [
  ["yes or no", { asked: ["yesNo"] }, ["yes", "no thank you", "that's right", "i'm a new patient"]],
  [
    "a date of birth",
    { asked: ["dateOfBirth"] },
    [
      "march fifth nineteen eighty two",
      "the second of may two thousand one",
      "oh three oh five nineteen eighty two",
      "no it's june sixteenth nineteen ninety",
    ],
  ],
  [
    "a telephone number",
    { asked: ["phone"] },
    ["five oh three five five five zero one two three", "same number", "the one i'm calling from"],
  ],
  ["a name", { asked: ["name"] }, ["my name is maria lopez", "james smith"]],
  [
    "a spelled name",
    { asked: ["name"], spelling: true },
    ["lima oscar papa echo zulu", "_l _o _p _e _z", "=x =q =z"],
  ],
  [
    "an e-mail address",
    { asked: ["email"] },
    [
      "david dot miller at example dot com",
      "angela forty two at gmail dot com",
      "=j dot carter at example dot com",
    ],
  ],
  [
    "a spelled e-mail address",
    { asked: ["email"], spelling: true },
    [
      "_k _i _n _g at example dot com",
      "_d _a _v _i _d dot _k _i _n _g at example dot com",
      "=x =q four at example dot com",
    ],
  ],
  [
    "an address",
    { asked: ["address"], hints: ["Portland"] },
    ["three fifty maple avenue portland oregon nine seven two zero five"],
  ],
  [
    "one of the doctors",
    { asked: ["choice"], choices: doctors },
    ["doctor chen", "elena garcia", "the second one", "none of those work"],
  ],
  [
    "what is to be done to a car",
    { asked: ["service"], also: ["vehicle"] },
    [
      "i need an oil change",
      "an oil change and a tire rotation",
      "there's a grinding noise when i brake",
      "my check engine light came on",
      "it won't start",
      "the _a _c isn't working",
      "is my car ready yet",
      "do you have a shuttle",
      "i'll wait",
    ],
  ],
  [
    "a car",
    { asked: ["vehicle"] },
    [
      "it's a twenty nineteen honda civic",
      "ford _f one fifty",
      "toyota rav four twenty twenty",
      "a black chevy silverado",
      "my jeep grand cherokee",
      "it has sixty two thousand miles on it",
    ],
  ],
  [
    "miles",
    { asked: ["number"] },
    ["about a hundred and twenty thousand miles", "sixty two thousand five hundred"],
  ],
  [
    "a VIN or its end",
    { asked: ["vin", "identifier"] },
    [
      "the vin is one hotel golf charlie mike eight two six three three alpha zero zero four three five two",
      "the last six are zero zero four three five two",
    ],
  ],
  [
    "several things at once",
    { asked: ["name"], also: ["dateOfBirth", "payer"] },
    ["hi my name is maria lopez my date of birth is march fifth nineteen eighty two and i have aetna"],
  ],
];
for (const [question, expectation, sentences] of answers)
  test(`${question} can be answered`, () => {
    const grammar = grammarOf(expectation);
    expect(sentences.filter((sentence) => !accepts(grammar, sentence))).toEqual([]);
  });

test("help, a person and emergencies can be said at any question", () => {
  const anywhere = [
    "help",
    "hold on",
    "i'd like to speak to a person",
    "say that again",
    "i have chest pain",
    "i can't breathe",
    "i want to kill myself",
    "i don't know",
    "my husband is unconscious",
    "call an ambulance",
    "overdose",
    "please",
    "thank you",
  ];
  for (const asked of ["yesNo", "phone", "name", "identifier", "date"] as const) {
    const grammar = grammarOf({ asked: [asked] });
    expect(anywhere.filter((sentence) => !accepts(grammar, sentence))).toEqual([]);
  }
});

test("a name that was not asked for needs words that announce it", () => {
  const grammar = grammarOf({ asked: ["yesNo"], also: ["name"] });
  expect(accepts(grammar, "maria lopez")).toBe(false);
  for (const announced of ["my name is maria lopez", "no it's maria lopez"])
    expect(accepts(grammar, announced)).toBe(true);
});

test("no word of a sentence may be missing or strange", () => {
  const grammar = grammarOf({ asked: ["dateOfBirth"] });
  expect(accepts(grammar, "march nineteen eighty two fifth nineteen")).toBe(false);
  expect(accepts(grammar, "march fifth banana")).toBe(false);
});

test("an identifier's mask decides where letters and figures are", () => {
  const shape = { name: "memberId", minLength: 4, maxLength: 4, masks: ["A999"] };
  const grammar = grammarOf({ asked: ["identifier"], shape });
  expect(accepts(grammar, "whiskey one two three")).toBe(true);
  expect(accepts(grammar, "=w one two three")).toBe(true);
});

test("equal expectations have equal keys, others do not", () => {
  const key = (expectation: Partial<Expectation>) =>
    grammarRequest({ ...nothingExpected, ...expectation }).key;
  expect(key({ asked: ["name"] })).toBe(key({ asked: ["name"] }));
  expect(key({ asked: ["name"] })).not.toBe(key({ asked: ["name"], spelling: true }));
});
