// Goal: no order of events breaks the call, claims what is not so, or depends on anything but the events. Method: random
// turns, keys, silences, replies and faults; fast-check prints the seed of what it finds.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Key } from "../values/key.ts";
import { hide } from "../values/private.ts";
import { fixedTexts } from "../wording/fixed-texts.ts";
import { type CallState, collected, endedBy, history, replay, step } from "./call.ts";
import type { CallEvent } from "./events.ts";
import { answers } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { mondayMorning, TypedCall } from "./testing/typed-call.ts";

const lines = [
  ...Object.values(answers),
  ..."yes|no|none of those|next week|after four|Dr. Chen|go back|start over|help|why|what?|hold on|I don't know".split(
    "|",
  ),
  ..."no, it's Main Street|change my phone number|sorry, Maria Gomez|March 7th|cancel|thanks|uh|500|W12|asdf|".split(
    "|",
  ),
  ..."are you open Saturday|it's ten|the second one|any day but Monday|self pay|skip|nothing|wrong|both".split(
    "|",
  ),
];
const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...lines)).map((two) => two.join(" and ")),
  },
);
const action = fc.oneof(
  { weight: 60, arbitrary: fc.constant({ kind: "cooperate" } as const) },
  { weight: 7, arbitrary: line.map((text) => ({ kind: "type", text }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("1", "2", "0", "5035550123", "03051985", "*", "#")
      .map((keys) => ({ kind: "press", keys }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "wait" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "fault" } as const) },
);

async function act(
  call: TypedCall,
  what: typeof action extends fc.Arbitrary<infer A> ? A : never,
): Promise<void> {
  if (what.kind === "cooperate") await call.type(answers[call.purpose.replace(/^noMatch:/, "ask:")] ?? "yes");
  if (what.kind === "type") await call.type(what.text);
  if (what.kind === "press") await call.press(what.keys);
  if (what.kind === "wait") await call.waits();
  if (what.kind === "fault")
    for (const kind of ["book", "hold", "findOpenings"] as const)
      call.ledger.instead.push({ kind, outcome: { kind: "failed", retryable: true } });
}

const calls = fc.array(action, { minLength: 1, maxLength: 45, size: "max" });
const runs = { numRuns: 40 };

test("whatever a caller does, nothing claims a booking before it is committed, and no time stays reserved", async () => {
  let booked = 0;
  await fc.assert(
    fc.asyncProperty(calls, async (actions) => {
      const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177" });
      for (const what of actions) {
        await act(call, what);
        if (/you're booked|confirmation number/i.test(call.said))
          expect(call.ledger.bookings.length).toBeGreaterThan(0);
      }
      if (call.end === null) await call.hangsUp();
      // A booking that fails for good leaves its hold to run out.
      const failing = call.state.dialogue.requests.some(
        ({ request }) => request.kind === "book" || request.kind === "hold",
      );
      if (!failing) expect(call.ledger.liveHolds).toEqual([]);
      const committed = call.requests.filter(({ request }) => request.kind === "book").map(({ id }) => id);
      expect(call.ledger.bookings.length).toBeLessThanOrEqual(new Set(committed).size);
      booked += call.ledger.bookings.length;
    }),
    runs,
  );
  // Calls that never get anywhere would prove nothing. Two in five book, so that of forty it is never none.
  expect(booked).toBeGreaterThan(0);
});

test("the journal gives the same call again", async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (actions) => {
      const call = await TypedCall.answered({ practice: demoClinic });
      for (const what of actions) await act(call, what);
      expect(seen(replay(demoClinic, call.events))).toEqual(seen(call.state));
    }),
    runs,
  );
});

/** What a watcher sees, with the private words out of their wrapping so that they are compared too. */
function seen(state: CallState) {
  return {
    end: endedBy(state),
    fields: collected(state).reveal(),
    aim: state.dialogue.aim,
    history: history(state).map((one) => ({ ...one, text: one.text.reveal() })),
  };
}

test("a red flag is answered first in every state that a call can get into", async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (actions) => {
      const call = await TypedCall.answered({ practice: demoClinic });
      for (const what of actions) await act(call, what);
      if (call.end !== null) return;
      await call.type("I have crushing chest pain and I can't breathe");
      expect(call.words[0]).toBe(demoClinic.wording.emergencyInstruction);
    }),
    runs,
  );
});

test("every fixed piece is in the list that is warmed, and no piece is empty", async () => {
  const warmed = new Set(fixedTexts(demoClinic));
  await fc.assert(
    fc.asyncProperty(calls, async (actions) => {
      const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177" });
      for (const what of actions) await act(call, what);
      const pieces = call.effects.flatMap((effect) => (effect.kind === "speak" ? effect.prompt.pieces : []));
      expect(pieces.filter(({ text }) => text.reveal().trim() === "")).toEqual([]);
      const cold = pieces.filter(({ fixed, text }) => fixed && !warmed.has(text.reveal()));
      expect(cold.map(({ text }) => text.reveal())).toEqual([]);
    }),
    runs,
  );
});

const ms = fc.nat({ max: 60_000 });
const event: fc.Arbitrary<CallEvent> = fc.oneof(
  ms.map((at): CallEvent => ({ kind: "speechStarted", at })),
  ms.map((at): CallEvent => ({ kind: "speechStopped", at, silentSince: at })),
  fc.tuple(ms, line, fc.boolean()).map(
    ([at, text, final]): CallEvent => ({
      kind: "transcribed",
      at,
      utterance: 1,
      text: hide(text),
      final,
      confidence: 0.5,
      alternatives: hide([text]),
    }),
  ),
  fc.tuple(ms, line).map(([at, text]): CallEvent => ({ kind: "typed", at, text: hide(text) })),
  fc
    .tuple(ms, fc.constantFrom("1", "5", "#", "*"))
    .map(([at, key]): CallEvent => ({ kind: "keyPressed", at, key: key as Key })),
  fc.tuple(ms, fc.nat({ max: 9 }), fc.nat({ max: 3 })).map(
    ([at, prompt, playback]): CallEvent => ({
      kind: "promptHeard",
      at,
      prompt,
      playback,
      upTo: 10,
      finished: prompt % 2 === 0,
    }),
  ),
  fc
    .tuple(ms, fc.nat({ max: 9 }), fc.nat({ max: 3 }))
    .map(
      ([at, prompt, playback]): CallEvent => ({ kind: "promptFailed", at, prompt, playback, upTo: prompt }),
    ),
  fc.tuple(ms, fc.nat({ max: 9 })).map(
    ([at, request]): CallEvent => ({
      kind: "replied",
      at,
      request,
      outcome: { kind: "failed", retryable: at % 2 === 0 },
    }),
  ),
  fc
    .tuple(ms, fc.nat({ max: 9 }))
    .map(([at, request]): CallEvent => ({ kind: "replied", at, request, outcome: { kind: "newPerson" } })),
  fc
    .constantFrom<CallEvent["kind"]>(
      "recognizerLost",
      "transferFailed",
      "resumed",
      "deadlineReached",
      "hungUp",
    )
    .map((kind) => ({ kind, at: 0 }) as CallEvent),
);

test("any events in any order give a state", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const answered: CallEvent = {
        kind: "answered",
        at: 0,
        instant: mondayMorning,
        direction: "inbound",
        from: null,
      };
      let state = replay(demoClinic, [answered]);
      for (const one of events) {
        const before = state.at;
        state = step(state, one).state;
        expect(state.at).toBeGreaterThanOrEqual(before);
      }
    }),
    { numRuns: 200 },
  );
});
