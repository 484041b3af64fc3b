// Goal: whatever callers say in whatever order, nothing is claimed that the ledger has not done, and no time stays reserved.
// Method: random conversations about every task, with wrong proofs, changes of mind, refusals of the ledger and silences.
import fc from "fast-check";
import { expect, test } from "vitest";
import { answers } from "./testing/answers.ts";
import { bookedBefore } from "./testing/booked-before.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { TypedCall } from "./testing/typed-call.ts";

const wishes = [
  "I need to reschedule my appointment",
  "cancel my appointment please",
  "I'd like to confirm my appointment",
  "when is your next available appointment?",
  "put me on the waiting list",
  "can I leave a message for Dr. Chen",
  "somebody should call me back",
  "I'd like to book an appointment",
  "actually, are you open Saturday?",
  "the other one too",
];
const remarks = [
  "yes",
  "no",
  "no that's not right",
  "the first one",
  "none of those",
  "next week",
  "skip",
  "never mind",
  "keep it",
  "I'm ill",
];

const action = fc.oneof(
  { weight: 40, arbitrary: fc.constant({ kind: "cooperate" } as const) },
  { weight: 8, arbitrary: fc.constantFrom(...wishes).map((text) => ({ kind: "type", text }) as const) },
  { weight: 8, arbitrary: fc.constantFrom(...remarks).map((text) => ({ kind: "type", text }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "wait" } as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("gone" as const, "taken" as const, "expired" as const, "notAllowed" as const)
      .map((outcome) => ({ kind: "refuse", outcome }) as const),
  },
);

type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** Callers who want one thing and get it, so that every outcome is met, whatever chance makes of the other conversations. */
const plain = [
  "I need to reschedule my appointment",
  "cancel my appointment please",
  "can I leave a message for Dr. Chen",
  "I'd like to book an appointment",
].map((text): [Action[]] => [[{ kind: "type", text }, ...Array<Action>(30).fill({ kind: "cooperate" })]]);

const cooperative: Readonly<Record<string, string>> = {
  ...answers,
  "ask:reason": "I have to work",
  "ask:messageText": "please tell him that the pills help",
  "ask:staff": "anyone",
  "ask:booking": "the first one",
  "ask:agree": "yes",
  "ask:resume": "yes",
  "ask:instead": "another time please",
  "ask:waitlist": "yes",
  "ask:anythingElse": "I need to reschedule my appointment",
};

async function act(call: TypedCall, what: Action) {
  switch (what.kind) {
    case "cooperate":
      return call.type(cooperative[call.purpose.replace(/^noMatch:/, "ask:")] ?? "yes");
    case "type":
      return call.type(what.text);
    case "wait":
      return call.waits();
    case "refuse": {
      const outcome = { kind: what.outcome };
      for (const kind of ["reschedule", "cancelBooking", "confirmBooking", "hold"] as const)
        if (call.ledger.instead.length < 4) call.ledger.instead.push({ kind, outcome });
      return call;
    }
  }
}

/** What may be said only when the ledger has done it. */
const claims: readonly (readonly [said: RegExp, done: (call: TypedCall) => boolean])[] = [
  [/you're booked(?! for)/i, (call) => call.ledger.bookings.length > 2],
  // What was moved in this call stands as what was made in it.
  [
    /you're booked for/i,
    ({ ledger: { bookings } }) => bookings.length > 2 || bookings.some(({ sequence }) => sequence > 0),
  ],
  [/is cancelled\./, (call) => call.ledger.bookings.some(({ state }) => state === "cancelled")],
  [/is confirmed\./, (call) => call.ledger.bookings.some(({ state }) => state === "confirmed")],
  [/number is still/, (call) => call.ledger.bookings.some(({ sequence }) => sequence > 0)],
  [/passed your message on|left word/, (call) => call.ledger.tickets.length > 0],
  [/you are on the waiting list/i, (call) => call.ledger.waitlist.length > 0],
];

test("nothing is claimed that is not done, and no time stays reserved", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 40, size: "max" }), async (actions) => {
      const call = await TypedCall.answered({ practice: demoClinic, from: "+15035550177" });
      await bookedBefore(call, ["2026-03-05", "2026-03-10"]);
      for (const what of actions) {
        await act(call, what);
        for (const [said, done] of claims) if (said.test(call.said)) expect(done(call), call.said).toBe(true);
        for (const purpose of call.purposes) seen.add(purpose);
      }
      if (call.end === null) await call.hangsUp();
      expect(call.ledger.liveHolds).toEqual([]);
    }),
    { numRuns: 40, examples: plain },
  );
  // Conversations that never get anywhere would prove nothing.
  for (const outcome of ["rescheduled", "cancelled", "ticketTaken", "booked"])
    expect(seen).toContain(outcome);
});
