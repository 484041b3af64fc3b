// Goal: what is said after an answer, before our words were heard, never answers them. Method: at any question of a call that
// goes well, the caller answers by voice and adds something polite, after hearing as much as nothing or part of the next words.
import fc from "fast-check";
import { expect, test } from "vitest";
import { answers, answerUntil } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { TypedCall } from "./testing/typed-call.ts";

const questions = Object.keys(answers).filter((purpose) => purpose !== "ask:anythingElse");
const polite = fc.constantFrom(
  "please",
  "thanks",
  "thank you",
  "okay",
  "alright",
  "yeah",
  "yes",
  "that's right",
);
const moment = fc.record({
  question: fc.constantFrom(...questions),
  tail: polite,
  afterMs: fc.integer({ min: 20, max: 900 }),
});

async function answering(question: string): Promise<SpokenTurns> {
  const call = await TypedCall.answered({ practice: demoClinic });
  const caller = new SpokenTurns(await answerUntil(call, question));
  return caller.says(answers[question] ?? "");
}

const known = ({ call }: SpokenTurns) => ({ fields: call.fields, aim: call.state.dialogue.aim });

test("before anything was heard: nothing changes, and all of it is said", async () => {
  await fc.assert(
    fc.asyncProperty(moment, async ({ question, tail, afterMs }) => {
      const caller = await answering(question);
      const [before, playing] = [known(caller), caller.playing];
      await caller.says(tail, { afterMs });
      expect(known(caller)).toEqual(before);
      expect(caller.playing).toEqual(playing);
    }),
    { numRuns: 40 },
  );
});

test("before the question was heard: it stands, and is put", async () => {
  await fc.assert(
    fc.asyncProperty(
      moment,
      fc.double({ min: 0, max: 1, noNaN: true }),
      async ({ question, tail }, share) => {
        const caller = await answering(question);
        const first = caller.call.state.turns.playing?.prompts[0];
        const before = known(caller);
        await caller.hears(Math.floor(share * (first?.questionFrom ?? first?.characters ?? 0)));
        await caller.says(tail);
        expect(known(caller)).toEqual(before);
        expect(caller.playing.join(" ")).toMatch(/\?|Goodbye/);
      },
    ),
    { numRuns: 40 },
  );
});
