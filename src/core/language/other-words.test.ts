import { describe, expect, test } from "vitest";
import { actsInOtherWords } from "./testing/acts-in-other-words.data.ts";
import { hear } from "./testing/hear.ts";
import { questionsInOtherWords } from "./testing/questions-in-other-words.data.ts";

// The same wish in many words. The parsers' tables may not learn a phrase without its negative below.

function lines(said: string): readonly string[] {
  return said.trim().split(/\n\s*/);
}

describe("acts in other words", () => {
  for (const [kind, said] of Object.entries(actsInOtherWords))
    for (const text of lines(said))
      test(`"${text}": ${kind}`, () => expect(hear(text).acts.map((act) => act.kind)).toContain(kind));
});

describe("questions in other words", () => {
  for (const [topic, said] of Object.entries(questionsInOtherWords))
    for (const text of lines(said))
      test(`"${text}": ${topic}`, () =>
        expect(hear(text).acts.find((act) => act.kind === "question")?.topic).toBe(topic));
});

/** What sounds like an act and is none. */
const unmeant: readonly (readonly [kind: string, text: string])[] = [
  ["stop", "that's the wrong number I gave you"],
  ["stop", "take me off the schedule"],
  ["stop", "can you remove me from that appointment"],
  ["affirm", "not good for me"],
  ["affirm", "see ya"],
  ["deny", "no problem"],
  ["deny", "no worries"],
  ["deny", "why not"],
  ["deny", "I didn't catch that"],
  ["change", "I need an oil change"],
  ["person", "the person before me took my spot"],
  ["goodbye", "that's all I know about my insurance"],
  ["book", "I need to cancel my appointment"],
  ["startOver", "it started over the weekend"],
  ["goBack", "my back hurts"],
  ["repeat", "it happened again last night"],
  ["wait", "I've waited two weeks for this"],
  ["help", "the medicine doesn't help"],
  ["deny", "arrive at nine, no kids, just two adults"],
  ["change", "why did you change the price"],
  ["cancel", "why was my appointment cancelled"],
];
test.each(unmeant)('no %s in "%s"', (kind, text) => {
  expect(hear(text).acts.map((act) => act.kind)).not.toContain(kind);
});

const asked = { asked: ["yesNo"], previous: "Does Tuesday at nine work for you?" } as const;
const replies: readonly (readonly [reply: "yes" | "no" | null, said: string])[] = [
  [
    "yes",
    `speaking
    roger that
    very well
    fair enough
    I suppose
    if you insist
    happy to
    with pleasure
    I guess
    I wouldn't mind
    not a bad idea
    a hundred percent
    take it`,
  ],
  [
    "no",
    `I'm afraid not
    unfortunately not
    that's too early
    that's way too late
    it's too far
    too expensive
    not good for me
    not possible for us
    pass
    I'm busy then
    I have a conflict
    I'm working that day
    it doesn't suit me`,
  ],
  [
    null,
    `I didn't catch that
    I couldn't hear that
    I can't remember
    I couldn't tell you
    I really don't know
    I haven't a clue
    not that I know of
    I need to look it up
    take me off your list
    how do I do that
    see ya
    no preference
    yeah no that's fine
    the same time`,
  ],
];

describe("replies in other words", () => {
  for (const [reply, said] of replies)
    for (const text of lines(said))
      test(`"${text}" is ${reply ?? "neither"}`, () => expect(hear(text, asked).reply).toBe(reply));
});

test('"that\'s it" agrees with nothing and refuses nothing when details are read back', () => {
  const readBack = {
    asked: ["yesNo"],
    previous: "Your date of birth is May 5th, 1982. Is that right?",
  } as const;
  expect(hear("that's it", readBack).reply).not.toBe("no");
  expect(hear("that's it thanks", { previous: "Is there anything else I can help with?" }).reply).toBe("no");
});
