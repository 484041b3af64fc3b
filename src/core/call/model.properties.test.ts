// Goal: no reply of a language model, in whatever state of a call, has anything written, claims what is not so, or is lost to a
// replay. Method: random callers and a model that picks at random from all that it is allowed; fast-check prints the seed.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModelQuestion } from "../dialogue/model/model-question.ts";
import { isCommit } from "../dialogue/requesting.ts";
import { initialCall, replay, step } from "./call.ts";
import type { CallEvent } from "./events.ts";
import { answers } from "./testing/answers.ts";
import { assisted, mumble } from "./testing/assisted-call.ts";
import { demoClinic } from "./testing/demo-clinic.ts";

const texts = [...Object.values(answers), "next friday", "yes", "no", "the second one", "", "asdf", "0"];

/** Throws of dice: each decides one thing about a reply, again from the first when they run out. */
const dice = fc.array(fc.nat(99), { minLength: 8, maxLength: 40 });

/** A reply in which everything is allowed and nothing means anything. */
function randomReply(question: ModelQuestion, next: () => number): Readonly<Record<string, unknown>> {
  const one = <T>(all: readonly T[]): T | null => all[next() % Math.max(1, all.length)] ?? null;
  const seldom = <T>(all: readonly T[]): T | null => (next() < 25 ? one(all) : null);
  const { commands, tasks, offers, facts, fields, lookUps } = question;
  const some = fields.length === 0 ? 0 : next() % 3;
  return {
    command: seldom(commands),
    task: seldom(tasks),
    offer: seldom(offers.map(({ id }) => id)),
    lookUp: seldom(lookUps),
    facts: next() < 50 ? [one(facts)?.id] : [],
    fields: Array.from({ length: some }, () => ({ field: one(fields), text: one(texts) })),
  };
}

const action = fc.oneof(
  { weight: 9, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constant(mumble) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...texts, "what is the name of your cat?", "cancel my appointment"),
  },
);
const calls = fc.record({
  actions: fc.array(action, { minLength: 5, maxLength: 50, size: "max" }),
  throws: dice,
});

async function callOf({
  actions,
  throws,
}: {
  actions: readonly (string | null)[];
  throws: readonly number[];
}) {
  let thrown = 0;
  const next = () => throws[thrown++ % throws.length] ?? 0;
  const { call, model } = await assisted({ practice: demoClinic, from: "+15035550177" }, (question) =>
    randomReply(question, next),
  );
  for (const text of actions) {
    if (call.end !== null) break;
    await call.type(text ?? answers[call.purpose.replace(/^noMatch:/, "ask:")] ?? "yes");
    if (/you're booked|confirmation number/i.test(call.said)) expect(call.ledger.bookings).not.toEqual([]);
  }
  return { call, asked: model.questions.length };
}

const byModel = (event: CallEvent) =>
  event.kind === "modelSaid" || (event.kind === "replied" && event.outcome.kind === "modelReplied");

/** A caller who books, whatever chance makes of the others. */
const answersOnly = { actions: Array<null>(50).fill(null), throws: [99] };

test("nothing is written because of a model's reply; one question is open at a time, and none after the call", async () => {
  let asked = 0;
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(calls, async (given) => {
      const made = await callOf(given);
      const { call } = made;
      if (call.end === null) await call.hangsUp();
      let state = initialCall(demoClinic);
      for (const event of call.events) {
        const { state: after, effects } = step(state, event);
        const sent = effects.flatMap((effect) => (effect.kind === "request" ? [effect.request] : []));
        if (byModel(event)) expect(sent.filter(isCommit)).toEqual([]);
        const open = after.dialogue.requests.filter(({ request }) => request.kind === "askModel");
        expect(open.length).toBeLessThanOrEqual(1);
        if (after.dialogue.consultation === null) expect(open).toEqual([]);
        state = after;
      }
      expect(state.dialogue.consultation).toBeNull();
      asked += made.asked;
      booked += call.ledger.bookings.length;
    }),
    { numRuns: 40, examples: [[answersOnly]] },
  );
  // Calls in which no model is asked, or nobody books, would prove nothing.
  expect(asked).toBeGreaterThan(40);
  expect(booked).toBeGreaterThan(0);
});

test("the journal gives the same call again, replies and all", async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (given) => {
      const { call } = await callOf(given);
      expect(replay(demoClinic, call.events)).toEqual(call.state);
    }),
    { numRuns: 10 },
  );
});
